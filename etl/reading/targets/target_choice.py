"""Which of the targets that its clauses tell are those of an incident."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.targets.targets import Target

_PERSONAL = frozenset({"armed_attack", "abduction", "sexual_violence", "arrest_raid"})
"""Types of what is done to people rather than to things."""
_MOST_VICTIMS = 4


def chosen_targets(
    parts: Sequence[Sequence[Target]], site: tuple[int, int] | None, kind: str | None
) -> list[tuple[int, int]]:
    """The targets of an incident out of those of its clauses.

    Where the act is of a kind that is done to people: the persons named, the things of the first clause that tells
    any, and the people harmed. Else the first of these there is, the site before people who were harmed beside it.
    """
    told = [one for part in parts for one in part]
    persons = [one for one in told if one.sort == "person"]
    things = next((part for part in ([one for one in part if one.sort == "thing"] for part in parts) if part), [])
    victims = [one for one in told if one.sort == "victim"][:_MOST_VICTIMS]
    else_one = persons or things or ([] if site else victims)
    chosen = [*persons, *things, *victims] if kind in _PERSONAL else else_one
    if chosen:
        return sorted({(one.start, one.end) for one in chosen})
    return [site] if site is not None else [(one.start, one.end) for one in told if one.sort == "people"][:2]
