"""Whom an act befell: the people a word of harm takes as its object, or who are told of in the passive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from etl.reading.actors.doers import is_before_object
from etl.reading.grammar.acts import Act
from etl.reading.grammar.persons import is_passive, persons_in, words_between
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_PERSONAL = frozenset({"armed_attack", "attack", "abduction", "sexual_violence", "arrest_raid"})
_OBJECT_WITHIN = 6
_SUBJECT_WITHIN = 6
_JOINED_WITHIN = 3
_PAUSE = re.compile(r"[,;:.(]|--")

Group = tuple[int, int]
"""The tokens [first, last) of people told of."""


def victims_in(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> list[tuple[int, int]]:
    """Spans of the people of a clause who were killed, wounded, taken, violated or attacked, in the text's order."""
    harm = [*clause.of("toll", "killed", "wounded", "detained"), *(a.hit for a in acts if a.kind in _PERSONAL)]
    groups = _groups(scanned, clause) if harm else []
    found: set[Group] = set()
    for hit in harm:
        found.update(_objects(scanned, clause, hit, groups) or _subjects(scanned, clause, hit, groups))
    tokens = scanned.tokens
    return [(tokens.starts[first], tokens.ends[last - 1]) for first, last in sorted(found)]


def _groups(scanned: Scan, clause: Clause) -> list[Group]:
    """Words for people and named persons, a person with the title before the name as one; attackers left out."""
    named = [(one.first, one.last) for one in persons_in(scanned, clause) if one.is_named and one.sort != "attacker"]
    bare = [(hit.first, hit.last) for hit in clause.of("people", "people", "force")]
    bare = [one for one in bare if not any(first < one[1] and one[0] < last for first, last in named)]
    joined = {one[1]: one for one in bare}
    bare = [(joined.get(one[0], one)[0], one[1]) for one in bare if one[1] not in {other[0] for other in bare}]
    return sorted(named + bare)


def _objects(scanned: Scan, clause: Clause, hit: Hit, groups: Sequence[Group]) -> list[Group]:
    """The people after an active verb ("killed two peasants") or a noun with "of" ("the murder of the judge")."""
    language, words = scanned.language, scanned.tokens.words
    if "noun" in hit.phrase.marks:
        last = words[hit.last - 1 : hit.last + 1]
        if not any(language.is_one_of(word, "of") or language.is_one_of(word, "of_agent") for word in last):
            return []
        if any(language.is_one_of(word, "by") for word in last):
            return []
    elif is_passive(scanned, hit):
        return []
    after = [one for one in groups if one[0] >= hit.last]
    if not after or after[0][0] - hit.last > _OBJECT_WITHIN or _is_parted(scanned, clause, hit.last, after[0][0]):
        return []
    return list(_listed(scanned, after))


def _subjects(scanned: Scan, clause: Clause, hit: Hit, groups: Sequence[Group]) -> list[Group]:
    """The people before a verb in the passive or a bare participle, or whose murder a noun tells ("the judge's")."""
    before = [one for one in groups if one[1] <= hit.first][::-1]
    if "noun" in hit.phrase.marks:
        owns = bool(before) and _owns(scanned, before[0], hit)
        return before[:1] if owns and hit.phrase.kind in _PERSONAL - {"attack", "arrest_raid"} else []
    suffers = is_passive(scanned, hit) or "intransitive" in hit.phrase.marks
    if not suffers and is_before_object(scanned, hit):
        return []
    reach = _SUBJECT_WITHIN if suffers else 0
    if not before or words_between(scanned, before[0][1], hit.first) > reach:
        return []
    says = clause.of("cue", "says")
    return [] if any(before[0][1] <= cue.first < hit.first for cue in says) else list(_listed(scanned, before))


def _owns(scanned: Scan, group: Group, hit: Hit) -> bool:
    """Whether a possessive alone parts people from a noun: "the judge's murder", "Lopez' death"."""
    between = scanned.text.plain[scanned.tokens.ends[group[1] - 1] : hit.start]
    return between.strip() in ("'s", "'")


def _is_parted(scanned: Scan, clause: Clause, first: int, last: int) -> bool:
    """Whether a pause, "by", or another verb of act stands between two tokens."""
    if any(scanned.language.is_one_of(word, "by") for word in scanned.tokens.words[first:last]):
        return True
    others = (hit for layer in ("event", "thing", "weapon", "toll") for hit in clause.of(layer))
    between = scanned.text.plain[scanned.tokens.ends[first - 1] : scanned.tokens.starts[last]]
    return bool(_PAUSE.search(between)) or any(first <= other.first < last for other in others)


def _listed(scanned: Scan, groups: Sequence[Group]) -> Iterator[Group]:
    """The first group and those joined to it by "and" or commas, forwards or backwards."""
    yield groups[0]
    for one, other in pairwise(groups):
        left, right = (one, other) if one < other else (other, one)
        words = scanned.tokens.words[left[1] : right[0]]
        between = scanned.text.plain[scanned.tokens.ends[left[1] - 1] : scanned.tokens.starts[right[0]]]
        small = all(_is_small(scanned, word) for word in words)
        joined = any(scanned.language.is_one_of(word, "and") for word in words) or (small and "," in between)
        if len(words) > _JOINED_WITHIN or not joined:
            return
        yield other


def _is_small(scanned: Scan, word: str) -> bool:
    """Whether a word before one told in a list is an article, a possessive or a number: "a judge, his two guards"."""
    numbers = scanned.language.numbers
    return scanned.language.is_one_of(word, "definite") or word in numbers.articles or word in numbers.words
