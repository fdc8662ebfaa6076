"""Unknown place names in a script that has no capitals: words that stand where only a name can stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Tokens

_SHORTEST = 3
_FEMININE = "\u062a"
"""The letter that a verb in the past ends in beside a feminine noun ("a village that saw")."""


def bare_names(tokens: Tokens, cues: Sequence[Hit], inside: set[int], language: Language) -> Iterator[tuple[int, int]]:
    """Tokens [first, last) of unknown words right after a word of place without the article.

    After a mere "in" only where the province or a direction follows ("in X in the province of Y", "in X north of Y").
    One word; two where the first begins names ("Tell X"), where the second is unknown too and has the article or ends
    what is told of the place, or where a word of settlement stands before ("the quarter Dar X").
    """
    words = tokens.words
    heads = {cue.last for cue in cues if not (cue.first and language.is_one_of(words[cue.first - 1], "definite"))}
    beside = {at + 1 for at in range(len(words)) if _is_in(words, at, language) and _area_follows(words, at, language)}
    for first in sorted(heads | beside):
        last = _end_of_name(tokens, first, inside, language)
        last = last if last > first else _common_word(tokens, first, inside, language)
        if last > first and tokens.starts[last - 1] not in inside:
            inside.update(range(tokens.starts[first], tokens.ends[last - 1]))
            yield first, last


def before_heads(tokens: Tokens, hits: Mapping[str, Sequence[Hit]], language: Language) -> list[Hit]:
    """Words of place right before a word that begins names, and is no site with an article behind it."""
    words, sites = tokens.words, {thing.first for thing in hits.get("thing", ())}
    located = [cue for cue in hits.get("cue", ()) if cue.phrase.kind == "locative" and cue.last + 1 < len(words)]
    return [
        cue
        for cue in located
        if language.is_one_of(words[cue.last], "name_heads")
        and not language.is_one_of(words[cue.last], "definite")
        and not (cue.last in sites and language.is_one_of(words[cue.last + 1], "definite"))
    ]


def _end_of_name(tokens: Tokens, first: int, inside: set[int], language: Language) -> int:
    """The token after the name that begins at one; `first` where none does."""
    if first >= len(tokens.words):
        return first
    last = _after_name_word(tokens, first, language)
    if last == first:
        return _after_settlement(tokens, first, inside, language)
    if any(at in inside for at in range(tokens.starts[first], tokens.ends[last - 1])):
        return first
    begins = language.is_one_of(tokens.words[last - 1], "name_heads")
    further = _after_name_word(tokens, last, language, begins)
    if further > last and tokens.starts[further - 1] in inside:
        further = last
    if further > last and (begins or (further - last == 2 and last - first == 1)):
        return further
    if further - last == 1 and last - first == 1 and _is_of_two(tokens, further, language):
        return further
    return first if begins else last


def _is_of_two(tokens: Tokens, last: int, language: Language) -> bool:
    """Whether two unknown words are one name: no adjective nor verb by their form, and what follows is of no name."""
    words = tokens.words
    shaped = any(word.endswith(tuple(language.any_of("noun_endings"))) for word in words[last - 2 : last])
    begins = words[last - 1].startswith(tuple(language.any_of("present_begins")))
    parted = last >= len(words) or tokens.starts[last] - tokens.ends[last - 1] > 1
    ends = ("directions", "breaks", "areas", "links", "phrase_ends")
    return not shaped and not begins and (parted or words[last] in language.any_of(*ends))


def _after_settlement(tokens: Tokens, first: int, inside: set[int], language: Language) -> int:
    """The end of a name whose first word is a common one, right after a word such as "quarter": "the quarter Dar X"."""
    words = tokens.words
    settled = first > 0 and language.is_one_of(words[first - 1], "settlements")
    barred = any(language.is_one_of(words[first], kind) for kind in ("no_names", "directions", "definite", "breaks"))
    if not settled or barred or words[first] in language.stop_words or len(words[first]) < _SHORTEST:
        return first
    last = _after_name_word(tokens, first + 1, language)
    return last if last == first + 2 and tokens.starts[first + 1] not in inside else first


def _common_word(tokens: Tokens, first: int, inside: set[int], language: Language) -> int:
    """The end of a name that is a common word, right after a word such as "village": what follows is no noun of it."""
    words = tokens.words
    at = first + (first < len(words) and language.is_one_of(words[first], "definite"))
    if not first or at >= len(words) or not language.is_one_of(words[first - 1], "villages"):
        return first
    word, after = words[at], at + 1
    barred = any(language.is_one_of(word, kind) for kind in ("no_names", "directions", "breaks", "definite"))
    if barred or word in language.stop_words or len(word) < _SHORTEST or not word.isalpha() or word.endswith(_FEMININE):
        return first
    taken = {tokens.starts[first], tokens.starts[at]} & inside
    parted = after >= len(words) or tokens.starts[after] - tokens.ends[at] > 1
    ends = parted or any(language.is_one_of(words[after], kind) for kind in ("directions", "breaks", "areas", "links"))
    return after if ends and not taken else first


def _is_in(words: Sequence[str], at: int, language: Language) -> bool:
    return language.is_one_of(words[at], "in")


def _area_follows(words: Sequence[str], at: int, language: Language) -> bool:
    """Whether "in the province", "in the north of" or the like stands behind the word or two after a token."""
    behind = range(at + 2, min(at + 4, len(words) - 1))
    return any(
        (_is_in(words, end, language) and language.is_one_of(words[end + 1], "areas"))
        or (language.is_one_of(words[end], "directions") and not language.is_one_of(words[at + 1], "directions"))
        for end in behind
    )


def _after_name_word(tokens: Tokens, at: int, language: Language, known: bool = False) -> int:
    """The token after a word that may be a name, with its article; `at` where none stands there."""
    words = tokens.words
    after = at + (at < len(words) and language.is_one_of(words[at], "definite"))
    if after >= len(words) or (at and tokens.starts[at] - tokens.ends[at - 1] > 1):
        return at
    word = words[after]
    is_name = (
        word.isalpha()
        and (len(word) >= _SHORTEST or language.is_one_of(word, "name_heads"))
        and (known or language.is_one_of(word, "name_heads") or not language.knows(word))
        and not language.is_one_of(word, "directions")
    )
    return after + 1 if is_name and not language.is_one_of(word, "no_names") else at
