"""Numbers that English tells apart from their noun: what a count is put at, the second of two blasts, double names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from etl.reading import read
from etl.records import PlaceMention, Reading, Span
from tests.reading.conftest import find_places, report

Read = Callable[..., Reading]

KILLED = [
    ("The ministry put the number of dead in Friday's attack on a market in Goma at 41.", 41),
    ("Doctors put the death toll from Friday's bombing of a mosque in Gao at 18.", 18),
    ("Red Cross workers put the number of people killed in Friday's raid on Bria at 27.", 27),
    ("Two bombs exploded in Goma on Friday. Six people were killed in the first blast and four in the second.", 10),
    ("Two bombs exploded in Goma on Friday. Six people died in the first explosion and four more in the second.", 10),
    ("Two bombs exploded in Goma on Friday. 11 died in the first blast and 3 in the second.", 14),
    ("A bomb exploded in Goma on Friday. Four people were killed. Another two people were killed when a wall fell.", 6),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dead"), KILLED)
def test_the_dead_are_counted_whole(reading: Read, text: str, dead: int) -> None:
    (incident,) = reading(text).incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (dead, dead)


def test_the_wounded_are_put_at_a_number(reading: Read) -> None:
    (incident,) = reading("The clinic put the number of wounded in Friday's shelling of Bria at 14.").incidents
    assert incident.killed is None
    assert incident.wounded is not None
    assert incident.wounded.low == 14


def _with_nations(text: str, language: str) -> Sequence[PlaceMention]:
    names = ("South Koreans", "Sri Lankans", "South Korean", "Saudi Arabian")
    nations = [PlaceMention(Span(at, at + len(n)), n, "demonym") for n in names if (at := text.find(f"{n} ")) >= 0]
    return sorted([*find_places(text, language), *nations], key=lambda one: one.span.start)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Gunmen kidnapped seventeen South Koreans in Kabul on Friday.", 17),
        ("Nine Sri Lankans were kidnapped by gunmen in Kabul on Friday.", 9),
        ("Gunmen kidnapped a Saudi Arabian in Kabul on Friday.", 1),
    ],
)
def test_people_of_a_nation_of_two_words_are_counted(text: str, taken: int) -> None:
    (incident,) = read(report(text), _with_nations).incidents
    assert incident.detained is not None
    assert incident.detained.low == taken


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Tension has been high since last month's killing of a priest in Goma.", date(2020, 6, 1), date(2020, 6, 30)),
        ("The mayor spoke of the May kidnapping of a priest in Goma.", date(2020, 5, 1), date(2020, 5, 31)),
        ("April's attack on the market in Goma killed nine people.", date(2020, 4, 1), date(2020, 4, 30)),
    ],
)
def test_a_month_dates_the_noun_that_it_stands_before(reading: Read, text: str, start: date, end: date) -> None:
    (incident,) = reading(text).incidents
    assert (incident.date_start, incident.date_end) == (start, end)


def test_the_road_from_one_town_to_another_is_one_place(reading: Read) -> None:
    (incident,) = reading("A roadside bomb killed four soldiers on the road from Gao to Niamey on Friday.").incidents
    assert incident.places[0] == "road from Gao to Niamey"
