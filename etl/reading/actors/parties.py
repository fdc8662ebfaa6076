"""The sides of a clash, and others who are known for doers by where they stand alone."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.actors.doers import acts, is_conducted_by
from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import has_edges, is_article
from etl.reading.grammar.noun_phrases import phrase_around
from etl.reading.grammar.verb_first import follows_by, is_nominative, is_subject_behind
from etl.reading.grammar.verb_objects import has_verb_objects
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_BETWEEN, _SECOND_WITHIN = 4, 10


def does_by_nearness(scanned: Scan, clause: Clause, hit: Hit, told: Sequence[Act], named: bool) -> bool:
    """Whether somebody does it by nearness; people who bear no arms only as a verb's own subject, or in a clash."""
    if hit.phrase.kind == "people" and has_edges(scanned) and any(act.kind == "armed_clash" for act in told):
        return any(0 <= hit.first - cue.last <= _BETWEEN for cue in clause.of("cue", "between"))
    if hit.phrase.kind == "people":
        conducts = is_nominative(scanned, clause, hit) and is_conducted_by(clause, hit, told)
        conducts = conducts or (bool(told) and follows_by(scanned, hit))
        return conducts or any(is_subject_behind(scanned, clause, hit, act.hit) for act in told)
    return acts(scanned, clause, hit, told, named)


def is_side(scanned: Scan, clause: Clause, hit: Hit, told: Sequence[Act]) -> bool:
    """Whether somebody is one of the two sides that a clash is told to be between ("between the army and rebels")."""
    parts = has_edges(scanned) or has_verb_objects(scanned)
    if not parts or not any(act.kind == "armed_clash" for act in told):
        return False
    words = scanned.tokens.words
    first = phrase_around(scanned, clause, hit.first, hit.last)[0] if has_edges(scanned) else hit.first
    first -= first > clause.first and is_article(scanned, first - 1)
    betweens = [cue for cue in clause.of("cue", "between") if first - cue.last >= 0]
    is_first = any(cue.last == first for cue in betweens)
    behind_and = first > clause.first and scanned.language.is_one_of(words[first - 1], "and")
    return is_first or (behind_and and any(first - cue.last <= _SECOND_WITHIN for cue in betweens))
