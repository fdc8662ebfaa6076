"""The desk: a story made from what the reader sees, step by step; nothing is stored, the file is taken home."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import queries
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.stories import FILE_NAME, Fault, Story, read_story, write_story
from dashboard.stories.draft import Draft, DraftStep, drafted, named, story_of
from dashboard.views import session, story_shelf, summary
from dashboard.views.markup import tag, text
from dashboard.views.session import Reader

_DRAFT = "atlas:draft"
_BROUGHT = "atlas:draft-brought"


def collect(reader: Reader) -> None:
    """On Explore: the button that takes what is seen into the story."""
    t = reader.t
    with st.container(horizontal=True, key="story-collect", vertical_alignment="center"):
        st.button(t("desk.collect"), key="collect-step", icon=":material/bookmark_add:", on_click=_collect)
        steps = len(_draft().steps)
        if steps and st.button(t("desk.collected", count=steps), key="to-desk", icon=":material/auto_stories:"):
            session.go_to(View(page="stories", language=t.language))


def _collect() -> None:
    reader = session.reader()
    view = replace(reader.view, story="", step=None, presenting="", language="en")
    found = queries.event(reader.version, view.selected) if view.selected else None
    told = tuple(found.reports) if found else ()
    _draft().steps.append(DraftStep(view=replace(view, selected=""), points_at=(found.event_id,) if found else (),
                                    sources="\n".join(told), title=summary.title(reader.view, reader.t)))  # fmt: skip


def draw(reader: Reader) -> None:
    """Title and summary, the steps, and how to take the story home or bring one."""
    t, draft = reader.t, _draft()
    st.html(tag("p", text(t("desk.lead")), class_="atlas"))
    _bring(t)
    if not draft.steps:
        st.html(tag("p", text(t("desk.empty")), class_="atlas atlas-empty"))
        if st.button(t("event.to_explore"), key="desk-to-explore", icon=":material/map:"):
            session.go_to(View(language=t.language))
        return
    draft.title = st.text_input(t("desk.title"), value=draft.title, key="desk:title")
    draft.summary = st.text_area(t("desk.summary"), value=draft.summary, key="desk:summary", height=80)
    for number, step in enumerate(draft.steps, start=1):
        _step(t, draft, step, number)
    story = story_of(draft, t.language)
    _, faults = read_story(write_story(story), story.name)
    if faults:
        st.html(story_shelf.faulty(faults, t))
    with st.container(horizontal=True, key="desk-leave"):
        st.button(t("desk.preview"), key="desk-preview", icon=":material/visibility:", type="primary",
                  disabled=bool(faults), on_click=_preview, args=(story,))  # fmt: skip
        st.download_button(t("desk.download"), data=write_story(story), file_name=FILE_NAME, mime="text/markdown",
                           key="desk-download", icon=":material/download:", on_click="ignore")  # fmt: skip
    st.html(tag("p", text(t("desk.keep", name=story.name)), class_="atlas atlas-note"))


def _step(t: Translator, draft: Draft, step: DraftStep, number: int) -> None:
    with st.container(border=True, key=f"desk-step-{step.key}"):
        st.html(tag("p", text(f"{number} · {summary.title(step.view, t)}"), class_="atlas atlas-kind"))
        step.title = st.text_input(t("desk.step_title"), value=step.title, key=f"desk:{step.key}:title")
        step.text = st.text_area(t("desk.text"), value=step.text, key=f"desk:{step.key}:text", height=140)
        step.sources = st.text_area(t("desk.sources"), value=step.sources, key=f"desk:{step.key}:sources", height=80,
                                    help=t("desk.sources_why"))  # fmt: skip
        with st.expander(t("desk.more")):
            for part in ("question", "answer", "notes"):
                told = st.text_area(t(f"story.{part}"), value=getattr(step, part), key=f"desk:{step.key}:{part}",
                                    height=80)  # fmt: skip
                setattr(step, part, told)
        with st.container(horizontal=True):
            at = number - 1
            st.button(t("desk.up"), key=f"desk:{step.key}:up", icon=":material/arrow_upward:", type="tertiary",
                      disabled=at == 0, on_click=draft.move, args=(at, at - 1))  # fmt: skip
            st.button(t("desk.down"), key=f"desk:{step.key}:down", icon=":material/arrow_downward:", type="tertiary",
                      disabled=number == len(draft.steps), on_click=draft.move, args=(at, at + 1))  # fmt: skip
            st.button(t("desk.remove"), key=f"desk:{step.key}:remove", icon=":material/delete:", type="tertiary",
                      on_click=draft.remove, args=(at,))  # fmt: skip


def _bring(t: Translator) -> None:
    """A story's file, brought back to be read or written on; what is wrong with it stays told."""
    with st.expander(t("desk.bring"), icon=":material/upload_file:"):
        brought = st.file_uploader(t("desk.file"), type=["md"], key="desk-file")
        if brought is None:
            return
        told: tuple[str, tuple[Fault, ...]] | None = st.session_state.get(_BROUGHT)
        if told is not None and told[0] == brought.file_id:
            if told[1]:
                st.html(story_shelf.faulty(told[1], t))
            return
        story, faults = read_story(brought.getvalue().decode("utf-8", "replace"), "", brought.name)
        st.session_state[_BROUGHT] = (brought.file_id, faults)
        if story is not None and story.steps:
            story = replace(story, name=named(story.titles[story.languages[0]]) or "story")
            story_shelf.keep(story)
            st.session_state[_DRAFT] = drafted(story, t.language)
        st.rerun()


def _preview(story: Story) -> None:
    story_shelf.keep(story)
    session.change(View(page="stories", story=story.name, step=1, language=session.view_now().language))


def _draft() -> Draft:
    found: Draft = st.session_state.setdefault(_DRAFT, Draft())
    return found
