"""Harm to persons told without a number: named, titled, or the attacker who was stopped."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.grammar.gaps import apart
from etl.reading.grammar.marked_persons import Person
from etl.reading.grammar.persons import is_passive, words_between
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.tolls.toll_objects import is_marked_object
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

_DOER_WITHIN = 2
_OF_WITHIN = 3
_ADJUNCTS_WITHIN = 10
_REACH, _PASSIVE_REACH = 6, 10
_COMPANY_WITHIN = 7
_AND_WITHIN = 4
_OBJECT_WITHIN = 3


def harmed(scanned: Scan, hit: Hit, persons: Sequence[Person], bounds: tuple[int, int]) -> list[Person]:
    """The single persons a word of harm goes with: "killed the mayor", "General X and the leader Y were wounded"."""
    near = [one for one in persons if bounds[0] <= one.first and one.last <= bounds[1]]
    after = [one for one in near if hit.last <= one.first]
    before = [one for one in near if one.last <= hit.first]
    if after and _follows(scanned, hit, after[0]):
        return _counted(scanned, after, bounds[1])
    if before and "owned" in hit.phrase.marks:
        return [one for one in before[-1:] if one.last == hit.first]
    if before and (
        is_passive(scanned, hit) or "intransitive" in hit.phrase.marks or _shares_verb(scanned, hit, before)
    ):
        lists = (_counted(scanned, before[number:], hit.first) for number in range(len(before)))
        reach = _PASSIVE_REACH if is_passive(scanned, hit) else _REACH
        return next((one for one in lists if 0 <= words_between(scanned, one[-1].last, hit.first) <= reach), [])
    return []


def named_toll(scanned: Scan, hit: Hit, persons: Sequence[Person], bounds: tuple[int, int]) -> Toll | None:
    """The toll of single persons told without a number; None where there are none."""
    chosen = harmed(scanned, hit, persons, bounds)
    if not chosen:
        return None
    chosen += companions(scanned, hit, persons, bounds)
    tokens = scanned.tokens
    start = min(hit.start, tokens.starts[chosen[0].first])
    end = max(hit.end, tokens.ends[chosen[-1].last - 1])
    attackers = sum(one.sort == "attacker" for one in chosen)
    marks = frozenset[str]() if attackers else frozenset({"named"})
    return Toll(hit.phrase.kind, len(chosen), len(chosen), attackers, chosen[0].sort, start, end, marks)


def _counted(scanned: Scan, persons: Sequence[Person], last: int) -> list[Person]:
    """The first person and those in a list with it that ends before the token `last`.

    One set off by a comma alone is the same person again, unless both are named and the list goes on with "and".
    """
    kept, waiting = [persons[0]], list[Person]()
    for one in persons[1:]:
        previous = persons[persons.index(one) - 1]
        if _begins_anew(scanned, previous, one):
            break
        if _after_and(scanned, one.first, previous.last):
            kept, waiting = [*kept, *waiting, one], []
        elif _after_comma(scanned, one.first) and ((one.is_named and kept[-1].is_named) or _is_theirs(scanned, one)):
            waiting.append(one)
    following = waiting[-1].last if waiting else last
    return [*kept, *waiting] if following < last and _is_and(scanned, following) else kept


def _begins_anew(scanned: Scan, last: Person, one: Person) -> bool:
    """Whether a relative clause with no comma before it parts two persons: "killed X in a raid in which Y died"."""
    tokens = scanned.tokens
    between = tokens.words[last.last : one.first]
    bare = "," not in scanned.text.plain[tokens.ends[last.last - 1] : tokens.starts[one.first]]
    return bare and any(scanned.language.is_one_of(word, "relative") for word in between)


def _after_comma(scanned: Scan, first: int) -> bool:
    """Whether a comma stands before a person, with no more than an article between."""
    tokens = scanned.tokens
    start = first - 1 if scanned.language.is_one_of(tokens.words[first - 1], "definite") else first
    return "," in scanned.text.plain[tokens.ends[start - 1] : tokens.starts[start]]


def _is_theirs(scanned: Scan, one: Person) -> bool:
    """Whether a person is told as somebody's, so no aside on who was told before: "X, his guard and their driver"."""
    return scanned.language.is_one_of(scanned.tokens.words[one.first - 1], "possessives")


def _is_and(scanned: Scan, at: int) -> bool:
    return scanned.language.is_one_of(scanned.tokens.words[at], "and")


def _shares_verb(scanned: Scan, hit: Hit, before: Sequence[Person]) -> bool:
    """Whether a participle alone tells it: "a car was hit and its driver wounded", "his driver, badly hurt, ..."."""
    last, plain, tokens = before[-1], scanned.text.plain, scanned.tokens
    if "verb" not in hit.phrase.marks or last.last != hit.first:
        return False
    aside = plain[tokens.ends[hit.first - 1] : hit.start].strip() == "," and plain[hit.end : hit.end + 1] in (",", ".")
    return aside or _after_and(scanned, last.first)


