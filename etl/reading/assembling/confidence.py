"""How sure the program is that it read a report right: a logistic over marks of structure, with reasons.

It says nothing on whether the report is true. Weights: `data/languages/confidence.toml`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from functools import cache

from etl.lexicon import DATA

REVIEW_BELOW = 0.3
"""An incident read with less confidence than this goes to review instead of the map."""


@cache
def _weights() -> dict[str, float]:
    path = DATA / "languages" / "confidence.toml"
    return {key: float(value) for key, value in tomllib.loads(path.read_text(encoding="utf-8"))["weights"].items()}


def confidence(marks: Sequence[str]) -> tuple[float, tuple[str, ...]]:
    """(probability that the reading is right, reasons with the weight of each) of an incident with these marks."""
    weights = _weights()
    total = weights["base"] + sum(weights.get(name, 0.0) for name in marks)
    reasons = tuple(f"{name.replace('_', ' ')} {weights.get(name, 0.0):+.2f}" for name in sorted(marks))
    return round(1 / (1 + math.exp(-total)), 3), reasons
