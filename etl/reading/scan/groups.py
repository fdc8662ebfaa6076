"""Names of groups that no file knows: what a word of group announces, or capitalised words with such a word in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from etl.reading.scan.announced import of_stances, who_answer
from etl.reading.scan.group_names import claiming, with_complements
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit, Phrase
from etl.reading.words.text import Text, Tokens

_CAPITAL = r"[^\W\d_a-zß-öø-ÿœ][\w'-]*"
_SMALL = r"(?:(?:al|el|ibn|bin|de|del|du|des|la|las|los|of|for|the|pour|para|et|y|and)[ -]){0,2}"
_RUN = re.compile(rf"{_CAPITAL}(?: {_SMALL}{_CAPITAL})*")
_ANNOUNCED = re.compile(rf"[ \"'«“(]{{1,3}}({_CAPITAL}(?: {_SMALL}{_CAPITAL})*)")
_QUOTED = re.compile(r"[ \n(]{1,2}\"([^\"\n]{2,40})\"")
_LONGEST = 60
_MOST_WORDS = 3
UNKNOWN = Phrase("actor", "group")
"""What the name of a group that no file knows stands for."""


def unknown_groups(
    text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], places: Sequence[tuple[int, int]], language: Language
) -> Iterator[Hit]:
    """Hits of layer "actor" for groups in no file; places are spans of known place names, which are no groups."""
    taken = [(hit.start, hit.end) for hit in hits.get("actor", ())]
    if language.parting is not None:
        found = {*_quoted(text, tokens, hits, language), *_behind_heads(text, tokens, language)}
    else:
        whole = {*with_complements(text, tokens, hits, language), *claiming(text, tokens, hits, language)}
        whole |= {*who_answer(text, tokens, hits, language)}
        blamed = of_stances(text, tokens, hits, language)
        short = {span for span in blamed if not any(span[0] < end and start < span[1] for start, end in places)}
        short |= {*_announced(text, hits), *_by_their_words(text, language)}
        found = whole | {one for one in short if not any(one[0] < end and start < one[1] for start, end in whole)}
    for start, end in sorted(found):
        if any(start < other[1] and other[0] < end for other in taken) or (start, end) in places:
            continue
        first, last = tokens.at_or_after(start), tokens.at_or_after(end)
        if first < last and tokens.words[first] not in language.temporal.classes:
            taken.append((start, end))
            yield Hit(UNKNOWN, first, last, start, end)


def _announced(text: Text, hits: Mapping[str, Sequence[Hit]]) -> Iterator[tuple[int, int]]:
    """Capitalised words right after a word that announces a group ("a group calling itself X")."""
    for cue in hits.get("cue", ()):
        if cue.phrase.kind == "group_follows":
            found = _ANNOUNCED.match(text.plain, cue.end, cue.end + _LONGEST)
            if found is not None:
                yield found.span(1)


def _by_their_words(text: Text, language: Language) -> Iterator[tuple[int, int]]:
    """Two or more capitalised words, one of them a word that groups bear in their names ("Brigades", "Front")."""
    for run in _RUN.finditer(text.plain):
        start = run.start()
        words = text.folded[start : run.end()].split()
        while words and language.is_one_of(words[0], "definite"):
            start += len(words.pop(0)) + 1
        if len(words) > 1 and any(language.is_one_of(word, "group_words") for word in words):
            yield start, run.end()


def _quoted(
    text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], language: Language
) -> Iterator[tuple[int, int]]:
    """What stands in quotes right after a word for a group, or after one that announces its name."""
    heads = language.words.get("group_heads", frozenset())
    ends = [tokens.ends[at] for at, word in enumerate(tokens.words) if word in heads]
    ends += [cue.end for cue in hits.get("cue", ()) if cue.phrase.kind == "group_follows"]
    for end in ends:
        found = _QUOTED.match(text.plain, end)
        if found is not None:
            yield found.span(1)


def _behind_heads(text: Text, tokens: Tokens, language: Language) -> Iterator[tuple[int, int]]:
    """A word for a group with what names it in a script without capitals: words with the article, or one before them.

    "Front of the Liberation" has one such word, "the Army the Free" needs two.
    """
    words = tokens.words
    for at, word in enumerate(words):
        if not language.is_one_of(word, "group_heads"):
            continue
        definite = at > 0 and language.is_one_of(words[at - 1], "definite")
        last = _definite_words(text, tokens, at + 1, language)
        if last == at + 1 and not definite and at + 1 < len(words) and words[at + 1].isalpha():
            last = _definite_words(text, tokens, at + 2, language)
            last = last if last > at + 2 and not language.is_one_of(words[at + 1], "stop_words") else at + 1
        if last - at > (3 if definite else 1):
            yield tokens.starts[at - definite], tokens.ends[last - 1]


def _definite_words(text: Text, tokens: Tokens, at: int, language: Language) -> int:
    """The token after at most three words with the article that stand one after the other."""
    for _ in range(_MOST_WORDS):
        two = at + 1 < len(tokens.words) and language.is_one_of(tokens.words[at], "definite")
        if not two or text.plain[tokens.ends[at - 1] : tokens.starts[at]] != " ":
            break
        at += 2
    return at
