"""Reports to incidents: told apart, filled in, and nothing made of what is no incident."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.bench_record import bench_record
from etl.reading import language_of, languages, supports
from etl.records import Count, Reading

Read = Callable[..., Reading]


def test_two_events_in_one_sentence_are_two_incidents(reading: Read) -> None:
    found = reading(
        "Gunmen killed five people in Kirkuk on Friday, and a bomb exploded in Erbil on Saturday."
    ).incidents
    assert [(i.event_type, i.places[0], str(i.date_start)) for i in found] == [
        ("armed_attack", "Kirkuk", "2020-07-03"),
        ("bombing", "Erbil", "2020-07-04"),
    ]


def test_a_later_sentence_that_goes_back_adds_to_its_incident(reading: Read) -> None:
    text = "A car bomb exploded in Kabul on Saturday. The blast killed at least nine people. The Taliban claimed it."
    (one,) = reading(text).incidents
    assert one.killed == Count(9, 9, None, "killed at least nine people")
    assert [(a.actor, a.stance) for a in one.attributions] == [("Taliban", "claimed")]


def test_accused_and_denied_are_both_kept(reading: Read) -> None:
    text = "Rockets hit a base in Taji on Friday. Washington accused Kataib Hezbollah, which denied any role."
    (one,) = reading(text).incidents
    assert {(a.actor, a.stance) for a in one.attributions} == {
        ("Kataib Hezbollah", "accused"), ("Kataib Hezbollah", "denied"),
    }  # fmt: skip


def test_the_launch_place_is_not_the_place(reading: Read) -> None:
    (one,) = reading("Un missile tiré depuis Sanaa est tombé samedi à Marib.", "fr").incidents
    assert (one.places[-1], one.launched_from) == ("Marib", ("Sanaa",))


def test_the_day_of_a_statement_is_not_the_day_of_the_event(reading: Read) -> None:
    (one,) = reading("Three soldiers were killed in an ambush in Gao on Thursday, the army said on Sunday.").incidents
    assert one.date_start == one.date_end == date(2020, 7, 2)


def test_untold_days_stay_open(reading: Read) -> None:
    (one,) = reading("A bomb exploded in the market of Kirkuk, wounding four people.").incidents
    assert (one.date_start, one.date_end, one.date_precision) == (None, date(2020, 7, 5), "unknown")
    (one,) = reading("A bomb exploded in the market of Kirkuk.", "en", None).incidents
    assert (one.date_start, one.date_end, one.date_basis) == (None, None, "none")


def test_none_hurt_is_zero_and_untold_is_no_count(reading: Read) -> None:
    (one,) = reading("A rocket fell near a base in Taji on Saturday, causing no casualties.").incidents
    assert one.killed is not None
    assert one.killed.best == 0
    (one,) = reading("Une roquette est tombée samedi à Bagdad.", "fr").incidents
    assert one.killed is None


def test_two_sources_give_a_range_and_attackers_are_counted_apart(reading: Read) -> None:
    text = "Trois policiers et deux assaillants ont été tués vendredi dans une attaque à Goma."
    (one,) = reading(text, "fr").incidents
    assert one.killed is not None
    assert one.killed_attackers is not None
    assert (one.killed.best, one.killed_attackers.best) == (5, 2)
    text = (
        "Une frappe aérienne a tué 22 personnes à Marib samedi, selon l'armée. Il y a eu 34 morts, selon les secours."
    )
    (one,) = reading(text, "fr").incidents
    assert one.killed is not None
    assert (one.killed.low, one.killed.high) == (22, 34)


def test_foiled_and_threatened(reading: Read) -> None:
    foiled, threat = reading(
        "Une bombe a été désamorcée samedi à Bagdad. Un inconnu a menacé d'incendier le marché de Goma.", "fr"
    ).incidents
    assert (foiled.status, threat.status) == ("foiled", "threatened")


def test_aggregates_tests_and_opinions_are_remarks(reading: Read) -> None:
    read = reading(
        "Since October there have been 36 attacks in Baghdad. The embassy tested its rocket launcher in Baghdad. "
        "The president condemned the attacks."
    )
    assert read.incidents == ()
    assert {remark.kind for remark in read.remarks} >= {"aggregate", "test"}


def test_other_texts_tell_nothing(reading: Read) -> None:
    assert (
        reading("Prices exploded last year. The minister died of a heart attack. Teachers went on strike.").incidents
        == ()
    )
    assert reading("L'explosion des prix inquiète. Le match aura lieu samedi à Paris.", "fr").incidents == ()


def test_languages() -> None:
    assert {"en", "fr"} <= set(languages())
    assert supports("en")
    assert not supports("xx")
    assert language_of("Des hommes armés ont attaqué le village dans la nuit de samedi à dimanche.") == "fr"
    assert language_of("Gunmen attacked the village during the night and killed the mayor.") == "en"
    assert language_of("") == language_of(" \n") == language_of("3 4 5") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Três pessoas morreram e doze ficaram feridas na segunda-feira num ataque contra uma base perto de Bagdade.",
        "Tre persone sono morte e dodici sono rimaste ferite lunedì in un attacco contro una base vicino a Baghdad.",
        "Tres persones van morir i dotze van resultar ferides dilluns en un atac amb coets a la capital de l'Iraq.",
        "Bij een raketaanval op een basis in de buurt van Bagdad zijn maandag drie mensen gedood, zei het leger.",
        "Bei einem Angriff auf den Stützpunkt in der Nähe von Bagdad sind am Montag drei Menschen getötet worden.",
        "در پی حمله راکتی به پایگاهی در نزدیکی بغداد روز دوشنبه سه نفر کشته و دوازده نفر زخمی شدند.",
        "В понедельник в результате ракетного удара по базе близ Багдада погибли три человека.",
    ],
)
def test_a_language_that_is_not_read_is_not_taken_for_a_neighbour(text: str) -> None:
    assert language_of(text) == ""


def test_a_language_that_is_not_supported_gives_nothing(reading: Read) -> None:
    assert reading("En bombe eksploderede.", "da") == Reading((), (), ())


def test_the_benchmark_record_closes_open_counts(reading: Read) -> None:
    read = reading("Gunmen killed at least 5 people in Gao on Saturday.")
    (row,) = bench_record("r", read.incidents)["incidents"]
    assert row["killed"] == [5, 5]
    assert row["wounded"] is None
    assert row["evidence"] == [[0, len("Gunmen killed at least 5 people in Gao on Saturday.")]]


def test_every_value_has_a_span(reading: Read) -> None:
    text = "Al-Shabaab militants fired mortar bombs at a police post in Mandera on Friday, wounding two officers."
    (one,) = reading(text).incidents
    for name in ("incident", "event_type", "date", "place", "wounded", "weapons", "targets", "attributions"):
        assert one.evidence[name], name
