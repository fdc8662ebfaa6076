"""Things and people an act befell, in words that no list holds, in a language whose verb comes first."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.grammar.acts import Act
from etl.reading.grammar.noun_phrases import Group
from etl.reading.grammar.verb_objects import has_verb_objects, object_of, phrase_behind
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_NOT_DONE_TO = frozenset({"protest", "armed_clash", "riot"})
_LAYERS = ("people", "actor", "thing", "weapon")


def objects_told(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> list[Group]:
    """The phrases that the acts of a clause were done to or aimed at, those that lists know left out."""
    if not has_verb_objects(scanned):
        return []
    told = [act.hit for act in acts if act.kind not in _NOT_DONE_TO]
    found = [_done_to(scanned, clause, hit) for hit in told]
    return [group for group in found if group is not None and _is_new(scanned, clause, group)]


def people_told(scanned: Scan, clause: Clause) -> list[Group]:
    """The phrases of whom the words of harm of a clause befell, those that lists know left out."""
    if not has_verb_objects(scanned):
        return []
    harm = [hit for hit in clause.of("toll", "killed", "wounded", "detained") if "verb" in hit.phrase.marks]
    found = [object_of(scanned, clause, hit) for hit in harm if "intransitive" not in hit.phrase.marks]
    return [group for group in found if group is not None and _is_new(scanned, clause, group)]


def _done_to(scanned: Scan, clause: Clause, hit: Hit) -> Group | None:
    """What a verb was done to, or what a word of aim right behind a noun of act leads to."""
    if "verb" in hit.phrase.marks:
        found = object_of(scanned, clause, hit)
        found = _aimed_with(scanned, clause, found) or found
        if found is not None:
            return found
    aimed = hit.last < clause.last and scanned.language.is_one_of(scanned.tokens.words[hit.last], "aimed_by")
    return phrase_behind(scanned, clause, hit.last + 1) if aimed else None


def _aimed_with(scanned: Scan, clause: Clause, group: Group | None) -> Group | None:
    """What a weapon was aimed at that is the object of a verb: "threw fire bombs at X"."""
    if group is None or group[1] >= clause.last:
        return None
    armed = any(group[0] <= arm.first < group[1] for arm in clause.of("weapon"))
    aimed = scanned.language.is_one_of(scanned.tokens.words[group[1]], "aimed_by")
    return phrase_behind(scanned, clause, group[1] + 1) if armed and aimed else None


def persons_titled(scanned: Scan, clause: Clause) -> list[Group]:
    """Whom words of harm befell by office and name: a title for one person with a word that the files do not know."""
    if not has_verb_objects(scanned):
        return []
    verbs = [hit for hit in clause.of("toll", "killed", "wounded", "detained") if "verb" in hit.phrase.marks]
    found = [object_of(scanned, clause, hit) for hit in verbs]
    return [group for group in found if group is not None and _is_titled(scanned, clause, group)]


def _is_titled(scanned: Scan, clause: Clause, group: Group) -> bool:
    tokens, language = scanned.tokens, scanned.language
    heads = any(hit.first == group[0] and "one" in hit.phrase.marks for hit in clause.of("people"))
    definite = group[0] > clause.first and language.is_one_of(tokens.words[group[0] - 1], "definite")
    last = tokens.words[group[1] - 1]
    places = any(
        name.start <= tokens.starts[group[1] - 1] < name.end for name in clause.names if name.kind != "unknown"
    )
    return heads and definite and group[1] - group[0] > 1 and not language.knows(last) and not places


def _is_new(scanned: Scan, clause: Clause, group: Group) -> bool:
    """Whether no list knows a word of a phrase as people, a thing, a weapon or a name."""
    tokens = scanned.tokens
    start, end = tokens.starts[group[0]], tokens.ends[group[1] - 1]
    spans = [(hit.start, hit.end) for layer in _LAYERS for hit in clause.of(layer)]
    spans += [(name.start, name.end) for name in clause.names]
    spans += [(hit.start, hit.end) for hit in clause.of("cue", "agency", "crowd")]
    spans += [(hit.start, hit.end) for layer in ("rough", "vague") for hit in clause.of(layer)]
    return not any(start < other and begun < end for begun, other in spans)
