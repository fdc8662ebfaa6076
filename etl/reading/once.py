"""What several rules ask of the same clause is read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from etl.reading.clauses import Clause, Scan

Told = TypeVar("Told")


def once_a_clause(rule: Callable[[Scan, Clause], Told]) -> Callable[[Scan, Clause], Told]:
    """The rule, whose answer a clause keeps; whoever asks leaves the answer as it is."""

    @wraps(rule)
    def kept(scanned: Scan, clause: Clause) -> Told:
        if rule not in clause.told:
            clause.told[rule] = rule(scanned, clause)
        return cast(Told, clause.told[rule])

    return kept
