"""The order of rows in a table: what is near in time and space lies near on the disk.

Events and incidents stand by month, then along a Morton curve (G. M. Morton, 1966: the bits of both coordinates
interleaved), then by day and id. Filters on a period and a map window then skip most row groups.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

BITS = 10
"""Bits a coordinate: cells of about a third of a degree."""

_ORDER = {
    "reports": ("report_id",),
    "remarks": ("report_id", "start"),
    "rejects": ("file", "row", "field"),
    "matches": ("left_id", "right_id"),
    "links": ("from_event_id", "to_event_id", "report_id", "start"),
    "corrections": ("event_id", "decided", "correction_id"),
    "aliases": ("old_id",),
    "changes": ("kind", "event_id", "field"),
}
_ID = {"events": "event_id", "incidents": "incident_id"}


def order(name: str, table: pa.Table) -> pa.Array:
    """The row numbers of the table `name` (of TABLES) in the order in which the store keeps its rows."""
    if name not in _ID:
        keys = table.select(_ORDER[name])
    else:
        keys = table.select(["date_start", _ID[name]])
        keys = keys.append_column("_month", _months(table)).append_column("_cell", _cells(table))
        keys = keys.select(["_month", "_cell", "date_start", _ID[name]])
    return pc.sort_indices(keys, sort_keys=[(key, "ascending", "at_end") for key in keys.column_names])


def _months(table: pa.Table) -> pa.ChunkedArray:
    days = table["date_start"]
    return pc.add(pc.multiply(pc.year(days), 12), pc.month(days))


def _cells(table: pa.Table) -> pa.Array:
    latitude = table["latitude"].to_numpy(zero_copy_only=False)
    longitude = table["longitude"].to_numpy(zero_copy_only=False)
    placed = np.isfinite(latitude) & np.isfinite(longitude)
    cells = _spread((latitude + 90) / 180, placed) << 1 | _spread((longitude + 180) / 360, placed)
    return pa.array(cells, mask=~placed)


def _spread(share: np.ndarray[Any, Any], placed: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """A share of 0 to 1 as an integer of BITS bits with a gap after each bit."""
    whole = np.clip(np.where(placed, share, 0) * (1 << BITS), 0, (1 << BITS) - 1).astype(np.int64)
    spread: np.ndarray[Any, Any] = np.zeros_like(whole)
    for bit in range(BITS):
        spread |= (whole >> bit & 1) << (2 * bit)
    return spread
