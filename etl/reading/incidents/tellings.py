"""Clauses with the incidents they were read into, and which incident a word such as "the raid" goes back to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from etl.reading.incidents.draft import Draft
from etl.reading.incidents.facts import Facts
from etl.reading.scan.clauses import Clause

GENERAL = "attack"
"""The kind of a word for an act whose means is not told: it may go back to an incident of any type."""

LOOK_BACK = 60
"""What words go back to stands within so many tellings before them; without a bound long texts would take for ever."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a clause tells, and the numbers of the incidents it was read into, of which it has at least one."""

    facts: Facts
    owners: tuple[int, ...]

    @property
    def clause(self) -> Clause:
        """The clause."""
        return self.facts.clause


def tellings_of(facts: Sequence[Facts], drafts: Sequence[Draft]) -> list[Telling]:
    """The clauses that tell of an incident, in the order of the text."""
    owners: dict[tuple[int, int], list[int]] = {}
    for number, draft in enumerate(drafts):
        for part in draft.parts:
            owners.setdefault(part.clause.order, []).append(number)
    owned = sorted((one for one in facts if one.clause.order in owners), key=lambda one: one.clause.start)
    return [Telling(one, tuple(owners[one.clause.order])) for one in owned]


def last_told(here: Clause, earlier: Sequence[Telling]) -> int | None:
    """The incident told last, in the sentence of a clause or the one right before it in the paragraph."""
    if not earlier:
        return None
    said, before = here.sentence, earlier[-1].clause.sentence
    is_near = before.paragraph == said.paragraph and said.number - before.number <= 1
    return earlier[-1].owners[-1] if is_near else None


def told_of_kind(kinds: Collection[str], earlier: Sequence[Telling], drafts: Sequence[Draft]) -> int | None:
    """The nearest incident told before that is of one of the kinds; of any type where a general word is among them."""
    for one in reversed(earlier):
        for owner in reversed(one.owners):
            if drafts[owner].event_type in kinds or GENERAL in kinds:
                return owner
    return None
