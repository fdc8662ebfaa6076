"""Data & method: what is in the atlas, where it comes from, what it means and what it is not; from the manifest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.i18n import Translator
from dashboard.views import header, session
from dashboard.views.markup import Markup, link, spoken, tag, text
from dashboard.views.session import Reader
from etl.columns import EVENTS
from etl.records import EVENT_TYPES

_COUNTS = ("reports", "incidents", "events", "unplaced", "undated", "remarks", "rejected", "out_of_scope", "merged",
           "corrections", "to_review")  # fmt: skip
_LIMITS = ("sample", "confidence", "place", "matching", "borders")
MOST_REJECTS = 50
MOST_CHANGES = 200


def draw() -> None:
    """The page."""
    reader = session.reader()
    t, manifest = reader.t, reader.version.manifest
    header.draw(reader, t("page.about"), t("about.version", build=reader.version.build))
    parts = [_counts(manifest, t), _sources(reader), _method(t), _types(t), _limits(t), _inputs(manifest, t)]
    st.html(tag("div", *parts, _rejects(reader), _changes(reader), _columns(t), class_="atlas atlas-about"))


def _section(title: str, *inside: Markup) -> Markup:
    return tag("section", tag("h2", text(title)), *inside)


def _table(heads: Sequence[str], rows: Sequence[Sequence[Markup]], label: str) -> Markup:
    """A table that scrolls by itself where the screen is narrow."""
    top = tag("thead", tag("tr", *(tag("th", text(h), scope="col") for h in heads)))
    body = tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows))
    return tag("div", tag("table", top, body), class_="atlas-scroll", tabindex="0", role="region", aria_label=label)


def _counts(manifest: Mapping[str, Any], t: Translator) -> Markup:
    told = [(name, manifest["counts"][name]) for name in _COUNTS if manifest["counts"].get(name) is not None]
    tiles = [
        tag("div", tag("dt", text(t(f"about.count.{name}"))), tag("dd", text(t.number(number))))
        for name, number in told
    ]  # fmt: skip
    return _section(t("about.counts"), tag("dl", *tiles, class_="atlas-tiles"), tag("p", text(t("about.account"))))


def _sources(reader: Reader) -> Markup:
    t = reader.t
    rows = [
        [
            text(t.word("source", name)),
            link(terms.licence_url, text(terms.licence)),
            text(", ".join(_rights(terms, t))),
            spoken(text(terms.citation), ""),
        ]
        for name, terms in queries.sources(reader.version).items()
    ]
    heads = [t(f"about.source_{name}") for name in ("name", "licence", "permits", "citation")]
    return _section(t("about.sources"), _table(heads, rows, t("about.sources")))


def _rights(terms: queries.Terms, t: Translator) -> list[str]:
    return [t(f"about.text.{'yes' if terms.text else 'no'}"), t(f"about.export.{'yes' if terms.export else 'no'}")]


def _method(t: Translator) -> Markup:
    steps = [
        tag("li", tag("strong", text(t(f"about.step.{step}"))), text(" "), text(t(f"about.step_says.{step}")))
        for step in ("read", "place", "match", "correct")
    ]
    return _section(t("about.method"), tag("ol", *steps, class_="atlas-list"))


def _types(t: Translator) -> Markup:
    rows = [[text(t.word("type", name)), text(t.word("type_of", name))] for name in EVENT_TYPES]
    return _section(t("about.types"), _table([t("field.event_type"), t("about.meaning")], rows, t("about.types")))


def _limits(t: Translator) -> Markup:
    return _section(t("about.limits"), tag("ul", *(tag("li", text(t(f"about.limit.{name}"))) for name in _LIMITS),
                                           class_="atlas-list"))  # fmt: skip


def _inputs(manifest: Mapping[str, Any], t: Translator) -> Markup:
    """The files that went in, their checksums, and what a person should know of them."""
    rows = [
        [text(i["file"]), text(i["source"]), *(text(t.number(i.get(n, 0))) for n in ("rows", "kept", "rejected")),
         tag("code", text(i["sha256"][:12]))]
        for i in manifest["inputs"]
    ]  # fmt: skip
    heads = [t(f"about.input_{name}") for name in ("file", "source", "rows", "kept", "rejected", "sha256")]
    notices = [tag("li", spoken(text(notice), "")) for i in manifest["inputs"] for notice in i.get("notices", ())]
    told = [tag("h3", text(t("about.notices"))), tag("ul", *notices, class_="atlas-list")] if notices else []
    opened = tag("summary", text(t("about.inputs_open", count=len(rows))))
    folded = tag("details", opened, _table(heads, rows, t("about.inputs")))
    return _section(t("about.inputs"), folded, *told)


def _rejects(reader: Reader) -> Markup:
    """The first rows that could not be kept, each with its reason and remedy."""
    t = reader.t
    found = queries.rejects(reader.version, MOST_REJECTS)
    if not found:
        return _section(t("about.rejects"), tag("p", text(t("about.no_rejects"))))
    columns = ("file", "row", "field", "value", "reason", "remedy")
    rows = [[spoken(text("" if r[c] is None else r[c]), "") for c in columns] for r in found]
    heads = [t(f"about.reject_{c}") for c in columns]
    return _section(t("about.rejects"), _table(heads, rows, t("about.rejects")))


def _changes(reader: Reader) -> Markup:
    """What the build before had otherwise: the numbers, and the first changes folded away."""
    t = reader.t
    found = queries.changes(reader.version, MOST_CHANGES)
    if not found.since:
        return _section(t("about.changes"), tag("p", text(t("about.no_build_before"))))
    numbers = [t(f"about.changed.{kind}", count=number) for kind, number in found.counts.items()]
    line = tag("p", text(t("about.changes_since", build=found.since, numbers=t.several(numbers))))
    if not found.rows:
        return _section(t("about.changes"), line)
    rows = [[text(t(f"about.change.{r['kind']}")), spoken(text(r["event"] or r["event_id"]), "en"),
             text(t.word("field", r["field"]) if r["field"] else ""),
             spoken(text(r["old"] or ""), ""), spoken(text(r["new"] or ""), "")] for r in found.rows]  # fmt: skip
    heads = [t(f"about.change_{name}") for name in ("kind", "event", "field", "old", "new")]
    folded = tag("details", tag("summary", text(t("about.changes_open"))), _table(heads, rows, t("about.changes")))
    return _section(t("about.changes"), line, folded)


def _columns(t: Translator) -> Markup:
    rows = [[tag("code", text(c.name)), spoken(text(c.meaning), "en"), spoken(text(c.unit), "en")] for c in EVENTS]
    heads = [t(f"about.column_{name}") for name in ("name", "meaning", "unit")]
    folded = tag("details", tag("summary", text(t("about.columns_open"))), _table(heads, rows, t("about.columns")))
    return _section(t("about.columns"), folded)
