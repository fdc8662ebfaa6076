"""A story's file: read as its author meant it, written so that it reads the same, every fault told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.filters import View
from dashboard.stories import read_story, write_story
from dashboard.stories.draft import Draft, DraftStep, drafted, story_of
from dashboard.stories.shelf import stories_in

WHOLE = """---
title: {en: A night, fr: Une nuit}
summary: {en: What is told of it., fr: Ce qu’on en dit.}
licence: CC BY 4.0
---

# first-night
view: ?from=2020-07-01&to=2020-07-31&type=shelling
point at: ev-rockets, atlas:4#1
source: https://example.org/1
source: atlas:2

## en: The first night
Some words, **and more**.

### Question
Who says so?
### Answer
Two reports.

## fr: La première nuit
Des mots.
"""


def test_a_story_is_read_as_its_author_wrote_it() -> None:
    story, faults = read_story(WHOLE, "a-night")
    assert faults == ()
    assert story is not None
    (step,) = story.steps
    assert story.titles == {"en": "A night", "fr": "Une nuit"}
    assert step.view.event_types == ("shelling",)
    assert step.points_at == ("ev-rockets", "atlas:4#1")
    assert step.sources == ("https://example.org/1", "atlas:2")
    assert (step.tellings["en"].question, step.tellings["en"].answer) == ("Who says so?", "Two reports.")
    assert step.tellings["fr"].text == "Des mots."


BROKEN = {
    "no front matter": ("---\ntitle", "title", "must begin with a line ---"),
    "front matter that cannot be read": ("{en: A night, fr: Une nuit}", "{en: A: night", "cannot be read"),
    "no title": ("title: {en: A night, fr: Une nuit}\n", "", "no title"),
    "a title without language": ("{en: A night, fr: Une nuit}", "A night", "a text for each language"),
    "an unknown line above": ("licence:", "author:", "'author' is not known"),
    "a name with spaces": ("# first-night", "# First night!", "small letters"),
    "text before the first step": ("# first-night", "Hello\n# first-night", "before the first step"),
    "no view": ("view: ?from=2020-07-01&to=2020-07-31&type=shelling\n", "", "has no view"),
    "a view with a wrong day": ("from=2020-07-01", "from=yesterday", "from = yesterday"),
    "a view with an unknown filter": ("type=shelling", "kind=shelling", "kind"),
    "an unknown line in a step": ("source: atlas:2", "photo: x.jpg", "'photo: x.jpg' is not known"),
    "a line without value": ("source: atlas:2", "source:", "nothing stands behind source"),
    "a text without title": ("## en: The first night", "## The first night", "language and a title"),
    "an unknown part": ("### Question", "### Quiz", "'Quiz' is not known"),
    "an answer alone": ("### Question\nWho says so?\n", "", "answer without a question"),
    "a language that is missing": ("## fr: La première nuit\nDes mots.\n", "", "no text in 'fr'"),
    "an empty text": ("Des mots.\n", "", "is empty"),
    "no step": (WHOLE[WHOLE.index("# first-night") :], "", "no step"),
    "two steps of one name": ("Des mots.\n", "Des mots.\n# first-night\nview: ?\n## en: X\nY\n", "two steps named"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_what_is_wrong_is_told_with_its_line(fault: str) -> None:
    before, after, told = BROKEN[fault]
    text = WHOLE.replace(before, after, 1)
    assert text != WHOLE
    _, faults = read_story(text, "a-night", "data/stories/a-night/story.md")
    assert any(told in one.message for one in faults)
    assert all(1 <= one.line <= text.count("\n") + 1 for one in faults)
    assert str(faults[0]).startswith("data/stories/a-night/story.md, line ")


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_no_text_makes_reading_fail(text: str) -> None:
    story, faults = read_story(text, "any")
    assert story is not None or faults


WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@given(title=WORDS, text=WORDS, lines=st.lists(WORDS, min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_what_was_written_at_the_desk_reads_the_same(title: str, text: str, lines: list[str]) -> None:
    step = DraftStep(view=View(text="a b"), points_at=("ev-1",), sources="atlas:1", title=title,
                     text="\n".join([text, *lines]), question=lines[0])  # fmt: skip
    story = story_of(Draft(title=title, steps=[step]), "en")
    once, faults = read_story(write_story(story), story.name)
    assert faults == ()
    assert once is not None
    assert read_story(write_story(once), story.name)[0] == once
    assert once.steps[0].view == View(text="a b")


def test_a_story_brought_back_keeps_its_other_language() -> None:
    story, _ = read_story(WHOLE, "a-night")
    assert story is not None
    draft = drafted(story, "fr")
    draft.steps[0].text = "D’autres mots."
    again = story_of(draft, "fr")
    assert again.steps[0].tellings["en"] == story.steps[0].tellings["en"]
    assert again.steps[0].tellings["fr"].text == "D’autres mots."
    assert again.titles == story.titles


def test_a_file_that_is_no_utf8_is_told(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "story.md").write_bytes("---\ntitle: {fr: été}".encode("latin-1"))
    ((story, faults),) = stories_in(tmp_path)
    assert story is None
    assert "UTF-8" in faults[0].message
