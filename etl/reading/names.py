"""Place names: those of the gazetteer, and words that stand where a place name stands but are in no gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.reading.language import Language
from etl.reading.phrases import Hit
from etl.reading.text import Text, Tokens

_NAME = re.compile(r"[ '(]{0,2}([^\W\d_a-z][\w'-]*(?: (?:[^\W\d_a-z][\w'-]*))*)")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Name:
    """A place name in offsets of the levelled text; kind as in `PlaceMention`, "unknown" where in no gazetteer."""

    start: int
    end: int
    kind: str
    countries: tuple[str, ...]


def unknown_names(
    text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], known: Sequence[Name], language: Language
) -> Iterator[Name]:
    """Capitalised words right after a word of place ("the village of X", "near X") that no gazetteer knows."""
    if not text.plain or sum(char.isupper() for char in text.plain[:2000]) * 3 > len(text.plain[:2000]):
        return
    taken = [(name.start, name.end) for name in known]
    taken += [(hit.start, hit.end) for layer in ("actor", "people", "event") for hit in hits.get(layer, ())]
    starts = {start for start, _ in taken}
    inside = {at for start, end in taken for at in range(start, end)}
    for cue in hits.get("cue", ()):
        if cue.phrase.kind != "locative":
            continue
        found = _NAME.match(text.plain, cue.end, cue.end + _LONGEST)
        if found is None or found.start(1) == cue.end or found.start(1) in inside or found.start(1) in starts:
            continue
        first = tokens.at_or_after(found.start(1))
        if first < len(tokens.words) and tokens.words[first] not in language.temporal.classes:
            yield Name(found.start(1), found.end(1), "unknown", ())
