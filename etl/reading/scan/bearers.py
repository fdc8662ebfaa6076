"""Place names that somebody or something bears: the surname of a person with a title, the name of a radio station."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from etl.reading.scan.quantity import is_plural
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Text, Tokens

_NEXT = re.compile(r" (?:de |del |de la )?([^\W\d_a-zß-öø-ÿœ][^\W\d_]{2,})")
_KINDS = frozenset({"town", "area"})


def borne(
    text: Text,
    tokens: Tokens,
    hits: Mapping[str, Sequence[Hit]],
    names: Sequence[tuple[int, int, str]],
    language: Language,
) -> frozenset[int]:
    """Where the place names (start, end, kind) begin that are only part of a name of a person or of a medium.

    "the minister Lincoln", "Radio Lima", "Rodriguez Porth" at no word of place. None in a script without capitals.
    """
    if language.parting is not None:
        return frozenset()
    titles = {hit.end for hit in hits.get("people", ()) if not is_plural(tokens.words[hit.last - 1], language)}
    placed = {hit.end for hit in hits.get("cue", ()) if hit.phrase.kind in ("locative", "names_follow")}
    placed |= {hit.end for hit in hits.get("thing", ())}
    placed |= {tokens.ends[hit.last] for hit in hits.get("thing", ()) if _is_of(tokens, hit.last, language)}
    starts = {start for start, _, _ in names}
    found: set[int] = set()
    for start, end, kind in names:
        if kind not in _KINDS or text.plain[start - 1 : start] != " ":
            continue
        at = tokens.at_or_after(start)
        titled = start - 1 in titles or (at > 0 and language.is_one_of(tokens.words[at - 1], "media"))
        if titled or (start - 1 not in placed and _goes_on(text, end, starts, language)):
            found.add(start)
    return frozenset(found)


def _is_of(tokens: Tokens, at: int, language: Language) -> bool:
    return at < len(tokens.words) and language.is_one_of(tokens.words[at], "of")


def _goes_on(text: Text, end: int, starts: set[int], language: Language) -> bool:
    """Whether a capitalised word that is neither ordinary nor a place follows right behind: "Rodriguez Porth"."""
    following = _NEXT.match(text.plain, end)
    if following is None or following.start(1) in starts:
        return False
    word = text.folded[following.start(1) : following.end(1)]
    return bool(language.ordinary) and word not in language.ordinary and not following.group(1).isupper()
