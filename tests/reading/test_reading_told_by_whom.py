"""When it was said is not when it happened, and what a count goes back to is an incident of its own."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed six millers near Butembo last week, two clan elders told a news agency on Tuesday.",
        "Rebels killed six millers near Butembo last week, the prosecutor's office said in a note issued on Monday.",
        "A clan elder told a private radio station on Monday that rebels killed six millers near Butembo last week.",
    ],
)
def test_the_day_on_which_a_speaker_was_heard_is_not_that_of_the_act(reading: Read, text: str) -> None:
    (one,) = reading(text, published=date(2022, 8, 9)).incidents
    assert one.date_precision == "week"
    assert one.date_end == date(2022, 8, 6)


def test_a_day_told_by_a_speaker_alone_leaves_the_act_without_one(reading: Read) -> None:
    text = "A bomb went off in a market in Jos, the district head told journalists in the town on Sunday, killing nine."
    (one,) = reading(text, published=date(2022, 8, 9)).incidents
    assert (one.date_start, one.date_precision) == (None, "unknown")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen killed seven shepherds near Marsabit on Tuesday. "
               "It was the worst raid since May 2019, when ten people died in Isiolo."),
        ("en", "Gunmen killed seven shepherds near Marsabit on Tuesday. "
               "It was the third such raid since May, when ten people died in Isiolo."),
        ("fr", "Des inconnus ont tué sept bergers près de Marsabit mardi. "
               "C'est le pire raid depuis mai, quand dix personnes sont mortes à Isiolo."),
        ("es", "Desconocidos mataron a siete pastores cerca de Marsabit el martes. "
               "Fue el peor ataque desde mayo, cuando diez personas murieron en Isiolo."),
    ],
)  # fmt: skip
def test_what_a_count_goes_back_to_is_an_incident_of_its_own(reading: Read, language: str, text: str) -> None:
    first, before = reading(text, language=language, published=date(2019, 6, 12)).incidents
    assert (first.killed.low, before.killed.low) == (7, 10)
    assert (before.date_precision, before.date_end.month) == ("month", 5)


def test_how_attackers_came_is_no_target(reading: Read) -> None:
    (one,) = reading("Gunmen on motorcycles killed seven shepherds in a dawn raid near Marsabit on Tuesday.").incidents
    assert one.event_type == "armed_attack"
    assert "shepherds" in one.targets
    assert "motorcycles" not in one.targets


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb exploded in Mosul on Sunday. In Tikrit gunmen killed a judge two days before the bombing in Mosul.",
        "A car bomb exploded in Mosul on Sunday. "
        "Gunmen killed a judge in Tikrit two days before the blast that killed 12 people in Mosul, police said.",
    ],
)
def test_what_news_is_reckoned_from_lends_it_no_place_and_no_count(reading: Read, text: str) -> None:
    _, other = reading(text, published=date(2019, 6, 12)).incidents
    assert (other.event_type, other.places[:1], other.killed.low) == ("armed_attack", ("Tikrit",), 1)
    assert other.date_start == date(2019, 6, 7)
