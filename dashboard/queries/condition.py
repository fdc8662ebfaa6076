"""Conditions as SQL with their values, one a dimension, and how they are joined: facets leave their own out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple


class Condition(NamedTuple):
    """SQL with ? for each of its values."""

    sql: str
    values: tuple[Any, ...] = ()


Conditions = dict[str, Condition]
"""By the field of View they come from ("period" for date_from and date_to, "attributed" for actors, sides, stances)."""


def where(found: Conditions, without: Collection[str] = ()) -> Condition:
    """All conditions but those of `without`, joined; "true" where none is left."""
    kept = [condition for name, condition in found.items() if name not in without]
    return Condition(
        " and ".join(f"({condition.sql})" for condition in kept) or "true",
        tuple(value for condition in kept for value in condition.values),
    )


def tested(found: Conditions) -> Condition:
    """Columns that tell of each row which conditions it meets, for `meets`; each condition is worked out once."""
    columns = [f"({condition.sql}) is true as meets_{name}" for name, condition in found.items()]
    values = tuple(value for condition in found.values() for value in condition.values)
    return Condition(", ".join(["true as meets", *columns]), values)


def meets(found: Conditions, without: Collection[str] = ()) -> str:
    """All conditions but those of `without`, in the columns of `tested`."""
    return " and ".join(["meets", *(f"meets_{name}" for name in found if name not in without)])
