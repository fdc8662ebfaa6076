"""What a reader changes of what was read: a value, an ambiguous place; and the rows and the correction to take away.

Changes live in the session alone and go with the next text.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime

import streamlit as st

from dashboard.figures import Point, candidates_map
from dashboard.i18n import Translator
from dashboard.live_figure import live_figure
from dashboard.views.markup import tag, text, unmarked
from dashboard.views.mistake import FIELDS, place_line, right_value
from dashboard.views.session import Reader
from etl.errors import InputError
from etl.records import Incident, Report
from etl.store.formats import FORMATS
from etl.tables import incidents_table

_CHANGES = "atlas:read:changes"
_MAP_HEIGHT = 260
_MOST = 8
_FORMS = (("csv", "text/csv"), ("jsonl", "application/jsonl"))


def forget() -> None:
    """Start anew with the next text."""
    st.session_state[_CHANGES] = {}


def applied(incidents: Sequence[Incident]) -> dict[str, Incident]:
    """The incidents by id as the reader would have them; one that is none is left out."""
    changes = _changes()
    if not changes:
        return {one.incident_id: one for one in incidents}
    from etl.pipeline import as_proposed  # noqa: PLC0415

    return {one.incident_id: one for one in as_proposed(incidents, changes, _today())}


def draw(incident: Incident, report: Report, reader: Reader) -> None:
    """The places that an ambiguous name may mean, and any other value to change."""
    t = reader.t
    if incident.latitude is None and incident.place_candidates:
        _which_place(incident, reader)
    with st.expander(t("read.change"), icon=":material/edit:"):
        key = f"change:{incident.incident_id}:{report.content_sha256[:8]}"
        field = st.selectbox(t("mistake.field"), FIELDS, key=f"{key}:field",
                             format_func=lambda name: t(f"mistake.of.{name}"))  # fmt: skip
        value = right_value(field, t, key)
        with st.container(horizontal=True):
            if st.button(t("read.take"), key=f"{key}:take", type="primary", disabled=not value and field != "reject"):
                _take(incident, field, value, t)
            if _changes().get(incident.incident_id) and st.button(t("read.undo"), key=f"{key}:undo"):
                _changes().pop(incident.incident_id)
                st.rerun()


def _which_place(incident: Incident, reader: Reader) -> None:
    from etl.pipeline import candidates_of  # noqa: PLC0415

    t, found = reader.t, candidates_of(incident.place_candidates)[:_MOST]
    if not found:
        return
    lines = {c.place_id: f"{number}. {place_line(c, t)}" for number, c in enumerate(found, start=1)}
    st.html(tag("p", text(t("read.which_place")), class_="atlas atlas-lead"))
    figure = candidates_map([Point(c.longitude, c.latitude, place_line(c, t)) for c in found], t=t, theme=reader.theme)
    chart, choice = st.columns([0.55, 0.45])
    with chart:
        live_figure(figure, key=f"candidates:{incident.incident_id}", height=_MAP_HEIGHT, language=t.language,
                    label=t("read.candidates_label", places="; ".join(lines.values())))  # fmt: skip
    with choice:
        chosen = st.radio(t("place.which"), list(lines), index=None, key=f"which:{incident.incident_id}",
                          format_func=lambda place: unmarked(lines[place]))  # fmt: skip
    if chosen and _changes().get(incident.incident_id, {}).get("place") != chosen:
        _take(incident, "place", str(chosen), t)


def _take(incident: Incident, field: str, value: str, t: Translator) -> None:
    from etl.pipeline import as_proposed  # noqa: PLC0415

    changed = {**_changes().get(incident.incident_id, {}), field: value}
    try:
        as_proposed([incident], {incident.incident_id: changed}, _today())
    except InputError:
        st.warning(t("mistake.senseless"), icon=":material/error:")
        return
    _changes()[incident.incident_id] = changed
    st.rerun()


def leave(incidents: Sequence[Incident], report: Report, t: Translator) -> None:
    """The rows as they are now, and what was changed as a file of corrections."""
    st.html(tag("h2", text(t("read.leave")), class_="atlas atlas-heading"))
    with st.container(horizontal=True, key="read-downloads", vertical_alignment="center"):
        for form, mime in _FORMS:
            st.download_button(t(f"download.{form}"), _rows(incidents, form), f"incidents.{form}", mime,
                               key=f"read:{form}", icon=":material/download:", on_click="ignore")  # fmt: skip
        if _changes():
            from etl.pipeline import Said, proposal  # noqa: PLC0415

            said = Said(t("read.reader"), t("read.after_reading", id=report.report_id), _today())
            st.download_button(t("mistake.download"), proposal(_changes(), said), "correction.csv", "text/csv",
                               key="read:correction", icon=":material/download:", on_click="ignore")  # fmt: skip
    st.html(tag("p", text(t("read.leave_note")), class_="atlas atlas-note"))


def _rows(incidents: Sequence[Incident], form: str) -> bytes:
    target = io.BytesIO()
    FORMATS[form](incidents_table(incidents), {}, target)
    return target.getvalue()


def _changes() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = st.session_state.setdefault(_CHANGES, {})
    return found


def _today() -> date:
    return datetime.now(UTC).date()
