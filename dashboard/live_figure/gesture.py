"""What a reader did with a figure, as Python sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from dashboard.geography import MOST_NORTHERN, Bounds, Camera, Outline, outline

STATES = ("view", "rest", "selected", "box", "outline", "brush")
"""Gestures that last until the next of their kind; a click is told once. "rest": what was asked for by a `Rest`."""


class Rest(NamedTuple):
    """Asks a map to tell, `after` milliseconds after it is drawn, that it stands. number: of this question."""

    number: int
    after: int


@dataclass(frozen=True, slots=True)
class Viewport:
    """Where the map stands (its centre and zoom), what is in view, in degrees, and how wide it is, in CSS pixels."""

    camera: Camera
    bounds: Bounds
    width: int


@dataclass(frozen=True, slots=True)
class Gesture:
    """The reader's last gestures. `fresh` names those that are new in this run: only they should change anything.

    clicked: id of the event touched in this run. selected: ids of the events that share the place touched last.
    box: the part of the map marked last. outline: what was drawn on it last, () where that encloses nothing. view:
    where the map stands. brush: first and last day marked, both included, ISO.
    """

    clicked: str | None = None
    selected: tuple[str, ...] = ()
    box: Bounds | None = None
    outline: Outline = ()
    view: Viewport | None = None
    brush: tuple[str, str] | None = None
    fresh: frozenset[str] = frozenset()


def latest(state: Mapping[str, Any] | None) -> int:
    """The number of the last gesture that Python has heard of."""
    told = [value for name in STATES if state and isinstance(value := state.get(name), Mapping)]
    return max((int(value.get("n", 0)) for value in told), default=0)


def gesture_of(state: Mapping[str, Any], seen: Mapping[str, int]) -> tuple[Gesture, dict[str, int]]:
    """The gestures in the component's state, and the number of each; `seen` are those numbers after the last run."""
    told = {name: value for name in (*STATES, "clicked") if isinstance(value := state.get(name), Mapping)}
    numbers = {name: int(value.get("n", 0)) for name, value in told.items()}
    fresh = frozenset(name for name, number in numbers.items() if number != seen.get(name))
    brush = told.get("brush", {})
    gesture = Gesture(
        clicked=str(told["clicked"]["id"]) if "clicked" in fresh else None,
        selected=tuple(str(name) for name in told.get("selected", {}).get("ids", ())),
        box=_bounds(told["box"]) if "box" in told else None,
        outline=_outline(told.get("outline", {}).get("corners", ())),
        view=_viewport(told.get("view")),
        brush=(str(brush["start"]), str(brush["end"])) if "start" in brush else None,
        fresh=fresh,
    )
    return gesture, {**seen, **numbers}


def _viewport(view: Mapping[str, Any] | None) -> Viewport | None:
    if view is None:
        return None
    longitude = _turned(float(view["lon"]))
    latitude = max(-MOST_NORTHERN, min(MOST_NORTHERN, float(view["lat"])))
    camera = Camera(round(longitude, 4), round(latitude, 4), round(float(view["zoom"]), 2))
    return Viewport(camera, _bounds(view), round(float(view.get("width", 0))))


def _bounds(told: Mapping[str, Any]) -> Bounds:
    west, east = float(told["west"]), float(told["east"])
    west, east = (-180.0, 180.0) if east - west >= 360 else (_turned(west), _turned(east))
    south, north = (max(-90.0, min(90.0, float(told[side]))) for side in ("south", "north"))
    return Bounds(round(west, 4), round(south, 4), round(east, 4), round(north, 4))


def _outline(corners: Sequence[Sequence[float]]) -> Outline:
    west = min((float(corner[0]) for corner in corners), default=0.0)
    turn = _turned(west) - west
    held = [(float(x) + turn, max(-MOST_NORTHERN, min(MOST_NORTHERN, float(y)))) for x, y in corners]
    try:
        return outline(held)
    except ValueError:
        return ()


def _turned(longitude: float) -> float:
    return (longitude + 180) % 360 - 180
