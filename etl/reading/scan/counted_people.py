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
    spans = [tokens.within(name.start, name.end) for name in names if name.kind == "demonym"]
    found += [
        Hit(Phrase("people", "people"), first, last, tokens.starts[first], tokens.ends[last - 1])
        for first, last in spans
        if first < last
        and first not in known
        and last not in known
        and (shouted or _is_noun(plain, tokens, hits, language, (first, last)))
    ]
    taken = known | {at for first, last in spans for at in range(first, last)}
    months = language.temporal.classes
    for at in range(1, len(tokens.words)):
        word, before = tokens.words[at], tokens.words[at - 1]
        counted = before in language.numbers.words or before.isdecimal()
        written = plain[tokens.starts[at]].isupper() and not shouted and word.endswith("s")
        if counted and written and at not in taken and at + 1 not in known and word not in months:
            found.append(Hit(Phrase("people", "people"), at, at + 1, tokens.starts[at], tokens.ends[at]))
    return sorted(found, key=lambda hit: hit.first)


def without_counted(text: Text, tokens: Tokens, hits: Hits, language: Language) -> list[Hit]:
    """The cues of a text without words that count people or name a month there.

    "Arrested two suspects" tells no suspicion, "the May ambush" no plan.
    """
    people = {(hit.first, hit.last) for hit in hits.get("people", ())}
    shouted = is_all_capitals(text.plain)
    return [
        cue
        for cue in hits.get("cue", ())
        if not ((cue.first, cue.last) in people and _is_number(tokens, language, cue.first - 1))
        and (shouted or not _is_month(text, tokens, cue, language))
    ]


def _is_month(text: Text, tokens: Tokens, cue: Hit, language: Language) -> bool:
    """Whether a word that is a month, too, is written as one within its sentence."""
    one = cue.last == cue.first + 1 and cue.first > 0 and tokens.words[cue.first] in language.temporal.classes
    gap = text.plain[tokens.ends[cue.first - 1] : cue.start] if one else ""
    return gap == " " and text.plain[cue.start].isupper()


def _is_noun(plain: str, tokens: Tokens, hits: Hits, language: Language, span: tuple[int, int]) -> bool:
    """Whether a demonym, tokens [first, last), names people: "two South Koreans were", not "an American drone"."""
    first, last = span
    article = first > 0 and tokens.words[first - 1] in language.numbers.articles
    if not (plain[tokens.starts[first]].isupper() or article or _is_number(tokens, language, first - 1)):
        return False
    if last == len(tokens.words) or plain[tokens.ends[last - 1] : tokens.starts[last]] != " ":
        return True
    return tokens.words[last] in language.stop_words or _begins(hits.get("toll", ()), last)


def _begins(hits: Sequence[Hit], at: int) -> bool:
    """Whether one of the hits begins at a token."""
    place = bisect_left(hits, at, key=lambda hit: hit.first)
    return place < len(hits) and hits[place].first == at


def _is_number(tokens: Tokens, language: Language, at: int) -> bool:
    """Whether a number above one stands at a token: "two Frenchmen" in a language that writes them small."""
    word = tokens.words[at] if at >= 0 else ""
    return word.isdecimal() or language.numbers.words.get(word, 1) > 1
