"""The bundled reports tell of one region: nothing of them may be drawn elsewhere."""

from __future__ import annotations

from etl.pipeline.intake import read_report
from tests.benchmarks.sets import bundled

SOUTH, NORTH, WEST, EAST = 12, 42, 30, 63
"""From Yemen to Turkey, from the Mediterranean to Iran, in degrees."""


def test_every_bundled_incident_lies_in_the_region() -> None:
    placed = [one for report in bundled() for one in read_report(report)[1] if one.latitude is not None]
    assert len(placed) > 300
    outside = [
        (one.incident_id, one.places)
        for one in placed
        if not (SOUTH <= (one.latitude or 0) <= NORTH and WEST <= (one.longitude or 0) <= EAST)
    ]
    assert outside == []
