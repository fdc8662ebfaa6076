"""Report a mistake: a reader's correction as a file that the atlas takes, and where to send it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Any

import streamlit as st

from dashboard.i18n import Translator
from dashboard.queries import EventFile
from dashboard.views.markup import is_web, tag, text, unmarked
from dashboard.wording import isolated
from etl.errors import InputError
from etl.records import EVENT_TYPES, STATUSES

FIELDS = ("event_type", "status", "date_start", "date_end", "place", "killed", "wounded", "detained", "reject")
ADDRESS = "ATLAS_CORRECTIONS_TO"
"""The setting that says where corrections are sent: an e-mail address or the address of a page."""
_CHOICES = {"event_type": ("type", EVENT_TYPES), "status": ("status", STATUSES)}


def draw(found: EventFile, t: Translator) -> None:
    """What is wrong, what is right, why; then the file. Nothing is sent from here."""
    with st.expander(t("mistake.heading"), icon=":material/edit_note:"):
        st.html(tag("p", text(t("mistake.promise")), class_="atlas atlas-note"))
        field = st.selectbox(
            t("mistake.field"), FIELDS, format_func=lambda f: t(f"mistake.of.{f}"), key="mistake:field"
        )
        value = right_value(field, t, "mistake")
        why = st.text_input(t("mistake.why"), key="mistake:why", placeholder=t("mistake.why_hint"))
        who = st.text_input(t("mistake.who"), key="mistake:who")
        if (value or field == "reject") and why.strip() and who.strip():
            _file(found, {field: value}, (who.strip(), why.strip()), t)
        else:
            st.html(tag("p", text(t("mistake.unfinished")), class_="atlas atlas-note"))
        _where(t)


def right_value(field: str, t: Translator, key: str) -> str:
    """The right value as an editor writes it, from widgets of that key; "" while there is none."""
    if field == "reject":
        return ""
    if field in _CHOICES:
        family, codes = _CHOICES[field]
        return str(
            st.selectbox(t("mistake.right"), codes, format_func=lambda c: t.word(family, c), key=f"{key}:code:{field}")
        )
    if field == "place":
        return place_sought(t, key)
    hint = t("mistake.hint.day") if field.startswith("date") else t("mistake.hint.count")
    return st.text_input(t("mistake.right"), key=f"{key}:value:{field}", placeholder=hint).strip()


def place_sought(t: Translator, key: str) -> str:
    """The gazetteer id of a place that the reader names and chooses; "" while there is none."""
    name = st.text_input(t("place.name"), key=f"{key}:place", placeholder=t("place.hint")).strip()
    if not name:
        return ""
    # The gazetteer is heavy; a reader who names no place never waits for it.
    from etl.pipeline import candidates  # noqa: PLC0415

    found = {c.place_id: c for c in candidates(name, t.language)}
    if not found:
        st.html(tag("p", text(t("place.none", name=isolated(name, t))), class_="atlas atlas-note", role="status"))
        return ""
    chosen = st.radio(t("place.which"), list(found), key=f"{key}:which",
                      format_func=lambda i: unmarked(place_line(found[i], t)))  # fmt: skip
    return str(chosen or "")


def place_line(candidate: Any, t: Translator) -> str:
    """A candidate in words: its name, area, country and kind."""
    country = t.country(candidate.country) if candidate.country else ""
    parts = [isolated(part, t) for part in (candidate.name, candidate.area) if part]
    return (
        f"{', '.join([*parts, *([country] if country else [])])} ({t.word('precision', candidate.precision).lower()})"
    )


def _file(found: EventFile, changes: dict[str, str], said: tuple[str, str], t: Translator) -> None:
    from etl.pipeline import Said, proposal  # noqa: PLC0415

    try:
        by = Said(*said, datetime.now(UTC).date())
        content = proposal({found.event_id: changes}, by, found.values["incident_ids"])
    except InputError:
        st.warning(t("mistake.senseless"), icon=":material/error:")
        return
    st.download_button(t("mistake.download"), content, f"correction-{found.event_id}.csv", "text/csv", type="primary",
                       key="mistake:download", icon=":material/download:", on_click="ignore")  # fmt: skip


def _where(t: Translator) -> None:
    to = os.environ.get(ADDRESS, "").strip()
    if not to:
        st.html(tag("p", text(t("mistake.to_editor")), class_="atlas atlas-note"))
    elif is_web(to):
        st.link_button(t("mistake.open", address=unmarked(to)), to)
    else:
        st.html(tag("p", text(t("mistake.send", address=to)), class_="atlas atlas-note"))
