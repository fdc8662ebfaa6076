"""What or who was meant or hit: sites, things, those an attack is aimed at, and persons named among the victims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from etl.reading.grammar.acts import Act
from etl.reading.grammar.passive import suffers
from etl.reading.grammar.persons import persons_in
from etl.reading.grammar.verb_first import subjects
from etl.reading.placing.sites import is_arm, site_around
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.targets.aimed import is_of_doer, people_befallen, persons_aimed_at, things_befallen
from etl.reading.targets.behind_verbs import objects_told, people_told, persons_titled
from etl.reading.targets.coordinated import further_things
from etl.reading.targets.victims import victims_in
from etl.reading.tolls.harmed import companions, harmed
from etl.reading.words.phrases import Hit

_NAMED = re.compile(
    r"(?:[^\W\d_a-zß-öø-ÿœ]['\w]*(?:[ \n-](?:[^\W\d_a-zß-öø-ÿœ]['\w]*|\d+|de|du|des|la|al|el|of|the|for|bin|del|los))*)"
)
_MOST_BETWEEN = 5
_MOST_TOLD = 3
_PAUSE = re.compile(r"[,;:.(]")
_MOST = 6


@dataclass(frozen=True, slots=True)
class Target:
    """What is meant at [start, end): a "thing" (site, vehicle), a "person" named, a "victim", "people" aimed at."""

    start: int
    end: int
    sort: str


def targets_in(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> list[Target]:
    """The targets a clause tells, in the order of the text."""
    tokens, aimed_at = scanned.tokens, persons_aimed_at(scanned, clause, acts)
    titled = [(tokens.starts[first], tokens.ends[last - 1]) for first, last in persons_titled(scanned, clause)]
    found = [Target(*span, "person") for span in dict.fromkeys([*_persons(scanned, clause), *aimed_at, *titled])]
    candidates = [*_sites(scanned, clause), *_groups(scanned, clause)]
    for one in sorted(candidates, key=lambda target: (target.start, -target.end)):
        if any(other.start < one.end and one.start < other.end for other in found):
            continue
        if _is_aimed_at(scanned, clause, one) or suffers(scanned, clause, one.end, acts):
            found.append(one)
    whole = [*_with_whole_phrases(scanned, clause, found, acts)]
    things = [(one.start, one.end) for one in candidates if one.sort == "thing"]
    hit = [(one.start, one.end) for one in whole if one.sort == "thing"]
    whole += [Target(*span, "thing") for span in further_things(scanned, clause, hit, things)]
    return [*sorted(whole, key=lambda target: target.start)[:_MOST], *_victims(scanned, clause, acts)]


def _with_whole_phrases(
    scanned: Scan, clause: Clause, found: Sequence[Target], acts: Sequence[Act]
) -> Iterator[Target]:
    """The targets, each with the whole phrase it stands in, and those told in words that no list holds."""
    tokens = scanned.tokens
    heads = {hit.end for hit in clause.of("people")}
    groups = [*things_befallen(scanned, clause, acts), *objects_told(scanned, clause, acts)]
    phrases = [(tokens.starts[first], tokens.ends[last - 1]) for first, last in groups]
    taken = [(one.start, one.end) for one in found]
    for one in found:
        whole = [start for start, end in phrases if start <= one.start < end]
        yield replace(one, start=min([one.start, *whole])) if one.sort == "thing" else one
    for start, end in sorted(set(phrases)):
        if end not in heads and not any(start < other_end and other < end for other, other_end in taken):
            yield Target(start, end, "thing")


def _victims(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> Iterator[Target]:
    """The people harmed: those that lists know, then those told in other words."""
    tokens = scanned.tokens
    known = victims_in(scanned, clause, acts)
    yield from (Target(*span, "victim") for span in known)
    listed = [(hit.start, hit.end) for layer in ("people", "actor", "thing") for hit in clause.of(layer)]
    for first, last in (*people_befallen(scanned, clause), *people_told(scanned, clause)):
        start, end = tokens.starts[first], tokens.ends[last - 1]
        if not any(start < other[1] and other[0] < end for other in (*known, *listed)):
            yield Target(start, end, "victim")


def _sites(scanned: Scan, clause: Clause) -> list[Target]:
    """Sites and things with their names: "the Taji base", "Zone verte de Bagdad", "a convoy of the agency"."""
    found: list[Target] = []
    ways = [hit for hit in clause.of("thing") if "way" in hit.phrase.marks]
    edges = {at for hit in ways for at in (hit.start, hit.end)}
    for name in clause.names:
        if name.kind in ("country", "demonym"):
            continue
        site = site_around(scanned, clause, name)
        if site is not None and edges.isdisjoint(site):
            found.append(Target(*site, "thing"))
        elif site is None and name.kind in ("site", "neighbourhood"):
            found.append(Target(name.start, name.end, "thing"))
    people = clause.of("people")
    heads = {hit.first for hit in people}
    bursting = {hit.first for hit in clause.of("event")} & {hit.first for hit in clause.of("weapon")}
    for hit in clause.of("thing"):
        # "A mine exploded" tells of no pit.
        if "way" in hit.phrase.marks or hit.first in bursting or is_arm(clause, hit):
            continue
        # "A village chief" is no village.
        whole = any(one.first <= hit.first and hit.last < one.last for one in people)
        if whole or _is_of_people(scanned, hit, heads):
            continue
        if not any(one.start <= hit.start < one.end for one in found):
            found.append(Target(*_phrase(scanned, clause, hit), "thing"))
    return found


def _is_of_people(scanned: Scan, hit: Hit, heads: Set[int]) -> bool:
    """Whether a thing only tells who people are that are told right behind it: "farm workers", "prison warders"."""
    before_noun = hit.last in heads and "bare_noun_endings" in scanned.language.words
    return before_noun and scanned.text.plain[hit.end : scanned.tokens.starts[hit.last]] == " "


def _groups(scanned: Scan, clause: Clause) -> list[Target]:
    hits = [*clause.of("people", "people", "force", "attacker"), *clause.of("actor")]
    return [Target(*_phrase(scanned, clause, hit), "people") for hit in hits]


def _persons(scanned: Scan, clause: Clause) -> list[tuple[int, int]]:
    """Persons told by name as killed, wounded or arrested."""
    tolls = clause.of("toll", "killed", "wounded", "detained")
    persons = persons_in(scanned, clause) if tolls else []
    tokens, bounds = scanned.tokens, (clause.first, clause.last)
    return [
        (tokens.starts[one.first], tokens.ends[one.last - 1])
        for hit in tolls
        if (suffered := harmed(scanned, hit, persons, bounds))
        for one in (*suffered, *companions(scanned, hit, persons, bounds))
        if one.is_named
    ]


def _is_aimed_at(scanned: Scan, clause: Clause, one: Target) -> bool:
    """Whether a word of aim stands before, with only small words, numbers, nations and days between."""
    aims = [aim for aim in clause.of("cue", "against") if aim.start < one.start and not is_of_doer(clause, aim)]
    if not aims:
        return False
    first = scanned.tokens.at_or_after(one.start)
    if one.sort == "people":
        aims = [aim for aim in aims if not _PAUSE.search(scanned.text.plain, aim.end, one.start)]
    timed = {at for time in clause.times for at in range(*scanned.tokens.within(time.start, time.end))}
    subject = subjects(scanned, clause)
    for aim in aims:
        if first - aim.last >= 0:
            between = [at for at in range(aim.last, first) if at not in timed and at not in subject]
            if len(between) > _MOST_BETWEEN:
                continue
            told = sum(not _is_small(scanned, clause, at) for at in between)
            if told <= (one.sort == "thing") or _is_site_of_act(scanned, clause, aim, one, told):
                return True
    return False


def _is_site_of_act(scanned: Scan, clause: Clause, aim: Hit, one: Target, told: int) -> bool:
    """Whether an act, a word of aim and a thing with words of its own follow: "exploded outside a federal office"."""
    acts = [hit for layer in ("event", "flight") for hit in clause.of(layer)]
    near = one.sort == "thing" and told <= _MOST_TOLD and any(0 <= aim.first - hit.last <= 1 for hit in acts)
    return near and not _is_parted(scanned, clause, aim.end, one.start)


def _is_parted(scanned: Scan, clause: Clause, start: int, end: int) -> bool:
    """Whether an act, another word of aim or a comma parts a word of aim from what it may be aimed at."""
    hits = (hit for layer in ("event", "flight", "toll", "weapon") for hit in clause.of(layer))
    aims = clause.of("cue", "against", "says", "by")
    return bool(_PAUSE.search(scanned.text.plain, start, end)) or any(
        start <= hit.start < end for hit in (*hits, *aims)
    )


def _is_small(scanned: Scan, clause: Clause, at: int) -> bool:
    word, start, language = scanned.tokens.words[at], scanned.tokens.starts[at], scanned.language
    return (
        any(language.is_one_of(word, kind) for kind in ("definite", "indefinite", "of", "of_part"))
        or word in language.numbers.words
        or word in language.numbers.articles
        or any(name.start <= start < name.end and name.kind in ("demonym", "country") for name in clause.names)
    )


def _phrase(scanned: Scan, clause: Clause, hit: Hit) -> tuple[int, int]:
    """A noun with "of NAME" after it."""
    tokens, language = scanned.tokens, scanned.language
    last = hit.last
    if hit.phrase.layer != "actor" and last < clause.last and language.is_one_of(tokens.words[last], "of"):
        named = _NAMED.search(scanned.text.plain, tokens.ends[last], min(tokens.ends[last] + 60, clause.end))
        written = named is not None and named.group()[0].isupper() and not scanned.shouted
        if named and written and named.start() - tokens.ends[last] <= 5:
            return hit.start, named.end()
    return hit.start, hit.end
