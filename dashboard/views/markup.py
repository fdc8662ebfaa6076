"""Safe markup: every word that is not ours is escaped, and only http and https addresses become links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from itertools import pairwise
from typing import NewType
from urllib.parse import urlsplit

from dashboard.i18n import direction_of
from etl.records import Span

Markup = NewType("Markup", str)
"""HTML in which everything foreign is escaped. Only this module makes it of other text."""

_MARKS = re.compile(r"([\\`*_{}\[\]()#+.!|<>~:$&^=@/-])")
_VOID = frozenset({"img", "br", "hr"})
_PASSED = 24
"""Characters of a text without its own sentence that are shown around a highlighted word."""


def text(words: object) -> Markup:
    """Words as they are, never as markup."""
    return Markup(escape(str(words), quote=True))


def unmarked(words: object) -> str:
    """Words for a widget that would take them for Markdown: every mark of its is escaped, lines are joined."""
    return _MARKS.sub(r"\\\1", " ".join(str(words).split()))


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Pieces of markup in a row."""
    return Markup(escape(between).join(parts))


def tag(name: str, *inside: Markup, **attributes: str) -> Markup:
    """An element; `class_` and `for_` stand for the attributes that are words of Python, "_" for "-"."""
    written = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    closing = "" if name in _VOID else f"</{name}>"
    return Markup(f"<{name}{written}>{''.join(inside)}{closing}")


def link(address: str, words: Markup, **attributes: str) -> Markup:
    """A link that opens beside this page; the words alone where the address is not plain http or https."""
    if not is_web(address):
        return words
    return tag("a", words, href=address, target="_blank", rel="noopener noreferrer nofollow", **attributes)


def is_web(address: str) -> bool:
    """Whether an address leads to a page: http or https, with a host, and nothing invisible in it."""
    if any(c.isspace() or not c.isprintable() for c in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def spoken(words: Markup, language: str, name: str = "span", **attributes: str) -> Markup:
    """Words in a language, so that a screen reader says them and the page sets them in their own direction."""
    if language:
        attributes |= {"lang": language, "dir": direction_of(language)}
    else:
        attributes |= {"dir": "auto"}
    return tag(name, words, **attributes)


def highlighted(whole: str, window: Span, marks: Mapping[str, Sequence[Span]], labels: Mapping[str, str]) -> Markup:
    """`whole[window]` with the marked words in <mark>, titled by the labels of the fields that they say.

    Spans may overlap and reach out of the window; what lies outside the text is left away.
    """
    start, end = max(0, window.start), min(len(whole), window.end)
    edges = {start, end}
    inside = [
        (max(s.start, start), min(s.end, end), field)
        for field, spans in marks.items()
        for s in spans
        if s.start < end and s.end > start
    ]
    for first, last, _ in inside:
        edges |= {first, last}
    parts: list[Markup] = []
    for first, last in pairwise(sorted(edges)):
        fields = sorted({field for a, z, field in inside if a <= first and last <= z})
        words = text(whole[first:last])
        said = ", ".join(labels.get(field, field) for field in fields)
        parts.append(tag("mark", words, title=said) if fields else words)
    return joined(parts)


def windows(spans: Sequence[Span], others: Sequence[Span], length: int) -> list[Span]:
    """The stretches of a text to show: the sentences given, joined where they touch; else a little around the words."""
    chosen = list(spans) or [Span(max(0, s.start - _PASSED), min(length, s.end + _PASSED)) for s in others]
    found: list[Span] = []
    for span in sorted(chosen, key=lambda s: (s.start, s.end)):
        if found and span.start <= found[-1].end + 1:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
