"""One story, step by step: the text beside the map and timeline of the step's view."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import queries, wording
from dashboard.filters import View
from dashboard.stories import Step, Story, filled
from dashboard.views import dossier, reports, session, story_canvas, story_words
from dashboard.views.markup import Markup, link, spoken, tag, text, unmarked
from dashboard.views.session import Reader
from dashboard.views.story_prose import prose
from dashboard.views.story_sheet import sheet_file


def draw(reader: Reader, story: Story, number: int) -> None:
    """A step with its questions, sources and evidence, and the ways on."""
    step, t = story.steps[number - 1], reader.t
    tongue = story.spoken(t.language)
    words, canvas = st.columns([0.44, 0.56], gap="large")
    with words, st.container(key="story-words"):
        if number == 1 and (warning := story.content_notes.get(tongue)):
            st.html(tag("p", spoken(text(warning), tongue), class_="atlas atlas-caution", role="note"))
        st.html(_told(story, number, reader))
        _ways(reader, story, number)
        _question(reader, step, tongue)
        st.html(tag("div", story_words.sources(reader, step), class_="atlas"))
    with canvas, st.container(key="story-canvas"):
        story_canvas.draw(reader, step, f"{story.name}:{number}")
        _shown_here(reader, step)
    _leave(reader, story)


def on_screen(reader: Reader, story: Story, number: int) -> None:
    """The presenter's view: large type, nothing but the step."""
    step, t = story.steps[number - 1], reader.t
    tongue = story.spoken(t.language)
    words, canvas = st.columns([0.4, 0.6], gap="large")
    with words, st.container(key="story-screen"):
        st.html(_told(story, number, reader))
        _ways(reader, story, number)
        _question(reader, step, tongue)
    with canvas, st.container(key="story-canvas"):
        story_canvas.draw(reader, step, f"{story.name}:{number}", tall=True)


def notes(reader: Reader, story: Story, number: int) -> None:
    """What the presenter alone reads, in a window of its own: notes, question, answer, and what comes next."""
    step, t = story.steps[number - 1], reader.t
    tongue = story.spoken(t.language)
    told = step.tellings[tongue]
    parts = [_heading(story, number, reader)]
    for name, words in (("notes", told.notes), ("question", told.question), ("answer", told.answer)):
        if words:
            said = prose(filled(words, step.view, reader.version, t))
            parts += [tag("h3", text(t(f"story.{name}"))), spoken(said, tongue, "div")]
    if not told.notes:
        parts.append(tag("p", text(t("story.no_notes")), class_="atlas-note"))
    if number < len(story.steps):
        following = story.steps[number].tellings[tongue].title
        parts.append(tag("p", text(t("story.next_is", title=following)), class_="atlas-note"))
    st.html(tag("article", *parts, class_="atlas atlas-story"))
    _ways(reader, story, number)


def _heading(story: Story, number: int, reader: Reader) -> Markup:
    """Where one stands, and the step's title: the page's own where nothing else is on it."""
    t = reader.t
    tongue = story.spoken(t.language)
    where = t("story.step_of", number=number, count=len(story.steps))
    title = story.steps[number - 1].tellings[tongue].title
    bar = tag("progress", value=str(number), max=str(len(story.steps)), aria_label=where)
    return tag(
        "header",
        tag("p", text(where), class_="atlas-kind"),
        bar,
        tag("h1" if reader.view.presenting else "h2", spoken(text(title), tongue)),
    )


def _told(story: Story, number: int, reader: Reader) -> Markup:
    step, tongue = story.steps[number - 1], story.spoken(reader.t.language)
    words = spoken(story_words.told(reader, step, step.tellings[tongue].text), tongue, "div")
    return tag("article", _heading(story, number, reader), words, class_="atlas atlas-story")


def _ways(reader: Reader, story: Story, number: int) -> None:
    """Back and on, by button and by arrow key; the presenter's views."""
    t, view = reader.t, reader.view
    with st.container(horizontal=True, key="story-ways", vertical_alignment="center"):
        st.button(t("story.back"), key="step-back", icon=":material/arrow_back:", shortcut="Left", disabled=number == 1,
                  on_click=session.change, args=(replace(view, step=max(1, number - 1)),))  # fmt: skip
        st.button(t("story.on"), key="step-on", icon=":material/arrow_forward:", shortcut="Right", type="primary",
                  disabled=number == len(story.steps), on_click=session.change,
                  args=(replace(view, step=min(len(story.steps), number + 1)),))  # fmt: skip
        if view.presenting:
            st.button(t("story.stop"), key="stop-presenting", icon=":material/close:", type="tertiary", shortcut="Esc",
                      on_click=session.change, args=(replace(view, presenting=""),))  # fmt: skip
            return
        st.button(t("story.present"), key="present", icon=":material/slideshow:", type="tertiary",
                  on_click=session.change, args=(replace(view, presenting="screen"),))  # fmt: skip
        apart = session.link_to(replace(view, presenting="notes"))
        st.html(tag("p", link(apart, text(t("story.notes_apart"))), class_="atlas atlas-note"))


def _question(reader: Reader, step: Step, tongue: str) -> None:
    told, t = step.tellings[tongue], reader.t
    if not told.question:
        return
    asked = [tag("h3", text(t("story.question"))),
             spoken(prose(filled(told.question, step.view, reader.version, t)), tongue, "div")]  # fmt: skip
    if told.answer:
        answer = spoken(prose(filled(told.answer, step.view, reader.version, t)), tongue, "div")
        asked.append(tag("details", tag("summary", text(t("story.show_answer"))), answer))
    st.html(tag("aside", *asked, class_="atlas atlas-question"))


def _shown_here(reader: Reader, step: Step) -> None:
    """The events that the step points at: in one line each, the evidence one click away."""
    t = reader.t
    terms = queries.sources(reader.version)
    for event_id in story_canvas.chosen_events(reader, step):
        if (found := queries.event(reader.version, event_id, t.language)) is None:
            continue
        with st.expander(unmarked(wording.headline(found.values, t)), icon=":material/format_quote:"):
            st.html(tag("div", dossier.under_headline(found.values, t), class_="atlas"))
            st.html(reports.reports(found, t, terms))
            address = session.link_to(View(page="event", selected=event_id, language=t.language))
            st.html(tag("p", link(address, text(t("event.open"))), class_="atlas"))


def _leave(reader: Reader, story: Story) -> None:
    """The file of the story for a class without network, which prints as the handout; and the view in Explore."""
    t = reader.t
    with st.container(horizontal=True, key="story-leave", vertical_alignment="center"):
        for teacher in (False, True):
            name = "teacher" if teacher else "class"
            st.download_button(
                t(f"story.sheet_{name}"),
                data=partial(sheet_file, reader, story, with_answers=teacher),
                file_name=f"{story.name}-{name}-{t.language}.html", mime="text/html", key=f"sheet:{name}",
                icon=":material/download:", on_click="ignore",
            )  # fmt: skip
        step = story.steps[(reader.view.step or 1) - 1]
        if st.button(t("story.explore_view"), key="story-explore", icon=":material/map:", type="tertiary"):
            session.go_to(replace(step.view, page="explore", language=t.language, story="", step=None, presenting=""))
    st.html(tag("p", text(t("story.sheet_note")), class_="atlas atlas-note"))
