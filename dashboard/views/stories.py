"""Stories: the shelf, one story step by step, its presenter's view, and a desk to write one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.stories import Story
from dashboard.views import header, session, story_classroom, story_desk, story_reading, story_shelf
from dashboard.views.markup import tag, text
from dashboard.views.session import Reader


def draw() -> None:
    """The page."""
    reader = session.reader()
    view, t = reader.view, reader.t
    if not view.story:
        header.draw(reader, t("page.stories"), t("story.lead"))
        read, write, accounts, words = st.tabs(
            [t("story.tab_read"), t("story.tab_write"), t("story.tab_accounts"), t("story.tab_glossary")]
        )
        with read:
            story_shelf.draw(reader)
        with write:
            story_desk.draw(reader)
        with accounts:
            story_classroom.accounts(reader)
        with words:
            story_classroom.glossary(reader)
        return
    story = story_shelf.stories().get(view.story)
    if story is None or not story.steps:
        header.draw(reader, t("page.stories"))
        st.html(tag("p", text(t("story.unknown", name=view.story)), class_="atlas atlas-empty", role="status"))
        _back(reader)
        return
    _told(reader, story)


def _told(reader: Reader, story: Story) -> None:
    number = min(max(reader.view.step or 1, 1), len(story.steps))
    if reader.view.step != number:
        session.change(replace(reader.view, step=number))
        reader = session.reader()
    if reader.view.presenting == "notes":
        story_reading.notes(reader, story, number)
    elif reader.view.presenting == "screen":
        story_reading.on_screen(reader, story, number)
    else:
        header.draw(reader, story.titles[story.spoken(reader.t.language)])
        story_reading.draw(reader, story, number)
        _back(reader)


def _back(reader: Reader) -> None:
    st.button(reader.t("story.all"), key="all-stories", icon=":material/auto_stories:", type="tertiary",
              on_click=session.change, args=(replace(reader.view, story="", step=None, presenting=""),))  # fmt: skip
