"""How an event is cited: one line in APA style, BibTeX, and CSL-JSON."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import NamedTuple

from dashboard import wording
from dashboard.i18n import Translator
from dashboard.queries import EventFile

_TEX = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "_": r"\_", "$": r"\$",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip


class Reference(NamedTuple):
    """What a citation names beside the event: the version, the day it was built, the address, the day it was read."""

    build: str
    built: date
    address: str
    today: date


def apa(found: EventFile, where: Reference, t: Translator) -> str:
    """One line: who, when, what, which version, when it was read, where."""
    return t("cite.apa", year=str(where.built.year), title=_bare(wording.headline(found.values, t)), id=found.event_id,
             build=where.build, today=t.day(where.today), address=where.address)  # fmt: skip


def bibtex(found: EventFile, where: Reference, t: Translator) -> str:
    """An entry for BibTeX; the note names version and day of access."""
    key = re.sub(r"\W+", "-", found.event_id, flags=re.ASCII).strip("-") or "event"
    fields = {
        "title": _bare(wording.headline(found.values, t)),
        "author": t("app"),
        "year": str(where.built.year),
        "note": t("cite.note", id=found.event_id, build=where.build, today=t.day(where.today)),
    }
    lines = [f"  {name} = {{{_escaped(value)}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, f"  url = {{{where.address}}}", "}"])


def csl(found: EventFile, where: Reference, t: Translator) -> str:
    """The item as reference managers read it: CSL-JSON 1.0, dates as parts."""
    item = {
        "id": found.event_id,
        "type": "dataset",
        "title": _bare(wording.headline(found.values, t)),
        "author": [{"literal": t("app")}],
        "issued": {"date-parts": [[where.built.year, where.built.month, where.built.day]]},
        "accessed": {"date-parts": [[where.today.year, where.today.month, where.today.day]]},
        "version": where.build,
        "number": found.event_id,
        "URL": where.address,
    }
    return json.dumps([item], ensure_ascii=False)


def _bare(words: str) -> str:
    """Words without the signs that set foreign letters apart on a page."""
    return words.replace("\u2068", "").replace("\u2069", "")


def _escaped(words: str) -> str:
    return "".join(_TEX.get(c, c) for c in words)
