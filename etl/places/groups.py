"""Armed groups: their names are no places, and who speaks of one speaks of the country it is at home in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from etl.lexicon import actor_named
from etl.places.gazetteer import Place
from etl.places.names import name_key

_GROUPS = frozenset({"armed_group", "militia", "criminal"})
"""Kinds of actor (data/actors/README.md) that have a home; the forces of a state also fight far from theirs."""
_KNOWN = 5_000
"""Inhabitants from which a town that is called just as a group may be meant: "Fano"."""


def homes(names: Iterable[str]) -> tuple[str, ...]:
    """The countries (ISO 3166-1 alpha-2) that the groups among some names are at home in, each group counted once."""
    known = (actor_named(name) for name in names)
    of_groups = {actor.actor_id: actor.country for actor in known if actor is not None and actor.kind in _GROUPS}
    return tuple(country for _, country in sorted(of_groups.items()) if country)


def is_group(name: str, places: Sequence[Place]) -> bool:
    """Whether a name is that of a group or alliance, and of no town to speak of: "Taliban", "ETA", "NATO"."""
    actor = actor_named(name)
    if actor is None or actor.kind not in _GROUPS | {"coalition"}:
        return False
    return name.isupper() or all(p.population < _KNOWN or name_key(p.name) != name_key(name) for p in places)
