"""Changes that decisions make to the rows of one table, gathered until all are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import pyarrow as pa

from etl.corrections.decisions import Correction
from etl.corrections.rows import Rows, row_of, with_rows, without_rows
from etl.corrections.values import is_point, point, typed
from etl.items import Rejected
from etl.records import PlacePrecision


class Place(Protocol):
    """What a place of the gazetteer tells."""

    @property
    def latitude(self) -> float:
        """Degrees (WGS 84)."""

    @property
    def longitude(self) -> float:
        """Degrees (WGS 84)."""

    @property
    def precision(self) -> PlacePrecision:
        """How exact it is."""

    @property
    def radius_km(self) -> float:
        """The radius in km that stands for it."""

    @property
    def country(self) -> str:
        """ISO 3166-1 alpha-2."""

    @property
    def admin1(self) -> str:
        """Name of its first-level area."""


PlaceOf = Callable[[str], Place | None]
"""The place of a gazetteer id, or None."""


@dataclass(slots=True)
class Changes:
    """Rows of one table that change or go, and the fate of each decision."""

    table: pa.Table
    name: str
    place_of: PlaceOf
    changed: Rows = field(default_factory=dict)
    gone: list[int] = field(default_factory=list)
    applied: list[str] = field(default_factory=list)
    missed: list[Rejected] = field(default_factory=list)

    def row(self, position: int) -> dict[str, Any]:
        """The row at a position, as it shall be."""
        return self.changed.setdefault(position, row_of(self.table, position))

    def miss(self, decision: Correction, reason: str) -> None:
        """A decision that no longer applies."""
        remedy = "Make the decision anew on what stands there now, or restore it."
        self.missed.append(
            Rejected(
                decision.file, decision.row, "target", f"{decision.correction_id}: {decision.target}", reason, remedy
            )
        )

    def new_values(self, decision: Correction) -> dict[str, Any] | None:
        """The columns that a set or place changes; None, and a miss, where the gazetteer lacks the place."""
        if decision.action == "set":
            return typed(decision.field, decision.value)
        if is_point(decision.value):
            return point(decision.value)
        place = self.place_of(decision.value)
        if place is None:
            self.miss(decision, f"the gazetteer holds no place {decision.value!r}")
            return None
        return {"latitude": place.latitude, "longitude": place.longitude, "place_precision": place.precision,
                "radius_km": place.radius_km, "gazetteer_id": decision.value, "place_candidates": [],
                "country": place.country, "admin1": place.admin1}  # fmt: skip

    def result(self) -> pa.Table:
        """The table with all changes."""
        return without_rows(with_rows(self.table, self.name, self.changed), self.gone)
