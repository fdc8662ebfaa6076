"""Who is said to have done it: by name, side and stance together, so that "accused: X" is one attribution of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from dashboard.filters import View
from dashboard.queries.condition import Condition
from dashboard.queries.connection import every
from dashboard.queries.held import held
from dashboard.queries.kept import kept
from etl.store import Version

PARTS: Mapping[str, str] = {"actors": "actor", "sides": "side", "stances": "stance"}
"""Field of View -> the part of an attribution that it asks for."""


class Found(NamedTuple):
    """An actor that events name, the alias by which it was found, and the events that the view would leave of it."""

    name: str
    alias: str
    events: int


def attributed(view: View) -> Condition | None:
    """Events of which one attribution meets all that is asked of actor, side and stance; None where nothing is."""
    asked = [field for field in PARTS if _chosen(view, field)]
    if not asked:
        return None
    if len(asked) == 1:
        return Condition(f"list_has_any({asked[0]}, ?)", (_chosen(view, asked[0]),))
    meeting = _meeting(view, asked)
    return Condition(f"len({meeting.sql}) > 0", meeting.values)


def values_of(view: View, field: str) -> Condition:
    """The values of a field that the attributions bear which meet what is asked of the other two."""
    asked = [other for other in PARTS if other != field and _chosen(view, other)]
    if not asked:
        return Condition(field)
    meeting = _meeting(view, asked)
    part = f"list_transform({meeting.sql}, lambda one: one.{PARTS[field]})"
    return Condition(f"list_filter(list_distinct({part}), lambda value: value <> '')", meeting.values)


def _meeting(view: View, asked: list[str]) -> Condition:
    tests = " and ".join(f"list_contains(?, one.{PARTS[field]})" for field in asked)
    return Condition(f"list_filter(told, lambda one: {tests})", tuple(_chosen(view, field) for field in asked))


def _chosen(view: View, field: str) -> list[str]:
    chosen: tuple[str, ...] = getattr(view, field)
    return sorted({*chosen, *map(own_name, chosen)}) if field == "actors" else list(chosen)


@lru_cache(maxsize=4096)
def own_name(written: str) -> str:
    """The name under which the actor file has who is called so in any language; else as written."""
    # The actor file is read when somebody asks for an actor.
    from etl.pipeline import actor_as_named  # noqa: PLC0415

    return actor_as_named(written).name


def actors_found(version: Version, view: View, words: str, counted: Mapping[str, int], most: int) -> list[Found]:
    """At most `most` actors that the events name and that go by some words in any language, those of most events first.

    counted: events by actor under the other filters.
    """
    from etl.pipeline import actors_called  # noqa: PLC0415

    called = actors_called(words)
    wanted = words.casefold().split()
    said = (name for name in _all_actors(version, View()) if name in called or _says(name, wanted))
    named = {name: called.get(name, name) for name in said}
    found = [Found(name, alias, counted.get(name, 0)) for name, alias in named.items() if name not in view.actors]
    return sorted(found, key=lambda one: (-one.events, one.name))[:most]


def _says(name: str, wanted: list[str]) -> bool:
    parts = name.casefold().split()
    return bool(wanted) and all(any(part.startswith(word) for part in parts) for word in wanted)


@kept
def _all_actors(version: Version, view: View) -> tuple[str, ...]:  # noqa: ARG001 - kept by version alone
    return tuple(row[0] for row in every(f"select distinct unnest(actors) from {held(version)}", []))
