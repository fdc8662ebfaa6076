"""Groups told again by a common word with an article: "that group", "the rebels" stand for the one named before."""

from __future__ import annotations

from bisect import bisect_left

from etl.reading.grammar.edges import has_edges, is_article
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit, Phrase

_WITHIN = 300
"""Letters back to the name that such a word stands for."""
_ANY = Phrase("people", "attacker")
_GROUPS = frozenset({"armed_group", "militia", "criminal", "group"})


def named_before(scanned: Scan, hit: Hit) -> Hit | None:
    """The group that was named last before words such as "the rebels"; None where these are no such words."""
    words, language = scanned.tokens.words, scanned.language
    if not language.is_one_of(words[hit.last - 1], "group_again") or not _is_definite(scanned, hit):
        return None
    actors = scanned.hits.get("actor", [])
    before = actors[: bisect_left(actors, hit.start, key=lambda one: one.start)]
    return next(
        (one for one in reversed(before) if one.phrase.kind in _GROUPS and hit.start - one.end <= _WITHIN), None
    )


def bare_groups(scanned: Scan, clause: Clause) -> list[Hit]:
    """Where "the group" alone is told, by the group it stands for."""
    words, starts, ends = scanned.tokens.words, scanned.tokens.starts, scanned.tokens.ends
    found: list[Hit] = []
    for at in scanned.tokens.which(scanned.language.any_of("group_again"), clause.first, clause.last):
        if at > 1 and scanned.language.is_one_of(words[at - 2], "of"):
            continue
        hit = next((one for one in clause.of("people", "attacker") if one.first <= at < one.last), None)
        if hit is None and (name := named_before(scanned, _token(at, starts[at], ends[at]))) is not None:
            found.append(Hit(name.phrase, at, at + 1, starts[at], ends[at]))
    return found


def is_known_group(scanned: Scan, hit: Hit) -> bool:
    """Whether those who bear arms are told as known, so that they may speak: "the separatists deny"."""
    before = hit.first > 0 and has_edges(scanned) and hit.phrase.kind == "attacker"
    return before and scanned.language.is_one_of(scanned.tokens.words[hit.first - 1], "definite")


def _token(at: int, start: int, end: int) -> Hit:
    return Hit(_ANY, at, at + 1, start, end)


def _is_definite(scanned: Scan, hit: Hit) -> bool:
    words, language = scanned.tokens.words, scanned.language
    before = hit.first > 0 and is_article(scanned, hit.first - 1)
    return before and language.is_one_of(words[hit.first - 1], "definite") and hit.last - hit.first == 1
