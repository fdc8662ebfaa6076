"""Words of class: what reports of any country say beside the plain forms."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "The group had not fired at Gao on Friday.",
        "Sirens went off in Gao on Friday.",
        "The envoy would leave if Gao were attacked.",
    ],
)
def test_what_was_not_done_is_no_incident(reading: Read, text: str) -> None:
    assert reading(text).incidents == ()


def test_a_word_without_its_accent_is_no_participle(reading: Read) -> None:
    text = "Le maire a été élu. C'est une atteinte manifeste à la paix, dit-on vendredi à Gao."
    assert reading(text, "fr").incidents == ()


def test_a_night_begins_on_the_day_of_publication(reading: Read) -> None:
    text = "Une roquette est tombée dans la nuit de dimanche à lundi à Gao."
    (one,) = reading(text, "fr").incidents
    assert (one.date_start, one.date_end) == (date(2020, 7, 5), date(2020, 7, 6))


def test_a_day_without_its_month_is_of_the_month_told_before(reading: Read) -> None:
    text = "Le 20 mai, une bombe a explosé à Gao. Le 15, deux soldats ont été tués dans une embuscade à Kidal."
    assert [one.date_start for one in reading(text, "fr").incidents] == [date(2020, 5, 20), date(2020, 5, 15)]


def test_the_killing_that_an_attack_answers_is_not_its_toll(reading: Read) -> None:
    text = "On Friday the army fired missiles at Gao in revenge for the killing of General Omar Diallo."
    (one,) = reading(text).incidents
    assert (one.event_type, one.killed) == ("shelling", None)


def test_one_more_of_another_nation_is_counted(reading: Read) -> None:
    (one,) = reading("On Friday two Malian soldiers and a British one were killed in an ambush in Gao.").incidents
    assert one.killed is not None
    assert one.killed.low == 3


def test_a_weapon_seized_before_its_use_is_a_foiled_attack(reading: Read) -> None:
    (one,) = reading("A second rocket was seized in Gao on Friday before it could be fired.").incidents
    assert (one.event_type, one.status) == ("shelling", "foiled")


def test_what_an_explosion_is_outside_is_its_target(reading: Read) -> None:
    (one,) = reading("A truck exploded outside a federal police building in Gao on Friday, killing nine.").incidents
    assert ["building" in target for target in one.targets] == [True]
