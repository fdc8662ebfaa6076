"""Names of groups by their form: a word for a group with what it is of, and letters that claim or deny."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Text, Tokens

Span = tuple[int, int]

_MOST_WORDS, _SHORTEST, _LONGEST = 9, 3, 8
_VERB_WITHIN = 3
_LAYERS = ("event", "toll", "flight")
_SPEAKING = frozenset({"says", "claim", "deny", "accuse", "nobody_claimed"})
_SMALL = ("definite", "of_part")
_ENDS = ("auxiliaries", "pronouns", "openers", "relative", "and", "by")


def with_complements(
    text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], language: Language
) -> Iterator[Span]:
    """A capitalised word for a group with what follows in small letters: "Organisation de libération islamique".

    Only in a language whose file has `name_links`, words that join the two; an article or "of" stands before the name.
    """
    links = language.words.get("name_links", frozenset())
    verbs = _verbs(hits)
    for at in tokens.which(language.any_of("group_words"), 1, len(tokens.words) - 2) if links else ():
        led = any(language.is_one_of(tokens.words[at - 1], kind) for kind in _SMALL)
        if not (led and text.plain[tokens.starts[at]].isupper()):
            continue
        last, linked = at + 1, False
        while last < min(len(tokens.words), at + _MOST_WORDS) and _goes_on(text, tokens, last, language):
            if last in verbs:
                break
            linked |= tokens.words[last] in links
            last += 1
        while last > at and (tokens.words[last - 1] in links or language.is_one_of(tokens.words[last - 1], "definite")):
            last -= 1
        if linked and last > at + 1:
            yield tokens.starts[at], tokens.ends[last - 1]


def _goes_on(text: Text, tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a token goes on with a name: a noun, an adjective or a word that joins them, no pause before it."""
    gap = text.plain[tokens.ends[at - 1] : tokens.starts[at]]
    word = tokens.words[at]
    joins = language.is_one_of(word, "name_links") or language.is_one_of(word, "definite")
    ends = any(language.is_one_of(word, kind) for kind in _ENDS) or language.is_one_of(word, "prepositions")
    return gap in (" ", "-", "'", "") and word[:1].isalpha() and (joins or not ends)


def _verbs(hits: Mapping[str, Sequence[Hit]]) -> frozenset[int]:
    told = [hit for layer in _LAYERS for hit in hits.get(layer, ()) if "verb" in hit.phrase.marks]
    told += [hit for hit in hits.get("cue", ()) if hit.phrase.kind in _SPEAKING]
    return frozenset(hit.first for hit in told)


def claiming(text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], language: Language) -> Iterator[Span]:
    """Capital letters with an article before a claim or denial, or behind its "by": "Le FLEC a revendiqué"."""
    if "auxiliaries" not in language.words:
        return
    for cue in hits.get("cue", ()):
        if cue.phrase.kind not in ("claim", "deny"):
            continue
        at = cue.first - 1
        while at > max(0, cue.first - 1 - _VERB_WITHIN) and language.is_one_of(tokens.words[at], "auxiliaries"):
            at -= 1
        behind = cue.last + 2 if _is_by(tokens, cue.last, language) else 0
        for place in (at, behind):
            if _is_of_capitals(text, tokens, place, language):
                yield tokens.starts[place], tokens.ends[place]


def _is_by(tokens: Tokens, at: int, language: Language) -> bool:
    return at < len(tokens.words) and language.is_one_of(tokens.words[at], "by")


def _is_of_capitals(text: Text, tokens: Tokens, at: int, language: Language) -> bool:
    """Whether a token is of some capital letters, an article right before it."""
    if not 0 < at < len(tokens.words) or not language.is_one_of(tokens.words[at - 1], "definite"):
        return False
    written = text.plain[tokens.starts[at] : tokens.ends[at]]
    return written.isupper() and written.isalpha() and _SHORTEST <= len(written) <= _LONGEST