def companions(scanned: Scan, hit: Hit, persons: Sequence[Person], bounds: tuple[int, int]) -> list[Person]:
    """The single persons who suffered it with those told before: "was killed together with the general X"."""
    after = [one for one in persons if hit.last < one.first and one.last <= bounds[1]]
    between = scanned.tokens.words[hit.last : after[0].first] if after else []
    if len(between) > _COMPANY_WITHIN or not any(scanned.language.is_one_of(word, "with") for word in between):
        return []
    plain = scanned.text.plain[hit.end : scanned.tokens.starts[after[0].first]]
    return [] if "," in plain else _counted(scanned, after, bounds[1])


def _after_and(scanned: Scan, first: int, after: int = 0) -> bool:
    """Whether "and" stands before a person, with no more than an article or an adjective between."""
    words = scanned.tokens.words[max(after, first - _AND_WITHIN) : first]
    return any(scanned.language.is_one_of(word, "and") for word in words)


def named_before(scanned: Scan, hit: Hit, persons: Sequence[Person], first: int) -> list[Person]:
    """The single persons joined by "and" right before a number ("the officer and three of his men").

    Named ones in one list after the word of harm `hit` are all taken ("killed X, the head of Y, Z and two others").
    """
    first -= first > 1 and scanned.language.is_one_of(scanned.tokens.words[first - 1], "definite")
    first -= first > 1 and scanned.language.is_one_of(scanned.tokens.words[first - 1], "object")
    joint = _joint_before(scanned, first)
    if joint is None:
        return []
    nearest = [one for one in persons if one.last == joint or _is_of_thing(scanned, one.last, joint)]
    nearest = [one for one in nearest if not _says_who(scanned, one)]
    after = [one for one in persons if hit.last <= one.first and one.last < first]
    if after and _follows(scanned, hit, after[0]):
        whole = _counted(scanned, after, first)
        return whole if nearest and nearest[0] in whole else nearest
    return nearest


def _joint_before(scanned: Scan, first: int) -> int | None:
    """The token at which "and", or words such as "along with", begin that end right before a token."""
    if not first or _is_and(scanned, first - 1):
        return first - 1 if first else None
    start = scanned.tokens.starts[max(0, first - _AND_WITHIN)]
    cues = scanned.between("cue", start, scanned.tokens.starts[first])
    return next((cue.first for cue in cues if cue.phrase.kind == "joins" and cue.last == first), None)


def _says_who(scanned: Scan, one: Person) -> bool:
    """Whether an aside right behind a word of harm only says who it was: "one dead, the watchman, and four hurt"."""
    tokens, plain = scanned.tokens, scanned.text.plain
    first = one.first - (one.first > 0 and scanned.language.is_one_of(tokens.words[one.first - 1], "definite"))
    if not first or plain[tokens.ends[first - 1] : tokens.starts[first]].strip() != ",":
        return False
    harm = scanned.between("toll", tokens.starts[first - 1], tokens.ends[first - 1])
    closed = plain[tokens.ends[one.last - 1] : tokens.starts[min(one.last + 3, len(tokens.starts) - 1)]]
    return bool(harm) and "," in closed


def _follows(scanned: Scan, hit: Hit, one: Person) -> bool:
    between = scanned.tokens.words[hit.last : one.first]
    if ";" in scanned.text.plain[hit.end : scanned.tokens.starts[one.first]]:
        return False
    article = bool(between) and (
        scanned.language.is_one_of(between[-1], "definite") or between[-1] in scanned.language.numbers.articles
    )
    if is_marked_object(scanned, hit.last, one.first) or is_marked_object(scanned, hit.last, one.first - article):
        return True
    if "noun" in hit.phrase.marks and _is_of(scanned, hit, one):
        return True
    near = len(between) <= _OBJECT_WITHIN or apart(scanned, hit.last, one.first) <= _OBJECT_WITHIN
    return near and not any(
        scanned.language.is_one_of(word, kind) for word in between for kind in ("by", "and", "relative", "with")
    )


def _is_of(scanned: Scan, hit: Hit, one: Person) -> bool:
    """Whether a noun of killing tells whom after a day or a place: "the murder, on Monday in Bria, of the judge"."""
    words, language = scanned.tokens.words, scanned.language
    of = any(language.is_one_of(word, "of") for word in words[max(hit.last, one.first - _OF_WITHIN) : one.first])
    start, end = hit.end, scanned.tokens.starts[one.first]
    told = any(scanned.between(layer, start, end) for layer in ("event", "toll", "flight"))
    return of and not told and one.first - hit.last <= _ADJUNCTS_WITHIN


def _is_of_thing(scanned: Scan, last: int, until: int) -> bool:
    """Whether only what a person belongs to stands between ("the driver of the truck and ...")."""
    between = scanned.tokens.words[last:until]
    return 1 < len(between) <= _AND_WITHIN and scanned.language.is_one_of(between[0], "of")


def told_by_form(clause: Clause, hit: Hit) -> Toll | None:
    """The toll of a verb whose form alone tells that one person suffered it, an attacker where one stands before it."""
    if "one" not in hit.phrase.marks:
        return None
    doer = any(0 <= hit.first - one.last <= _DOER_WITHIN for one in clause.of("people", "attacker"))
    marks = frozenset[str]() if doer else frozenset({"named"})
    return Toll(hit.phrase.kind, 1, 1, int(doer), "attacker" if doer else "people", hit.start, hit.end, marks)
