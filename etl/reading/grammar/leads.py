"""What the news of a sentence is reckoned from: "Two days after the blast in A, gunmen struck in B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.grammar.acts import words_of_event
from etl.reading.grammar.once import once_a_clause
from etl.reading.grammar.persons import is_passive
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression

_OFFSETS = frozenset({"event_same", "event_before", "event_after"})
_PAUSE = re.compile(r",(?= )")
_ARTICLE_WITHIN = 3
NEAR = 12
"""An act so many words behind an offset is what it is reckoned from."""


def reckoned_from(scanned: Scan, time: TimeExpression) -> int | None:
    """The token where the words begin that an offset is reckoned from; None where nothing stands behind it."""
    if time.means not in _OFFSETS:
        return None
    tokens, language = scanned.tokens, scanned.language
    at = tokens.at_or_after(time.end)
    if at == 0 or at >= len(tokens.words) or scanned.text.plain[time.end : tokens.starts[at]].strip():
        return None
    last = tokens.words[at - 1]
    if "offset_of" in language.words:
        return at + 1 if language.is_one_of(tokens.words[at], "offset_of") else None
    return at if any(language.is_one_of(last, kind) for kind in ("after", "before")) else None


@dataclass(frozen=True, slots=True)
class Lead:
    """An offset at the head of a sentence and what it is reckoned from, up to a pause behind which the news begins.

    end: the offset of that pause; is_known: what it is reckoned from was told before ("Two days after the blast, ...").
    """

    end: int
    is_known: bool


@once_a_clause
def lead_of(scanned: Scan, clause: Clause) -> Lead | None:
    """What the news of a sentence is reckoned from, where it is told first; None in other sentences."""
    time = clause.times[0] if clause.times else None
    if time is None or scanned.text.plain[clause.start : time.start].strip():
        return None
    first = reckoned_from(scanned, time)
    pause = _PAUSE.search(scanned.text.plain, time.end, clause.end)
    if first is None or pause is None:
        return None
    acts = [*words_of_event(clause.hits), *clause.of("toll", "killed", "wounded")]
    led = [act for act in acts if first <= act.first < first + NEAR and act.end <= pause.start()]
    if not led or not _has_news(scanned, clause, acts, pause.end()):
        return None
    begins = scanned.tokens.words[scanned.tokens.at_or_after(pause.end())]
    if scanned.language.is_one_of(begins, "relative"):
        return None
    placed = [name for name in clause.names if led[0].end <= name.start < pause.start() and name.kind != "demonym"]
    return Lead(pause.start(), is_known(scanned, first, led[0]) and _were_named(scanned, placed, clause.start))


def _has_news(scanned: Scan, clause: Clause, acts: Sequence[Hit], start: int) -> bool:
    """Whether an act of its own is told from an offset on, and not only who died of the one before."""
    placed = any(name.start >= start and name.kind != "demonym" for name in clause.names)
    for act in acts:
        dies = act.phrase.layer == "toll" and (
            "verb" not in act.phrase.marks or "intransitive" in act.phrase.marks or is_passive(scanned, act)
        )
        if act.start >= start and (placed or not dies):
            return True
    return False


def _were_named(scanned: Scan, names: Sequence[Name], before: int) -> bool:
    """Whether all names stand in the text before an offset as well."""
    earlier = scanned.names_between(0, before) if names else ()
    told = {scanned.text.folded[name.start : name.end] for name in earlier}
    return all(scanned.text.folded[name.start : name.end] in told for name in names)


def is_known(scanned: Scan, first: int, act: Hit) -> bool:
    """Whether an offset is reckoned from an act told before: "two days after the blast"."""
    noun = "noun" in act.phrase.marks and act.first - first < _ARTICLE_WITHIN
    return noun and is_definite(scanned, act, first - 1)


def is_definite(scanned: Scan, act: Hit, since: int = 0) -> bool:
    """Whether an article or a word that points stands before a noun, at a token from `since` on: "the", "that"."""
    words = scanned.tokens.words[max(since, act.first - _ARTICLE_WITHIN) : act.first + 1]
    return any(scanned.language.is_one_of(word, "definite") for word in words)
