"""Place names that go on behind what the gazetteer knows of them: "San Luis" of "San Luis de la Reina"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.reading.scan.names import Name
from etl.reading.words.language import Language
from etl.reading.words.text import Text, fold

_NEXT = re.compile(r" ([^\W\d_][\w'-]*)")
_KINDS = frozenset({"town", "area"})
_MOST_SMALL = 2
_MOST_NAMES = 2


def whole_names(names: Sequence[Name], text: Text, language: Language) -> list[Name]:
    """The names, as unknown and whole those that only begin a longer one that is in no gazetteer.

    A name goes on behind particles ("Loma del Este"), and behind a word that names nothing alone ("San", "Puerto").
    """
    particles = language.words.get("particles", frozenset()) - language.stop_words
    heads = language.words.get("name_heads", frozenset())
    if language.parting is not None or not particles:
        return list(names)
    starts = {name.start for name in names}
    whole = [_whole(name, text, starts, particles, heads) for name in names]
    longer = [one for one, name in zip(whole, names, strict=True) if one.end > name.end]
    return [one for one in whole if not any(other.start < one.start < other.end for other in longer)]


def _whole(name: Name, text: Text, starts: set[int], particles: frozenset[str], heads: frozenset[str]) -> Name:
    if name.kind not in _KINDS:
        return name
    begins = text.folded[name.start : name.end] in heads
    end = at = name.end
    small = told = 0
    while (found := _NEXT.match(text.plain, at)) is not None and (small or found.start(1) not in starts):
        word = found.group(1)
        if fold(word) in particles and small < _MOST_SMALL:
            small += 1
        elif word[0].isupper() and (small or begins) and told < _MOST_NAMES:
            told, end = told + 1, found.start(1) + len(word.removesuffix("'s"))
            begins = False
            small = 0
        else:
            break
        at = found.end()
    return name if end == name.end else Name(name.start, end, "unknown", ())
