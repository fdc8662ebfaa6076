"""What leaves is what is shown: the files are made when they are asked for."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial

import pyarrow as pa
import streamlit as st

from dashboard import queries
from dashboard.filters import View
from dashboard.views import session, summary
from dashboard.views.markup import tag, text
from dashboard.views.session import Reader
from etl.store import Version, export, zipped

_FORMS = (
    ("csv", "text/csv"),
    ("geojson", "application/geo+json"),
    ("jsonl", "application/jsonl"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("zip", "application/zip"),
)


def draw(reader: Reader) -> None:
    """A button a format, and what stays behind."""
    t = reader.t
    context = {
        "address": session.link_to(replace(reader.view, selected="")),
        "event_address": session.link_to(View(page="event", selected="X")).removesuffix("X") + "{event_id}",
        "title": f"{t('app')}: {summary.title(reader.view, t)}",
    }
    with st.container(horizontal=True, key="downloads", vertical_alignment="center"):
        for form, mime in _FORMS:
            st.download_button(
                t(f"download.{form}"),
                data=partial(written, reader, form, context),
                file_name=f"incident-atlas-{reader.version.build[:8]}.{form}",
                mime=mime,
                key=f"download:{form}",
                icon=":material/download:",
                on_click="ignore",
            )
    said = [t("download.note")]
    for key, held in (("withheld", lambda terms: not terms.may_leave), ("apart", lambda terms: terms.apart)):
        titles = [terms.title for terms in queries.sources(reader.version).values() if held(terms)]
        said += [t(f"download.{key}", sources=t.several(titles))] if titles else []
    st.html(tag("p", text(" ".join(said)), class_="atlas atlas-note"))


def written(reader: Reader, form: str, context: dict[str, str]) -> bytes:
    """The file of exactly the events shown, of what may leave."""

    def shown(edition: Version) -> pa.Table:
        return queries.export_table(edition, reader.view)

    if form == "zip":
        return zipped(reader.version, shown, "csv", context)
    target = io.BytesIO()
    export(reader.version, shown, form, target, context)
    return target.getvalue()
