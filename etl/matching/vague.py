"""Reports that tell an event in passing ("in February", "a base in the north"): the one event that fits is meant.

A page that looks back names the month or the country and little else, and seldom tells what nobody else told. So a text
that is vague and stands alone joins the event of several reports that it fits best, if that is likelier than all other
such events together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from etl.matching.clusters import Clusters, Pair
from etl.matching.scoring import MATCHED

KNOWN_BITS = 4.0
"""Bits by which a vague telling is likelier to be of an event that several tell than an exact one."""
WIDE_DAYS, WIDE_KM = 6, 60.0


def vague_texts(features: pa.Table) -> np.ndarray[Any, Any]:
    """For each incident whether a text tells it without a day or place, or with a wide one."""
    d0, d1, lat, radius = (features[name].to_numpy().astype(float) for name in ("d0", "d1", "lat", "radius"))
    unclear = np.isnan(d0) | np.isnan(lat) | (d1 - d0 > WIDE_DAYS) | (radius > WIDE_KM)
    return np.asarray(unclear & (features["dataset"].to_numpy() < 0))


def settle(clusters: Clusters, scored: Mapping[str, np.ndarray[Any, Any]], vague: np.ndarray[Any, Any]) -> set[Pair]:
    """Join lone vague tellings to events; the pairs that joined them."""
    fitting: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    chosen = vague[scored["l"]] | vague[scored["r"]]
    for left, right, bits in zip(*(scored[name][chosen].tolist() for name in ("l", "r", "bits")), strict=True):
        for one, other in ((left, right), (right, left)):
            group = clusters.members(other)
            if vague[one] and len(clusters.members(one)) == 1 and len(group) > 1:
                best = fitting[one].get(group[0], (bits, other))
                fitting[one][group[0]] = max(best, (bits, other), key=lambda found: (found[0], -found[1]))
    joined: set[Pair] = set()
    for one, events in sorted(fitting.items()):
        odds = [2.0 ** (bits + KNOWN_BITS) for bits, _ in events.values()]
        _, other = max(events.values(), key=lambda found: (found[0], -found[1]))
        if max(odds) / (1 + sum(odds)) >= MATCHED and clusters.join(one, other):
            joined.add((min(one, other), max(one, other)))
    return joined
