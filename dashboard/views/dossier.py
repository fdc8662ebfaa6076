"""An event in markup: its facts, who says what of it, and the words of every report that tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard import wording
from dashboard.i18n import Translator
from dashboard.queries import EventFile
from dashboard.views.markup import Markup, joined, spoken, tag, text
from etl.records import STANCES
from etl.told_columns import COUNTS


def head(values: wording.Values, t: Translator) -> Markup:
    """The one line that says it, then what stands under it."""
    line = tag("h2", spoken(text(wording.headline(values, t)), ""))
    return tag("header", line, under_headline(values, t))


def under_headline(values: wording.Values, t: Translator) -> Markup:
    """The counts, whether it is contested, and how many independent sources tell it."""
    told = " · ".join(wording.tolls(values, t)) or t("toll.none_told")
    count = int(values.get("independent_sources") or 0)
    badges = [tag("span", text(t("event.voices", count=count)), class_="atlas-badge")]
    if values.get("is_contested"):
        badges.insert(0, tag("span", text(t("event.contested")), class_="atlas-badge atlas-contested"))
    return tag("div", tag("p", text(told), class_="atlas-toll"), tag("p", *badges, class_="atlas-badges"))


def facts(found: EventFile, t: Translator) -> Markup:
    """What is held of the event, each with how exactly it is known."""
    values = found.values
    rows: list[tuple[str, Markup]] = [
        ("status", text(t.word("status", values["status"]))),
        ("date", _with_note(wording.when(values, t), t.word("basis", values["date_basis"] or "none"))),
        ("place", where(values, t)),
    ]
    rows += [(f, _in_their_words(found, f, t)) for f in ("launched_from", "targets", "weapons") if values.get(f)]
    counted = [(field, wording.number(values, field, t)) for field in COUNTS]
    rows += [(field, text(words)) for field, words in counted if words]
    differing = set(values.get("disagreements") or ())
    return tag("dl", *(_fact(field, value, field in differing, t) for field, value in rows), class_="atlas-facts")


def where(values: wording.Values, t: Translator) -> Markup:
    """The place with how exactly it is known; of an ambiguous name, the places it may mean."""
    told = _with_note(wording.place(values, t), wording.exactness(values, t))
    candidates = () if values.get("latitude") is not None else tuple(values.get("place_candidates") or ())
    if not candidates:
        return told
    # The gazetteer is heavy, and few events need it.
    from etl.pipeline import place_names  # noqa: PLC0415

    named = place_names(candidates)
    lines = [
        tag("li", spoken(text(", ".join(filter(None, (name, area, t.country(country) if country else "")))), ""))
        for name, area, country in dict.fromkeys(named.values())
    ]
    return joined([told, tag("ul", *lines, class_="atlas-candidates")]) if lines else told


def _in_their_words(found: EventFile, field: str, t: Translator) -> Markup:
    """What the reports call it, a line a language, the reader's own first: the words are theirs, never translated."""
    said: dict[str, list[str]] = {}
    for incident in found.incidents:
        language = found.reports[incident.report_id].language if incident.report_id in found.reports else ""
        said.setdefault(language, []).extend(getattr(incident, field))
    lines = {k: wording.distinct(words) for k, words in said.items() if words}
    if not lines:
        return spoken(text(t.several(wording.distinct(list(found.values[field])))), "")
    first, *others = sorted(lines, key=lambda k: (k != t.language, k))
    parts = [spoken(text(", ".join(lines[first])), first)]
    for language in others:
        words = spoken(text(", ".join(lines[language])), language)
        named = text(t("event.in_tongue", language=t.tongue(language)))
        parts.append(tag("span", named, text(" "), words, class_="atlas-note"))
    return joined(parts)


def _fact(field: str, value: Markup, differs: bool, t: Translator) -> Markup:
    note = [tag("span", text(t("event.reports_differ")), class_="atlas-differs")] * differs
    return tag("div", tag("dt", text(t.word("field", field))), tag("dd", value, *note))


def _with_note(words: str, note: str) -> Markup:
    return joined([spoken(text(words), ""), tag("span", text(note), class_="atlas-note")])


def voices(attributions: Sequence[Mapping[str, Any]], t: Translator) -> Markup:
    """Who is said to have done it, by stance and according to whom; "" where no report says."""
    groups: list[Markup] = []
    for stance in (*STANCES, None):
        told = [a for a in attributions if (a["stance"] or None) == stance]
        if not told:
            continue
        lines = [tag("li", _voice(a, t)) for a in _unique(told)]
        heading = text(t.word("stance", stance or "stated"))
        groups.append(
            tag("div", tag("dt", heading), tag("dd", tag("ul", *lines)), class_=f"atlas-{stance or 'stated'}")
        )
    return tag("dl", *groups, class_="atlas-facts atlas-voices") if groups else Markup("")


def _unique(told: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return list({(a["actor"], a["by"] or ""): a for a in told}.values())


def _voice(attribution: Mapping[str, Any], t: Translator) -> Markup:
    actor = spoken(tag("strong", text(attribution["actor"])), "")
    by = attribution["by"] or ""
    if not by or by == attribution["actor"]:
        return actor
    return joined([actor, tag("span", text(t("event.according_to", by=wording.isolated(by, t))), class_="atlas-note")])


def body(found: EventFile, t: Translator, heading: str = "h3") -> Markup:
    """Facts and voices of an event, under headings of a level."""
    spoken_of = voices(found.values["attributions"] or (), t)
    told = [tag(heading, text(t("event.who"))), spoken_of] if spoken_of else []
    return tag("div", facts(found, t), *told)


def card(found: EventFile, t: Translator) -> Markup:
    """The event as it stands beside the map, without its reports."""
    return tag("section", head(found.values, t), body(found, t), class_="atlas atlas-card")
