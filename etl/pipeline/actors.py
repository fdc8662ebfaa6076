"""Actors as a reader looks for them: by any name in any language, and by the side they are on."""

from __future__ import annotations

from typing import NamedTuple

from etl.lexicon import actor_named, actors, fold


class Named(NamedTuple):
    """An actor's name in the actor file, and its side ("" where the file does not know it)."""

    name: str
    side: str


def actor_as_named(written: str) -> Named:
    """The actor that a name in any language stands for; a name that the file does not know stands for itself."""
    known = actor_named(written)
    return Named(known.name, known.side) if known else Named(written, "")


def actor_sides() -> tuple[str, ...]:
    """The sides of the actor file, sorted."""
    return tuple(sorted({actor.side for actor in actors() if actor.side}))


def actors_called(words: str) -> dict[str, str]:
    """Actors with a name that holds every word as the beginning of one of its own: name -> the alias that does.

    Without regard to case and accents, in any language and script; the actor's own name before its aliases.
    """
    wanted = fold(words).split()
    if not wanted:
        return {}
    found = {}
    for actor in actors():
        alias = next((alias for _, alias in actor.aliases if _holds(alias, wanted)), None)
        if alias is not None:
            found[actor.name] = alias
    return found


def _holds(alias: str, wanted: list[str]) -> bool:
    parts = fold(alias).replace("-", " ").split()
    return all(any(part.startswith(word) for part in (*parts, fold(alias))) for word in wanted)
