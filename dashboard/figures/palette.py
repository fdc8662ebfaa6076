"""The colours of figures, light and dark.

Marks keep at least 3:1 against land and water (WCAG 2.2, 1.4.11), text 4.5:1 (1.4.3); tests/dashboard holds them to it.
Hues follow Okabe and Ito (2008), "Color Universal Design", darkened or lightened for that contrast. Twelve hues cannot
all be told apart by everyone, so each event type has a shape of its own as well (marks.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
FONT = '"Source Sans", "Source Sans 3", "Segoe UI", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", sans-serif'


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme, as #rrggbb. `ink` is text and outlines, `paper` what marks are cased with."""

    water: str
    land: str
    border: str
    province: str
    country_label: str
    city_label: str
    label_casing: str
    ink: str
    quiet: str
    grid: str
    paper: str
    surface: str
    accent: str
    types: dict[str, str]


LIGHT = Palette(
    water="#d7e3ea",
    land="#f7f5f0",
    border="#8f877c",
    province="#d3ccc0",
    country_label="#5b5650",
    city_label="#57534d",
    label_casing="#fbfaf7",
    ink="#1d2b36",
    quiet="#566370",
    grid="#e3e7ea",
    paper="#ffffff",
    surface="#ffffff",
    accent="#0b5d8a",
    types={
        "shelling": "#c2391b",
        "air_strike": "#0a62ad",
        "bombing": "#a85a00",
        "armed_clash": "#a0358a",
        "armed_attack": "#6a3fa0",
        "abduction": "#00735c",
        "sabotage": "#1a7f9c",
        "arrest_raid": "#46586e",
        "protest": "#6f7100",
        "riot": "#80522a",
        "sexual_violence": "#8f1f4b",
        "other": "#676767",
    },
)
DARK = Palette(
    water="#0e171d",
    land="#1b252c",
    border="#64727d",
    province="#323e47",
    country_label="#a9b5bd",
    city_label="#b3bec5",
    label_casing="#141d23",
    ink="#e8eef1",
    quiet="#9fadb7",
    grid="#2a353d",
    paper="#10181d",
    surface="#12191e",
    accent="#6db8e3",
    types={
        "shelling": "#ff8a68",
        "air_strike": "#67b3ff",
        "bombing": "#f3ae3f",
        "armed_clash": "#e68fd3",
        "armed_attack": "#b9a0f5",
        "abduction": "#42c7a0",
        "sabotage": "#72d2ec",
        "arrest_raid": "#a8b8ce",
        "protest": "#d6d05a",
        "riot": "#d8a878",
        "sexual_violence": "#f58cab",
        "other": "#b2b2b2",
    },
)


def palette(theme: Theme) -> Palette:
    """The colours of a theme."""
    return DARK if theme == "dark" else LIGHT


def faint(colour: str, opacity: float) -> str:
    """A #rrggbb colour as rgba() with that opacity."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
