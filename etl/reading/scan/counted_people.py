"""People told by a word that elsewhere is something else: "two Frenchmen", "five Rohingyas", "three suspects"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from etl.reading.scan.names import Name, is_all_capitals
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit, Phrase
from etl.reading.words.text import Text, Tokens

Hits = Mapping[str, Sequence[Hit]]


def people_of_nations(text: Text, tokens: Tokens, hits: Hits, names: Sequence[Name], language: Language) -> list[Hit]:
    """The people of a text; a demonym, or a capital after a number, counts people where no other word does there."""
    plain, shouted = text.plain, is_all_capitals(text.plain)
    found = list(hits.get("people", ()))
    known = {at for hit in found for at in range(hit.first, hit.last)}
    spans = [(tokens.at_or_after(name.start), name) for name in names if name.kind == "demonym"]
    found += [
        Hit(Phrase("people", "people"), first, first + 1, name.start, name.end)
        for first, name in spans
        if first not in known
        and first + 1 not in known
        and (first < len(tokens.words) if shouted else _is_noun(plain, tokens, hits, language, first))
    ]
    taken = known | {first for first, _ in spans}
    months = language.temporal.classes
    for at in range(1, len(tokens.words)):
        word, before = tokens.words[at], tokens.words[at - 1]
        counted = before in language.numbers.words or before.isdecimal()
        written = plain[tokens.starts[at]].isupper() and not shouted and word.endswith("s")
        if counted and written and at not in taken and at + 1 not in known and word not in months:
            found.append(Hit(Phrase("people", "people"), at, at + 1, tokens.starts[at], tokens.ends[at]))
    return sorted(found, key=lambda hit: hit.first)


def without_counted(tokens: Tokens, hits: Hits, language: Language) -> list[Hit]:
    """The cues of a text without words that count people there: "arrested two suspects" tells no suspicion."""
    people = {(hit.first, hit.last) for hit in hits.get("people", ())}
    return [
        cue
        for cue in hits.get("cue", ())
        if not ((cue.first, cue.last) in people and _is_number(tokens, language, cue.first - 1))
    ]


def _is_noun(plain: str, tokens: Tokens, hits: Hits, language: Language, at: int) -> bool:
    """Whether a demonym names people: "two Americans were", not "an American drone" nor "soldats américains"."""
    if at >= len(tokens.words):
        return False
    article = at > 0 and tokens.words[at - 1] in language.numbers.articles
    if not (plain[tokens.starts[at]].isupper() or article or _is_number(tokens, language, at - 1)):
        return False
    if at + 1 == len(tokens.words) or plain[tokens.ends[at] : tokens.starts[at + 1]] != " ":
        return True
    return tokens.words[at + 1] in language.stop_words or _begins(hits.get("toll", ()), at + 1)


def _begins(hits: Sequence[Hit], at: int) -> bool:
    """Whether one of the hits begins at a token."""
    place = bisect_left(hits, at, key=lambda hit: hit.first)
    return place < len(hits) and hits[place].first == at


def _is_number(tokens: Tokens, language: Language, at: int) -> bool:
    """Whether a number above one stands at a token: "two Frenchmen" in a language that writes them small."""
    word = tokens.words[at] if at >= 0 else ""
    return word.isdecimal() or language.numbers.words.get(word, 1) > 1
