"""The two sides of a clash or of rioting in words that no list holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import has_edges
from etl.reading.grammar.noun_phrases import Group, phrase_from
from etl.reading.grammar.verb_objects import has_verb_objects, phrase_behind
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import is_plural
from etl.reading.words.phrases import Hit, Phrase

_CLASHES = ("armed_clash", "riot")
_WITHIN = 14
_SIDE = Phrase("people", "attacker")


def unlisted_sides(scanned: Scan, clause: Clause, told: Sequence[Act], listed: Sequence[Hit]) -> Iterator[Hit]:
    """Hits for the phrases behind "between" and the "and" that follows, where none of `listed` stands, no towns."""
    clashes = [act.hit for act in told if act.kind in _CLASHES]
    if not clashes or not (has_edges(scanned) or has_verb_objects(scanned)):
        return
    for cue in clause.of("cue", "between"):
        if any(0 <= cue.first - hit.first <= _WITHIN for hit in clashes):
            sides = list(_sides(scanned, clause, cue.last))
            if not sides or not _is_people(scanned, clause, sides[0]):
                return
            for group in sides:
                if not any(group[0] < hit.last and hit.first < group[1] for hit in listed):
                    tokens = scanned.tokens
                    yield Hit(_SIDE, *group, tokens.starts[group[0]], tokens.ends[group[1] - 1])
            return


def _sides(scanned: Scan, clause: Clause, at: int) -> Iterator[Group]:
    """The phrases on either side of the next "and"; none where there is none."""
    phrase_at = phrase_from if has_edges(scanned) else phrase_behind
    first = phrase_at(scanned, clause, at)
    if first is None or first[1] >= clause.last:
        return
    joint = first[1]
    second = phrase_at(scanned, clause, joint + 1)
    if second is not None and scanned.language.is_one_of(scanned.tokens.words[joint], "and"):
        yield from (first, second)


def _is_people(scanned: Scan, clause: Clause, group: Group) -> bool:
    """Whether the first side is no town: no place is known by its name, and it has an article or a word before it."""
    tokens = scanned.tokens
    start, end = tokens.starts[group[0]], tokens.ends[group[1] - 1]
    told = group[1] - group[0] > 1 or scanned.language.is_one_of(tokens.words[group[0] - 1], "definite")
    if has_edges(scanned):
        told = is_plural(tokens.words[group[0]], scanned.language) and not scanned.between("thing", start, end)
    places = (name for name in clause.names if name.kind != "demonym")
    return told and not any(name.start < end and start < name.end for name in places)
