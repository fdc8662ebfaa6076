"""A story holds only while the build bears it out; what no longer fits is told to its author."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard import queries
from dashboard.filters import View
from dashboard.stories import check, filled, read_story
from dashboard.stories.checks import faults_of
from dashboard.stories.glossary import glossary
from etl.errors import DataError
from etl.store import Version

TOLD = """---
title: {en: A night}
---
# one
view: ?type=shelling
point at: ev-rockets
source: atlas:1
## en: It
There were {count}.
"""


def faults(version: Version, before: str, after: str) -> list[str]:
    text = TOLD.replace(before, after)
    assert text != TOLD
    story, written = read_story(text, "a-night", "story.md")
    assert written == ()
    assert story is not None
    return [str(fault) for fault in check(story, version)]


@pytest.mark.parametrize(
    ("before", "after", "line", "told"),
    [
        ("ev-rockets", "ev-gone", 6, "no event 'ev-gone'"),
        ("?type=shelling", "?type=riot&killed=900", 5, "shows no event"),
        ("source: atlas:1\n", "", 4, "names no source"),
        ("atlas:1", "atlas:999", 7, "neither a web address nor the id of a report"),
        ("{count}", "{count=999}", 8, "the data now say"),
        ("{count}", "{victims}", 8, "{victims} is not known"),
        ("{count}", "{count | from=yesterday}", 8, "from = yesterday"),
    ],
)
def test_what_the_build_does_not_bear_out_is_told(
    version: Version, before: str, after: str, line: int, told: str
) -> None:
    found = faults(version, before, after)
    assert any(told in fault and f"line {line}:" in fault for fault in found)


def test_a_story_that_fits_has_no_fault(version: Version) -> None:
    number = queries.totals(version, View(event_types=("shelling",))).shown
    assert faults(version, "{count}", f"{{count={number}}}") == []
    assert faults(version, "ev-rockets", "atlas:1#1") == []
    assert faults(version, "{count}", "{count=" + str(number) + " | type=shelling}") == []


def test_numbers_of_a_text_are_those_of_the_data(version: Version) -> None:
    from dashboard.i18n import translator

    view = View(event_types=("shelling",))
    number = queries.totals(version, view).shown
    assert filled("There were {count}.", view, version, translator("en")) == f"There were {number}."
    assert filled("{nonsense} stays", view, version, translator("en")) == "{nonsense} stays"


def test_a_story_of_other_reports_is_not_blamed_on_this_build(version: Version) -> None:
    story, _ = read_story(TOLD.replace("atlas:1", "elsewhere:1").replace("ev-rockets", "ev-gone"), "other")
    assert faults_of([(story, ())], version) == ()


def test_every_word_of_the_glossary_is_told_in_both_languages() -> None:
    assert len(glossary()) >= 12
    assert all(entry.source.startswith("https://") and all(entry.meanings.values()) for entry in glossary())


def test_background_without_a_source_is_refused(tmp_path: Path) -> None:
    from dashboard.queries.context import background

    path = tmp_path / "x.csv"
    path.write_text("date_start,date_end,kind,title_en,source\n2020-01-01,,vote,A vote,\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"x\.csv, row 2"):
        background(tmp_path)
    assert all(entry.titles["fr"] for entry in background())
