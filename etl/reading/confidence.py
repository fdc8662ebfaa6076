"""How sure the program is that it read a report right: a logistic over language-neutral structure, with reasons.

It says nothing on whether the report is true. Weights: `data/languages/confidence.toml`.
"""

from __future__ import annotations

import math
import tomllib
from functools import cache

from etl.lexicon import DATA
from etl.reading.draft import Draft
from etl.records import Incident

REVIEW_BELOW = 0.35
"""An incident read with less confidence than this goes to review instead of the map."""


@cache
def _weights() -> dict[str, float]:
    path = DATA / "languages" / "confidence.toml"
    return {key: float(value) for key, value in tomllib.loads(path.read_text(encoding="utf-8"))["weights"].items()}


def marks_of(draft: Draft, incident: Incident) -> dict[str, float]:
    """The structure of an incident as numbers: each a name in the file of weights."""
    acts = [act for part in draft.parts for act in part.acts]
    basis = incident.date_basis
    return {
        "single_act": float(any(act.is_single and not act.definite for act in acts)),
        "only_back_reference": float(bool(acts) and all(act.definite for act in acts)),
        "no_act": float(not acts),
        "day_told": float(basis in ("explicit", "relative") and incident.date_precision in ("day", "days")),
        "day_from_event": float(basis == "offset"),
        "no_day": float(basis in ("none", "published")),
        "wide_date": float(incident.date_precision in ("month", "season", "year", "week")),
        "place_told": float(bool(incident.places) and not draft.inherited),
        "place_inherited": float(bool(incident.places) and draft.inherited),
        "no_place": float(not incident.places),
        "toll_told": float(incident.killed is not None or incident.wounded is not None),
        "detained_told": float(incident.detained is not None),
        "actor_told": float(bool(incident.attributions)),
        "target_told": float(bool(incident.targets)),
        "weapon_told": float(bool(incident.weapons)),
        "foiled_or_threatened": float(incident.status != "carried_out"),
        "several_sentences": float(len(draft.parts) > 1),
        "remark_near": float(any(part.remark is not None for part in draft.parts)),
    }


def confidence(draft: Draft, incident: Incident) -> tuple[float, tuple[str, ...]]:
    """(probability that the reading is right, reasons with the weight of each)."""
    weights = _weights()
    marks = {name: value for name, value in marks_of(draft, incident).items() if value}
    total = weights["base"] + sum(weights.get(name, 0.0) * value for name, value in marks.items())
    reasons = tuple(f"{name.replace('_', ' ')} {weights.get(name, 0.0):+.2f}" for name in sorted(marks))
    return round(1 / (1 + math.exp(-total)), 3), reasons
