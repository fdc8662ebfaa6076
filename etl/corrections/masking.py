"""Names of places hidden in a text, sign for sign, so that every other span of the text still points at its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale
from babel.core import UnknownLocaleError

from etl.lexicon import fold

HIDDEN = "█"


def hidden_names(text: str, names: Iterable[str]) -> str:
    """The text with each whole-word occurrence of the names hidden, in any case."""
    longest_first = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
    if not longest_first:
        return text
    either = "|".join(map(re.escape, longest_first))
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", lambda found: _blocks(found[0]), text, flags=re.IGNORECASE)


def hidden_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with everything between the offsets hidden but its spaces and line ends."""
    for start, end in spans:
        text = text[:start] + _blocks(text[start:end]) + text[end:]
    return text


def country_names(code: str, languages: Iterable[str]) -> set[str]:
    """Folded names of a country (ISO 3166-1 alpha-2) in English and in the languages given (Unicode CLDR)."""
    found: set[str] = set()
    for language in {"en", *languages}:
        try:
            found.add(fold(Locale.parse(language).territories.get(code, "")))
        except (UnknownLocaleError, ValueError):
            continue
    return found - {""}


def _blocks(words: str) -> str:
    return re.sub(r"\S", HIDDEN, words)
