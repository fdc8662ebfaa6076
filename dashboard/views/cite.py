"""How an event is cited: one line in APA style, and BibTeX."""

from __future__ import annotations

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
    return t("cite.apa", year=str(where.built.year), title=wording.headline(found.values, t), id=found.event_id,
             build=where.build, today=t.day(where.today), address=where.address)  # fmt: skip


def bibtex(found: EventFile, where: Reference, t: Translator) -> str:
    """An entry for BibTeX; the note names version and day of access."""
    key = re.sub(r"\W+", "-", found.event_id, flags=re.ASCII).strip("-") or "event"
    fields = {
        "title": wording.headline(found.values, t),
        "author": t("app"),
        "year": str(where.built.year),
        "note": t("cite.note", id=found.event_id, build=where.build, today=t.day(where.today)),
    }
    lines = [f"  {name} = {{{_escaped(value)}}}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{key},", *lines, f"  url = {{{where.address}}}", "}"])


def _escaped(words: str) -> str:
    return "".join(_TEX.get(c, c) for c in words)
