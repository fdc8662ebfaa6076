"""A figure as plotly.js takes it."""

from __future__ import annotations

from typing import Any

Drawing = dict[str, Any]
"""{"data": [traces], "layout": {...}}, of what JSON knows.

Plotly's own classes would check every property again at each drawing, a quarter of what a movement of the map costs the
server; the tests have them check each kind of figure instead.
"""


def unmarked(drawing: Drawing) -> Drawing:
    """The map without the tools that mark a part of it."""
    layout = drawing["layout"]
    return {**drawing, "layout": {**layout, "meta": {**layout["meta"], "marking": False}}}
