"""Further things that one act was done to, told in a list: "attacked the town hall, a bank and the post office"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.grammar.noun_phrases import Group, phrase_from
from etl.reading.scan.clauses import Clause, Scan

_MOST = 6
_LINKS_WITHIN = 5


Span = tuple[int, int]
"""Characters [start, end) of the levelled text."""


def further_things(scanned: Scan, clause: Clause, hit: Sequence[Span], things: Sequence[Span]) -> list[Span]:
    """The spans of the things that lists go on with behind those that were hit; things: all that the clause tells."""
    found: list[Span] = []
    for one in hit:
        for span in _listed(scanned, clause, one[1], things):
            if not any(span[0] < other[1] and other[0] < span[1] for other in (*hit, *found)):
                found.append(span)
    return found


def _listed(scanned: Scan, clause: Clause, end: int, things: Sequence[Span]) -> Iterator[Span]:
    """The things that a list goes on with behind the offset `end` of one that was hit.

    A list ends at anything else, and before a verb of its own; what
    a comma joins is of it only where an "and" follows ("Camp Taji, a base in the north").
    """
    waiting: list[Span] = []
    for _ in range(_MOST):
        at = _behind_joint(scanned, clause, end)
        group = phrase_from(scanned, clause, at) if at is not None else None
        if group is None or _has_verb(scanned, clause, group):
            return
        start, stop = scanned.tokens.starts[group[0]], scanned.tokens.ends[group[1] - 1]
        inside = [span for span in things if span[0] < stop and start < span[1]]
        if not inside:
            return
        end = max(stop, *(span[1] for span in inside))
        waiting.append((min(start, *(span[0] for span in inside)), end))
        if at is not None and scanned.language.is_one_of(scanned.tokens.words[at - 1], "and"):
            yield from waiting
            waiting.clear()


def _behind_joint(scanned: Scan, clause: Clause, end: int) -> int | None:
    """The token behind the comma or "and" right behind an offset, past the place or owner told of a thing."""
    tokens, language, plain = scanned.tokens, scanned.language, scanned.text.plain
    first = tokens.at_or_after(end)
    for at in range(first, min(first + _LINKS_WITHIN, clause.last)):
        before = plain[tokens.ends[at - 1] : tokens.starts[at]]
        if language.is_one_of(tokens.words[at], "and"):
            return at + 1
        if before.strip() == ",":
            return at
        if before.strip() or not _is_tied(scanned, at):
            return None
    return None


def _is_tied(scanned: Scan, at: int) -> bool:
    """Whether a word may stand between a thing and the comma behind it: "of", an article, a name."""
    tokens, language = scanned.tokens, scanned.language
    small = any(language.is_one_of(tokens.words[at], kind) for kind in ("of", "definite", "indefinite", "links"))
    return small or scanned.text.plain[tokens.starts[at]].isupper()


def _has_verb(scanned: Scan, clause: Clause, group: Group) -> bool:
    """Whether a phrase is the subject of a verb behind it: "... and the mayor was killed"."""
    words, language = scanned.tokens.words[group[1] : min(group[1] + 1, clause.last)], scanned.language
    auxiliary = any(language.is_one_of(word, kind) for word in words for kind in ("passive", "auxiliaries"))
    verbs = (hit for layer in ("event", "flight", "toll") for hit in clause.of(layer) if "verb" in hit.phrase.marks)
    return auxiliary or any(hit.first == group[1] for hit in verbs)
