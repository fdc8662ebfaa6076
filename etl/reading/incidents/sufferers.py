"""How much the persons whom a clause tells an act befell speak for one incident or for two."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.incidents.draft import Draft, sufferers_of
from etl.reading.incidents.facts import Facts
from etl.reading.scan.clauses import Scan
from etl.reading.tolls.captives import DEAD_CAPTIVES

_KILLED_ONCE = 5.0
"""Speaks more for one incident than another day told speaks against it."""


def sufferer_likeness(scanned: Scan, draft: Draft, one: Facts) -> float:
    """Whether a clause names a person whom the incident befell, or only others; nobody is killed twice."""
    own = sufferers_of(scanned, one)
    if not own and draft.sufferers and _names_one_of(scanned, draft.sufferers, one):
        return 1.0
    if not own or not draft.sufferers:
        return 0.0
    if own & draft.sufferers:
        killed = any(kind == "killed" for kind, _ in draft.told) and any(toll.kind == "killed" for toll in one.tolls)
        return _KILLED_ONCE if killed else 2.0
    if one.goes_back and _names_victim(scanned, one):
        return -_KILLED_ONCE
    return 0.0 if one.goes_back or one.by_pronoun or one.clause.has_cue("also") else -1.0


def _names_victim(scanned: Scan, one: Facts) -> bool:
    """Whether the article of an act goes with whom it befell: "the murder of X", which goes back to no other's."""
    words, language = scanned.tokens.words, scanned.language
    nouns = [act.hit for act in one.acts if act.definite and "noun" in act.hit.phrase.marks]
    ends = [hit.last - language.is_one_of(words[hit.last - 1], "of") for hit in nouns]
    return any(language.is_one_of(word, "of") for end in ends for word in words[end : end + 1]) and any(
        target.sort == "person" for target in one.targets
    )


def _names_one_of(scanned: Scan, names: set[str], one: Facts) -> bool:
    """Whether a clause names again, written as a name, somebody the incident befell."""
    tokens, plain = scanned.tokens, scanned.text.plain
    return any(
        tokens.words[at] in names and plain[tokens.starts[at]].isupper()
        for at in range(one.clause.first, one.clause.last)
    )


def suffered_before(drafts: Sequence[Draft], one: Facts) -> Draft | None:
    """The incident whose wounded, or captives, a clause tells to have died later, on whatever day."""
    if any(DEAD_CAPTIVES in toll.marks for toll in one.tolls) and not _takes(one):
        return next((draft for draft in reversed(drafts) if any(kind == "detained" for kind, _ in draft.told)), None)
    later = any("died_later" in toll.marks for toll in one.tolls)
    told_here = any(toll.kind == "wounded" and toll.low for toll in one.tolls)
    if not later or told_here or any(not act.definite for act in one.acts):
        return None
    hurt = (draft for draft in reversed(drafts) if {"wounded", "killed"} & {kind for kind, _ in draft.told})
    return next(hurt, None)


def _takes(one: Facts) -> bool:
    """Whether a clause tells of an abduction itself."""
    return any(act.kind == "abduction" for act in one.acts)
