"""Whether two incidents may stand in one event, for pairs that were compared and for those that never met."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from etl.matching import confusions, scoring
from etl.matching.clusters import Pair

_INTERVALS = ("d0", "d1", "radius", "lat", "lon")
_LEAST_KM = 3.0
_KM_PER_DEGREE = 111.2


class Fitting:
    """Answers for a pair (l < r): True, False, or None where they meet in day and place but differ otherwise."""

    def __init__(self, features: pa.Table, scored: Mapping[str, np.ndarray[Any, Any]]) -> None:
        """features: one row an incident; scored: the columns of the table "scored"."""
        likely = scored["bits"] >= scoring.FITTING_BITS
        self._fits = _pairs(scored, likely | (scored["meets"] & scored["agrees"]))
        self._differs = _pairs(scored, ~likely & scored["meets"] & ~scored["agrees"])
        self._seen = _pairs(scored, ~likely & ~scored["meets"])
        self._wide = {
            name: features[name].to_numpy(zero_copy_only=False) for name in ("d0", "d1", "radius", "lat", "lon")
        }
        self._types, self._statuses = (
            features[name].to_numpy(zero_copy_only=False) for name in ("event_type", "status")
        )

    def __call__(self, pair: Pair) -> bool | None:
        """What was found where they were compared; else whether day and place meet, and status is one."""
        if pair in self._fits:
            return True
        if pair in self._differs:
            return None
        if pair in self._seen or not self._meets(*pair):
            return False
        one, other = (self._types[side] for side in pair)
        return True if one == other else None if confusions.between(one, other) > confusions.DIFFERENT else False

    def _meets(self, one: int, other: int) -> bool:
        if self._statuses[one] != self._statuses[other]:
            return False
        d0, d1, radius, lat, lon = (column[[one, other]].astype(float) for column in self._wide.values())
        if d0.max() > d1.min():
            return False
        if np.isnan(lat).any():
            return True
        east = (lon[0] - lon[1]) * np.cos(np.radians(lat.mean()))
        return bool(_KM_PER_DEGREE * np.hypot(lat[0] - lat[1], east) <= max(_LEAST_KM, radius.sum()))


def _pairs(scored: Mapping[str, np.ndarray[Any, Any]], which: np.ndarray[Any, Any]) -> set[Pair]:
    return set(zip(scored["l"][which].tolist(), scored["r"][which].tolist(), strict=True))
