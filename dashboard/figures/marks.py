"""The marks of the map and their legend: a shape and a colour for each event type, drawn by status and precision.

Shapes are SVG paths in a box of 24 by 24. The map's component draws them on the reader's own screen under the name of
an image, the legend as SVG; so both are the same shape and nothing is fetched.
Carried out = filled; foiled = hollow; threatened = hollow and dashed. A site is a crisp mark, a neighbourhood or town a
mark in a soft disc, anything coarser a small mark within a dashed badge: the sign that its place is an area.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from math import cos, pi, sin
from typing import Any

import pandas as pd

from dashboard.figures.palette import Palette, Theme, faint, palette
from dashboard.i18n import Translator
from etl.records import EVENT_TYPES, STATUSES

SOFT = frozenset({"neighbourhood", "town"})
COARSE = frozenset({"district", "province", "country", "area"})
SIZE = 19
"""Width of a mark on the map in CSS pixels."""


def _regular(corners: int, outer: float, inner: float | None = None) -> str:
    count = corners if inner is None else 2 * corners
    points = []
    for i in range(count):
        radius = outer if inner is None or i % 2 == 0 else inner
        angle = 2 * pi * i / count - pi / 2
        points.append(f"{12 + radius * cos(angle):.2f} {12 + radius * sin(angle):.2f}")
    return "M" + "L".join(points) + "Z"


SHAPES: dict[str, tuple[str, str]] = {
    "shelling": ("M12 2L22.5 20.5H1.5Z", "▲"),
    "air_strike": ("M12 22L1.5 3.5H22.5Z", "▼"),
    "bombing": (_regular(8, 11.5, 6.2), "✹"),
    "armed_clash": (
        "M5.4 2L12 8.6L18.6 2L22 5.4L15.4 12L22 18.6L18.6 22L12 15.4L5.4 22L2 18.6L8.6 12L2 5.4Z",
        "✖",
    ),
    "armed_attack": ("M12 1L23 12L12 23L1 12Z", "◆"),
    "abduction": ("M3.5 3.5H20.5V20.5H3.5Z", "■"),
    "sabotage": (_regular(5, 11.5), "⬟"),
    "arrest_raid": (_regular(6, 11.2), "⬢"),
    "protest": ("M8.6 2H15.4V8.6H22V15.4H15.4V22H8.6V15.4H2V8.6H8.6Z", "✚"),
    "riot": ("M12 1.5L22 10.5V22L12 13.5L2 22V10.5Z", "⮝"),
    "sexual_violence": ("M6.5 7.5a5.5 5.5 0 0 1 11 0v9a5.5 5.5 0 0 1 -11 0Z", "⬮"),
    "other": ("M12 2.5a9.5 9.5 0 1 0 0.01 0Z", "●"),
}
"""Event type -> (path, the nearest character, for places where only text can stand)."""

Spec = dict[str, Any]
"""How the component draws one image: path, size, fill, stroke, casing, dash, halo, badge, ring, note."""


def mark(  # noqa: PLR0913 - one argument for each thing a mark shows
    event_type: str,
    status: str,
    precision: str,
    colours: Palette,
    *,
    signs: tuple[bool, bool] = (False, False),
    share: float = 1,
) -> tuple[str, Spec]:
    """The name and drawing of one mark; signs: whether it is contested, and whether it is chosen. share: of its width.

    The name tells marks apart that look different, and only those.
    """
    contested, chosen = signs
    colour = colours.types[event_type]
    kind = "soft" if precision in SOFT else "coarse" if precision in COARSE else "exact"
    size = round((12 if kind == "coarse" else SIZE) * max(0.7, min(2.0, share)))
    name = ":".join(
        ("mark", event_type, status, kind, str(size), "contested" * contested, "chosen" * chosen, colours.land)
    )
    hollow = status != "carried_out"
    spec: Spec = {
        "path": SHAPES[event_type][0],
        "size": size,
        "fill": colours.paper if hollow else colour,
        "stroke": colour,
        "casing": colours.paper,
        "dash": status == "threatened",
    }
    if kind == "soft":
        spec["halo"] = faint(colour, 0.22)
    if kind == "coarse":
        spec |= {"badge": faint(colours.paper, 0.82), "edge": colour}
    if contested:
        spec["note"] = colours.ink
    if chosen:
        spec["ring"] = colours.ink
    return name, spec


def cluster(types: Mapping[str, int], label: str, size: float, colours: Palette, chosen: bool) -> tuple[str, Spec]:
    """The name and drawing of several events in one place: a ring of their types around their number."""
    parts = [(colours.types[name], types[name]) for name in EVENT_TYPES if types.get(name)]
    told = ",".join(f"{colour}={number}" for colour, number in parts)
    name = ":".join(("cluster", told, label, f"{size:.0f}", "chosen" * chosen, colours.land))
    spec: Spec = {"slices": parts, "label": label, "size": size, "casing": colours.paper, "ink": colours.ink}
    if chosen:
        spec["ring"] = colours.ink
    return name, spec


def picture(event_type: str, colours: Palette, status: str = "carried_out") -> str:
    """A mark as the address of an image (data:), for legends; made of nothing but our own paths and colours."""
    colour = colours.types[event_type]
    look = f'fill="{colour}"' if status == "carried_out" else f'fill="none" stroke="{colour}" stroke-width="3"'
    dash = ' stroke-dasharray="5 3"' if status == "threatened" else ""
    path = f'<path d="{SHAPES[event_type][0]}" {look}{dash}/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 26 26" width="32" height="32">{path}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def legend(t: Translator, theme: Theme) -> pd.DataFrame:
    """One row an event type: event_type, label, colour (#rrggbb), symbol (a character), picture (a data: address)."""
    colours = palette(theme)
    return pd.DataFrame(
        {
            "event_type": name,
            "label": t.word("type", name),
            "colour": colours.types[name],
            "symbol": SHAPES[name][1],
            "picture": picture(name, colours),
        }
        for name in EVENT_TYPES
    )


def statuses(t: Translator, theme: Theme) -> pd.DataFrame:
    """How status is drawn, shown on one shape: status, label, picture (a data: address)."""
    colours = palette(theme)
    return pd.DataFrame(
        {"status": name, "label": t.word("status", name), "picture": picture("shelling", colours, name)}
        for name in STATUSES
    )
