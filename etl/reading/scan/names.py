"""Place names: those of the gazetteer, and words that stand where a place name stands but are in no gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from etl.reading.scan.bare_names import bare_names, before_heads
from etl.reading.scan.place_nouns import named_after, of_site
from etl.reading.scan.sentences import dateline_end
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression
from etl.reading.words.text import Text, Tokens, fold
from etl.records import PlaceMention

_NAME = re.compile(
    r"[ '(]{0,2}([^\W\d_a-zß-öø-ÿœ][\w'-]*(?: (?:(?:al|el|ibn|bin|de|du|la)[ -])?[^\W\d_a-zß-öø-ÿœ][\w'-]*)*)"
)
_NAME_BEFORE = re.compile(
    r"(?:\b(?:the|a|of|de|la|le|el)|'s) "
    r"([^\W\d_a-zß-öø-ÿœ][\w'-]*(?: [^\W\d_a-zß-öø-ÿœ][\w'-]*)?) $"
)
_CAPITAL_NEXT = re.compile(r" [^\W\d_a-zß-öø-ÿœ][a-zß-öø-ÿœ]")
_LONGEST = 60
_ARTICLE = 8
_SHORTEST = 4
_WORD_BEFORE = re.compile(r"\b([^\W\d_a-z][^\W\d_]+) $")
_TOWNS = frozenset({"town", "area"})


@dataclass(frozen=True, slots=True)
class Name:
    """A place name in offsets of the levelled text; kind as in `PlaceMention`, "unknown" where in no gazetteer."""

    start: int
    end: int
    kind: str
    countries: tuple[str, ...]


def is_all_capitals(plain: str) -> bool:
    """Whether a text is written in capitals throughout, so that they mark no names."""
    return _shouts(plain[:2000])


@lru_cache(maxsize=16)
def _shouts(beginning: str) -> bool:
    letters = sum(map(str.isalpha, beginning))
    return letters > 0 and sum(map(str.isupper, beginning)) * 3 > letters * 2


def as_places(text: Text, mentions: Sequence[PlaceMention], language: Language) -> tuple[PlaceMention, ...]:
    """The place names without those that are a person's surname ("Danilo Barillas") or an abbreviation ("ARENA").

    Told by ordinary words: all are kept in a language without a list of them, or where all is in capitals.
    """
    if language.parting is not None:
        return tuple(one for one in mentions if not _only_begins(text, text.within(one.span), language))
    mentions = [one for one in mentions if not _is_noun(text.plain, *text.within(one.span), language)]
    if not language.ordinary or is_all_capitals(text.plain):
        return tuple(mentions)
    spans = [text.within(mention.span) for mention in mentions]
    ends, head = {end for _, end in spans}, dateline_end(text)
    doubtful = [start >= head and mention.kind in _TOWNS for mention, (start, _) in zip(mentions, spans, strict=True)]
    others = [
        doubt and _is_other(text.plain, *span, ends, language) for doubt, span in zip(doubtful, spans, strict=True)
    ]
    _and_what_goes_on(text.plain, spans, others, head)
    surnames = {fold(mention.text) for mention, other in zip(mentions, others, strict=True) if other}
    return tuple(
        mention
        for mention, doubt, other in zip(mentions, doubtful, others, strict=True)
        if not other and not (doubt and fold(mention.text) in surnames)
    )


def _is_noun(plain: str, start: int, end: int, language: Language) -> bool:
    """Whether a name is an article, with its capital at the head of a sentence, and words in small: "El comando"."""
    first, *others = plain[start:end].split()
    return bool(others) and all(word.islower() for word in others) and language.is_one_of(fold(first), "definite")


def _only_begins(text: Text, span: tuple[int, int], language: Language) -> bool:
    """Whether a word only begins a name that goes on with a word with its article: "Umm" of "Umm al-Hinta"."""
    article = language.parting.writing.article if language.parting else ""
    begins = language.is_one_of(text.folded[span[0] : span[1]].removeprefix(article), "name_heads")
    return begins and text.folded.startswith(f" {article}", span[1])


def _and_what_goes_on(plain: str, spans: Sequence[tuple[int, int]], others: list[bool], head: int) -> None:
    """Note that a name goes on where nothing but a space follows it: of "Abu Ali al-Askari" no part is a place."""
    for at in range(1, len(spans)):
        goes_on = plain[spans[at - 1][1] : spans[at][0]] == " " and spans[at][0] >= head
        others[at] = others[at] or (others[at - 1] and goes_on)


def _is_other(plain: str, start: int, end: int, ends: set[int], language: Language) -> bool:
    """Whether a word amid others is all in capitals, or follows one with a capital, neither ordinary nor a place."""
    name = plain[start:end]
    if " " in name:
        return False
    amid = plain[max(0, start - 2) : start - 1].islower() or plain[start - 1 : start] in ("(", "[")
    if len(name) >= _SHORTEST and name.isupper() and amid:
        return True
    before = _WORD_BEFORE.search(plain, max(0, start - _LONGEST), start)
    if before is not None and language.is_one_of(fold(before.group(1)), "parent_of"):
        return True
    if before is None or before.end(1) in ends or len(before.group(1)) < _SHORTEST or before.group(1).isupper():
        return False
    return fold(before.group(1)) not in language.ordinary


def names_a_thing(
    text: Text, language: Language, time: TimeExpression, sites: Sequence[Hit] = (), actors: Sequence[Hit] = ()
) -> bool:
    """Whether a day is part of a name: "the Monday Market", "avenida 6 de Marzo", "M23", not "on Monday jets struck".

    sites: words for sites and streets, behind which a day of a month without an article is a name.
    """
    if any(actor.start < time.start < actor.end for actor in actors):
        return True
    if time.means == "day_month":
        return any(text.plain[site.end : time.start] == " " for site in sites)
    if time.means != "weekday" or not _CAPITAL_NEXT.match(text.plain, time.end):
        return False
    before = text.folded[max(0, time.start - _ARTICLE) : time.start].split()
    return bool(before) and language.is_one_of(before[-1], "definite")


def unknown_names(
    text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], known: Sequence[Name], language: Language
) -> Iterator[Name]:
    """Capitalised words right after a word of place ("the village of X", "near X") that no gazetteer knows."""
    if is_all_capitals(text.plain):
        return
    taken = [(name.start, name.end) for name in known]
    taken += [(hit.start, hit.end) for layer in ("actor", "people", "event") for hit in hits.get(layer, ())]
    starts = {start for start, _ in taken}
    inside = {at for start, end in taken for at in range(start, end)}
    cues = [cue for cue in hits.get("cue", ()) if cue.phrase.kind == "names_follow"]
    if language.parting is not None:
        cues += before_heads(tokens, hits, language)
        for first, last in bare_names(tokens, cues, inside, language):
            yield Name(tokens.starts[first], tokens.ends[last - 1], "unknown", ())
        return
    yield from _before(text, [thing.start for thing in hits.get("thing", ()) if thing.phrase.kind == "site"], inside)
    parts = [tokens.starts[at] for at in tokens.which(language.any_of("within_town_behind"))]
    yield from _before(text, parts, inside)
    said = {cue.last for cue in hits.get("cue", ()) if cue.phrase.kind == "says_at"}
    ends = [cue.end for cue in cues if cue.first not in said and cue.last not in said]
    nouns = (cue for cue in hits.get("cue", ()) if cue.phrase.kind == "place_noun")
    ends += [tokens.ends[at - 1] for cue in nouns if (at := named_after(cue, tokens, text.plain, language)) is not None]
    ends += [tokens.ends[at] for thing in hits.get("thing", ()) if (at := of_site(thing, tokens, language)) is not None]
    ends += [thing.end for thing in hits.get("thing", ()) if "named" in thing.phrase.marks]
    befallen = {cue.end for cue in hits.get("cue", ()) if cue.phrase.kind == "village_befallen"}
    for end in [*ends, *befallen]:
        found = _NAME.match(text.plain, end, end + _LONGEST)
        if found is None or found.start(1) == end or found.start(1) in inside or found.start(1) in starts:
            continue
        if end in befallen and not _ends_phrase(text, tokens, found.end(1), language):
            continue
        first = tokens.at_or_after(found.start(1))
        if first < len(tokens.words) and tokens.words[first] not in language.temporal.classes:
            yield Name(found.start(1), found.end(1), "unknown", ())


def _ends_phrase(text: Text, tokens: Tokens, end: int, language: Language) -> bool:
    """Whether a pause, a preposition or an expression of time follows: "attacked Sokoura, near", "shelled X on"."""
    at = tokens.at_or_after(end)
    if at >= len(tokens.words) or text.plain[end : tokens.starts[at]].strip():
        return True
    word = tokens.words[at]
    return any(language.is_one_of(word, kind) for kind in ("prepositions", "and")) or word in language.temporal.classes


def _before(text: Text, starts: Sequence[int], inside: set[int]) -> Iterator[Name]:
    """Capitalised words right before a word for a site or a quarter: "the Elwak road", "the Surco neighbourhood"."""
    for start in starts:
        found = _NAME_BEFORE.search(text.plain, max(0, start - _LONGEST), start)
        if found and found.start(1) not in inside and found.end(1) - 1 not in inside:
            inside.update(range(found.start(1), found.end(1)))
            yield Name(found.start(1), found.end(1), "unknown", ())
