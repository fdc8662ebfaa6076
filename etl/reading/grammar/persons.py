"""The single persons of a clause: titled ("the mayor"), named, or both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.reading.grammar.marked_persons import Person, marked_persons
from etl.reading.grammar.once import once_a_clause
from etl.reading.grammar.shared_passive import shares_passive
from etl.reading.grammar.surnames import names_in
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import is_plural
from etl.reading.words.phrases import Hit

_ASIDE = re.compile(r",.*,", re.DOTALL)
_TITLE_WITHIN = 2


def is_passive(scanned: Scan, hit: Hit) -> bool:
    """Whether a passive auxiliary stands right before a word of harm."""
    before = scanned.tokens.words[max(0, hit.first - 3) : hit.first]
    return any(scanned.language.is_one_of(word, "passive") for word in before) or shares_passive(scanned, hit)


def words_between(scanned: Scan, first: int, last: int) -> int:
    """How many words part two tokens, asides between commas left out ("X, who led the group, was killed")."""
    if last <= first:
        return last - first
    tokens = scanned.tokens
    plain = scanned.text.plain[tokens.ends[first - 1] : tokens.starts[last]] if first else ""
    aside = _ASIDE.search(plain)
    return last - first - (len(re.findall(r"\w+", aside.group())) if aside else 0)


@once_a_clause
def persons_in(scanned: Scan, clause: Clause) -> list[Person]:
    """The single persons of a clause: titled ("the mayor"), named, or both, in the order of the text."""
    tokens = scanned.tokens
    several = {hit.first for hit in clause.of("people") if is_plural(tokens.words[hit.last - 1], scanned.language)}
    titles = [hit for hit in clause.of("people") if _is_single(scanned, hit) and hit.last not in several]
    taken = [(hit.start, hit.end) for layer in ("actor", "thing", "weapon") for hit in clause.of(layer)]
    places = [(name.start, name.end) for name in clause.names]
    known = {name.start for name in clause.names if name.kind in ("town", "area")}
    taken += [(start, end) for start, end in places if " " in scanned.text.plain[start:end]]
    taken += [(time.start, time.end) for time in clause.times]
    sites = {hit.end + 1 for hit in clause.of("thing", "site")}
    found = _compounds([Person(hit.first, hit.last, hit.phrase.kind) for hit in titles])
    found += marked_persons(scanned, clause, [*taken, *((hit.start, hit.end) for hit in clause.of("people"))])
    if scanned.shouted:
        return found
    small = scanned.language.stop_words
    for start_of_run, after in names_in(scanned, clause):
        begin = _behind_numbers(scanned, start_of_run, after)
        written = scanned.text.plain[begin].isupper() and scanned.text.folded[begin:after].split()[0] not in small
        if not written or begin in sites or any(start < after and begin < end for start, end in taken):
            continue
        if begin in known or any(start <= begin and after <= end + 1 for start, end in places):
            continue
        first, last = tokens.at_or_after(begin), tokens.at_or_after(after)
        before = [one for one in found if 0 <= first - one.last <= _TITLE_WITHIN and one.last > one.first]
        before = [one for one in before if not any(one.last <= hit.first < first for hit in clause.of("event"))]
        overlaps = [one for one in found if one.first < last and first < one.last]
        joined = [*before, *overlaps]
        if any(scanned.language.is_one_of(word, "and") for one in before for word in tokens.words[one.last : first]):
            joined = overlaps
        sort = joined[0].sort if joined else "people"
        first = min([first, *(one.first for one in joined)])
        found = [*(one for one in found if one not in joined), Person(first, last, sort, is_named=True)]
    return sorted(found, key=lambda one: one.first)


def _behind_numbers(scanned: Scan, begin: int, after: int) -> int:
    """Where a run of capitals begins that a number leads at the head of a sentence: "Thirteen Malian"."""
    tokens = scanned.tokens
    at, last = tokens.within(begin, after)
    return tokens.starts[at + 1] if at + 1 < last and tokens.words[at] in scanned.language.numbers.words else begin


def _compounds(titles: Sequence[Person]) -> list[Person]:
    """Titles that stand right beside one another are of one person: "the militia commander"."""
    found: list[Person] = []
    for one in titles:
        if found and found[-1].last == one.first:
            found[-1] = Person(found[-1].first, one.last, one.sort)
        else:
            found.append(one)
    return found


def _is_single(scanned: Scan, one: Hit) -> bool:
    before = scanned.tokens.words[max(0, one.first - 3) : one.first]
    definite = any(
        scanned.language.is_one_of(word, "definite") or word in scanned.language.numbers.articles for word in before
    )
    if scanned.language.numbers.in_nouns:
        return definite and "one" in one.phrase.marks
    return definite and not is_plural(" ".join(scanned.tokens.words[one.first : one.last]), scanned.language)


def is_part(clause: Clause, one: Person) -> bool:
    """Whether a person is told as one of those counted before ("including the attacker")."""
    return any(0 <= one.first - cue.last <= 1 for cue in clause.of("cue", "subset"))
