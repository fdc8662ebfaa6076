"""How much one event type speaks for or against another, in bits.

Types are told apart by the means, and reports of one event often tell different means: a "projectile" is a rocket or a
bomb, datasets that code only who fights whom call an air strike an armed clash. Pairs that are not listed speak
strongly against a match.
"""

from __future__ import annotations

from etl.records import EVENT_TYPES

SAME = 2.0
DIFFERENT = -4.0

_CONFUSED = {
    ("armed_clash", "armed_attack"): 1.0,
    ("armed_clash", "shelling"): -0.5,
    ("armed_clash", "air_strike"): -0.5,
    ("armed_clash", "bombing"): -0.5,
    ("armed_clash", "arrest_raid"): -1.0,
    ("armed_attack", "bombing"): 0.0,
    ("armed_attack", "shelling"): -0.5,
    ("armed_attack", "air_strike"): -1.0,
    ("armed_attack", "abduction"): -0.5,
    ("armed_attack", "sabotage"): -0.5,
    ("armed_attack", "arrest_raid"): -1.5,
    ("armed_attack", "sexual_violence"): -1.0,
    ("air_strike", "shelling"): 0.5,
    ("air_strike", "bombing"): 0.0,
    ("shelling", "bombing"): 0.5,
    ("bombing", "sabotage"): 0.5,
    ("shelling", "sabotage"): -1.0,
    ("abduction", "arrest_raid"): -0.5,
    ("abduction", "sexual_violence"): -0.5,
    ("protest", "riot"): 1.0,
    ("riot", "sabotage"): 0.5,
    ("riot", "armed_attack"): -1.5,
}
_WITH_OTHER = -0.5


def bits() -> list[tuple[str, str, float]]:
    """Every pair of types, in both orders, with its bits."""
    return [(left, right, between(left, right)) for left in EVENT_TYPES for right in EVENT_TYPES]


def between(left: str, right: str) -> float:
    """The bits of one type beside another."""
    if left == right:
        return 0.0 if left == "other" else SAME
    if "other" in (left, right):
        return _WITH_OTHER
    return _CONFUSED.get((left, right), _CONFUSED.get((right, left), DIFFERENT))
