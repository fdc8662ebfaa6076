"""The marks of the map: what each spot is drawn with, says and does when it is touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot, sqrt
from typing import TYPE_CHECKING, Any

from dashboard import wording
from dashboard.figures.hover import event_text, plain, present, several_text
from dashboard.figures.marks import Spec, cluster, mark
from dashboard.figures.palette import Palette, faint
from dashboard.figures.places import Spot, ring_size, x_of, y_of
from dashboard.i18n import Translator

if TYPE_CHECKING:
    from dashboard.queries.marks import Cell, Cells

APART = 2.9
"""Least distance of two numbers on hexagons, in hexagon radii: their neighbours stay bare, those beyond may speak."""


def killed_in(row: dict[str, Any]) -> float | None:
    """The number of people killed in an event as it is best known; None where none is told."""
    best = present(row.get("killed_best"))
    low = best if best is not None else present(row.get("killed_low"))
    return None if low is None else float(low)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One image on the map and what touching it means: `opens` is event, list (several, one place) or zoom."""

    longitude: float
    latitude: float
    image: str
    text: str
    ids: tuple[str, ...]
    opens: str


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws spots of `rows` (one dict an event) in one language and theme; collects the images it used.

    measure: what sizes and numbers say, "events" or "killed".
    """

    rows: Sequence[dict[str, Any]]
    chosen: frozenset[str]
    t: Translator
    colours: Palette
    measure: str = "events"
    images: dict[str, Spec] = field(default_factory=dict)

    def weight(self, row: dict[str, Any]) -> float:
        """What one event counts for: 1, or the people killed in it; 0 where no number is told."""
        return 1 if self.measure == "events" else killed_in(row) or 0

    def spot(self, spot: Spot) -> Drawn:
        """One event as its mark, several as a ring of their types around their number."""
        members = [self.rows[i] for i in spot.rows]
        return self._single(spot, members[0]) if len(members) == 1 else self._several(spot, members)

    def _single(self, spot: Spot, row: dict[str, Any]) -> Drawn:
        name, spec = mark(
            row["event_type"],
            row["status"],
            str(present(row["place_precision"]) or "site"),
            self.colours,
            share=sqrt(killed / 6) if (killed := self.weight(row)) and self.measure == "killed" else 1,
            signs=(bool(row.get("is_contested")), row["event_id"] in self.chosen),
        )
        self.images[name] = spec
        text = event_text(self.t, row)
        return Drawn(spot.longitude, spot.latitude, name, text, (str(row["event_id"]),), "event")

    def _several(self, spot: Spot, members: Sequence[dict[str, Any]]) -> Drawn:
        ids = tuple(str(row["event_id"]) for row in members)
        types = Counter(str(row["event_type"]) for row in members)
        weights = [self.weight(row) for row in members]
        size = ring_size(sum(weights))
        is_told = self.measure == "events" or any(killed_in(row) is not None for row in members)
        label = self.t.number(round(sum(weights))) if is_told else "?"
        name, spec = cluster(types, label, size, self.colours, not self.chosen.isdisjoint(ids))
        if spot.is_area:
            name, spec = f"{name}:area", spec | {"dash": True}
        self.images[name] = spec
        place = str(present(members[0].get("place")) or "") if spot.same_place else ""
        opens = "list" if spot.same_place else "zoom"
        return Drawn(spot.longitude, spot.latitude, name, several_text(self.t, types, place), ids, opens)

    def _killed(self, cell: Cell) -> list[str]:
        told = {"killed_low": cell.killed_low, "killed_best": cell.killed_best, "killed_high": cell.killed_high}
        return wording.tolls(told, self.t)

    def cells(self, cells: Cells) -> list[Drawn]:
        """The numbers on hexagons: only on the fuller ones, where they tell something, and apart from each other."""
        counted = "events" if self.measure == "events" else "killed_best"
        fullest = sorted(cells.cells, key=lambda cell: getattr(cell, counted) or 0, reverse=True)
        least = max([10.0, *((getattr(cell, counted) or 0) / 12 for cell in fullest[:1])])
        numbered: list[tuple[float, float]] = []
        drawn = []
        for cell in fullest:
            place = (x_of(cell.longitude) * 360, y_of(cell.latitude) * 360)
            has_room = all(hypot(place[0] - x, place[1] - y) > APART * cells.radius for x, y in numbered)
            weight = int(getattr(cell, counted) or 0)
            label = self.t.number(weight) if weight >= least and has_room else ""
            if label:
                numbered.append(place)
            name = f"number:{label}:{self.colours.land}"
            self.images[name] = {"label": label, "ink": self.colours.ink, "halo": faint(self.colours.paper, 0.65)}
            said = [self.t("figure.mostly", type=self.t.word("type", cell.event_type)), *self._killed(cell)]
            text = "<br>".join([f"<b>{plain(self.t('figure.events', count=cell.events))}</b>", *map(plain, said)])
            drawn.append(Drawn(cell.longitude, cell.latitude, name, text, (), "zoom"))
        return drawn
