"""What several rules ask of the same clause is read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from etl.reading.scan.clauses import Clause

Asked = ParamSpec("Asked")
Told = TypeVar("Told")


def once_a_clause(rule: Callable[Asked, Told]) -> Callable[Asked, Told]:
    """The rule of a clause, its last argument, which keeps the answer; whoever asks leaves the answer as it is."""

    @wraps(rule)
    def kept(*asked: Asked.args, **named: Asked.kwargs) -> Told:
        told = cast(Clause, asked[-1]).told
        if rule not in told:
            told[rule] = rule(*asked, **named)
        return cast(Told, told[rule])

    return kept
