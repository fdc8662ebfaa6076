"""Read a report: a pasted text becomes rows before the reader's eyes; nothing is stored, nothing is sent."""

from __future__ import annotations

from datetime import date

import streamlit as st

from dashboard.i18n import LANGUAGES, Translator
from dashboard.typed_days import typed_day
from dashboard.views import header, read_changes, read_outcome, session
from dashboard.views.markup import unmarked
from dashboard.views.page_top import name_file_fields
from dashboard.views.read_outcome import Result
from etl.errors import InputError

_RESULT, _FILE, _REFUSED = "atlas:read", "read:file", "atlas:read:refused"
_WHOLE_DAY = r"\s*\d{4}-\d{1,2}-\d{1,2}\s*"


def draw() -> None:
    """The page."""
    reader = session.reader()
    t = reader.t
    header.draw(reader, t("page.read"), t("read.promise"))
    with st.form("read", border=False):
        pasted = st.text_area(t("read.text"), height=220, placeholder=t("read.text_hint"), key="read:text")
        tongue, when, go = st.columns([0.3, 0.3, 0.4], vertical_alignment="bottom")
        with tongue:
            language = st.selectbox(t("read.language"), ["", *LANGUAGES], key="read:language",
                                    format_func=lambda code: t.tongue(code) or t("read.find_language"))  # fmt: skip
        with when:
            day = st.text_input(t("read.published"), placeholder=t("read.day_hint"), key="read:published",
                                validate=(_WHOLE_DAY, t("filter.no_day")), help=t("read.published_why"))  # fmt: skip
        with go:
            asked = st.form_submit_button(t("read.go"), type="primary", icon=":material/manage_search:")
    st.file_uploader(t("read.file"), type=["txt", "md", "html", "htm", "jsonl"], key=_FILE, on_change=_dropped)
    name_file_fields()
    if refusal := st.session_state.pop(_REFUSED, ""):
        st.warning(unmarked(t("read.no_text", why=refusal)), icon=":material/description:")
    if asked:
        _read(pasted or "", language or None, typed_day(day or "", last=False), t)
    result: Result | None = st.session_state.get(_RESULT)
    if result is not None:
        read_outcome.draw(result, reader)


def _read(pasted: str, language: str | None, published: date | None, t: Translator) -> None:
    st.session_state[_RESULT] = None
    read_changes.forget()
    if not pasted.strip():
        st.info(t("read.empty"), icon=":material/content_paste:")
        return
    # Rules and gazetteer are heavy; a reader who pastes no text never waits for them.
    from etl.pipeline import read_pasted  # noqa: PLC0415

    with st.spinner(t("read.reading")):
        try:
            st.session_state[_RESULT] = read_pasted(pasted, language, published)
        except InputError:
            can = t.several([t.tongue(code) for code in LANGUAGES])
            st.warning(t("read.unreadable", languages=can), icon=":material/translate:")


def _dropped() -> None:
    """Put the text of a dropped file where a pasted one stands, with its day; nothing of it is kept elsewhere."""
    dropped = st.session_state[_FILE]
    if dropped is None:
        return
    from etl.pipeline import report_of  # noqa: PLC0415

    try:
        told = report_of(dropped.name, dropped.getvalue())
    except InputError as error:
        st.session_state[_REFUSED] = error.problem
        return
    st.session_state["read:text"] = told.text
    st.session_state["read:published"] = told.published.isoformat() if told.published else ""
    if told.language in LANGUAGES:
        st.session_state["read:language"] = told.language
