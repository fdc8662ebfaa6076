"""The head of every page: its name, what is shown of the whole, and the language."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import streamlit as st

from dashboard.i18n import LANGUAGES, translator
from dashboard.views import session
from dashboard.views.markup import tag, text, unmarked
from dashboard.views.page_top import scroll_to_top
from dashboard.views.session import Reader

_LANGUAGE = "atlas:language"


def draw(reader: Reader, title: str, line: str = "") -> None:
    """Heading, one line under it, the language, and what of the address could not be used."""
    t = reader.t
    scroll_to_top(reader.view)
    heading, language = st.columns([0.8, 0.2], vertical_alignment="center")
    with heading:
        built = t("counts.built", day=t.day(datetime.fromisoformat(reader.version.manifest["built"]).date()))
        under = " · ".join(part for part in (line, built) if part)
        st.html(
            tag(
                "header",
                tag("h1", text(title)),
                tag("p", text(under), class_="atlas-counts"),
                class_="atlas atlas-page",
            )
        )
    with language, st.container(horizontal=True, horizontal_alignment="right", key="language"):
        st.session_state[_LANGUAGE] = t.language
        st.segmented_control(t("language.label"), LANGUAGES, key=_LANGUAGE, required=True, on_change=_speak,
                             format_func=lambda code: translator(code).tongue(code).capitalize(),
                             label_visibility="collapsed")  # fmt: skip
    for problem in session.problems_now():
        st.warning(unmarked(problem.in_words(t)), icon=":material/link_off:")


def _speak() -> None:
    session.change(replace(session.view_now(), language=st.session_state[_LANGUAGE]))
