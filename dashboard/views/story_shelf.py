"""The stories a reader can open: those that ship, and those loaded in this session."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.i18n import Translator
from dashboard.stories import Fault, Story, check, stories_in
from dashboard.views import session
from dashboard.views.markup import Markup, spoken, tag, text
from dashboard.views.session import Reader

_LOADED = "atlas:stories"


def stories() -> dict[str, Story]:
    """Every story by its name; one that was loaded or written here takes the place of one that ships."""
    shipped = {story.name: story for story, _ in stories_in() if story is not None}
    return shipped | loaded()


def loaded() -> dict[str, Story]:
    """The stories of this session alone."""
    found: dict[str, Story] = st.session_state.setdefault(_LOADED, {})
    return found


def keep(story: Story) -> None:
    """Put a story among those of this session; nothing is stored beyond it."""
    loaded()[story.name] = story


def draw(reader: Reader) -> None:
    """A card a story."""
    t = reader.t
    found = stories()
    if not found:
        st.html(tag("p", text(t("story.none")), class_="atlas atlas-empty"))
    for story in found.values():
        faults = check(story, reader.version)
        with st.container(border=True, key=f"story-card-{story.name}"):
            st.html(card(story, t))
            if faults:
                st.html(faulty(faults, t))
            st.button(t("story.begin"), key=f"begin:{story.name}", type="primary", icon=":material/play_arrow:",
                      help=story.titles[story.spoken(t.language)],
                      on_click=session.change, args=(replace(reader.view, story=story.name, step=1),))  # fmt: skip


def card(story: Story, t: Translator) -> Markup:
    """Title, summary, length and languages of a story."""
    tongue = story.spoken(t.language)
    told_in = t.several([t.tongue(code) for code in story.languages])
    parts = [
        tag("h2", spoken(text(story.titles[tongue]), tongue)),
        spoken(text(story.summaries.get(tongue, "")), tongue, "p"),
        tag("p", text(f"{t('story.steps', count=len(story.steps))} · {told_in}"), class_="atlas-note"),
    ]
    return tag("section", *parts, class_="atlas")


def faulty(faults: tuple[Fault, ...], t: Translator) -> Markup:
    """What the build does not bear out of a story."""
    lines = [tag("li", spoken(text(fault), "en")) for fault in faults]
    return tag("details", tag("summary", text(t("story.faults", count=len(faults)))),
               tag("ul", *lines, class_="atlas-list"), class_="atlas atlas-note")  # fmt: skip
