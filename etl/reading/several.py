"""Sentences that tell who is behind several incidents at once: "police blame X for both", "X claimed the two attacks"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.draft import Draft
from etl.reading.facts import Facts
from etl.reading.where import Where

_STANCES = ("claimed", "accused", "denied")
_PAIR = 2


def behind_several(drafts: Sequence[Draft], one: Facts) -> Sequence[Draft]:
    """The incidents, two of those told last, that a clause on who did them speaks of; none where it speaks of one."""
    tells = one.claims or one.denies or any(who.stance in _STANCES for who in one.actors)
    harms = any(toll.low for toll in one.tolls)
    return drafts[-_PAIR:] if tells and not harms and one.clause.has_cue("several") and len(drafts) > 1 else ()


def only_who(one: Facts) -> Facts:
    """What such a clause tells of each of them: who did it, not where somebody said so."""
    return replace(one, acts=(), event_type=None, means=None, time=None, where=Where(), targets=(), weapons=())
