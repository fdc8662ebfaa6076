"""The map under the marks: a MapLibre style over the served Natural Earth files, light and dark, without tiles.

No `glyphs`: MapLibre then draws text with the reader's own fonts.
Sources are named by their path under the page, "app/static/..."; the component makes them whole addresses.
Format: MapLibre Style Specification, version 8.
"""

from __future__ import annotations

from typing import Any

from dashboard.figures.palette import Palette, Theme, palette

STATIC = "app/static/basemap/"
LABELS = "country-labels"
OVER = "over"
"""The source of areas and hexagons, beneath the labels: empty here, filled by the component at each drawing."""
CLOSE = 4.6
"""The zoom from which the 1:10m shapes replace the 1:50m ones."""
LABEL_FONTS = ["Source Sans", "Segoe UI", "Noto Sans", "Noto Sans Arabic", "DejaVu Sans", "sans-serif"]
_FILES = ("land-50m", "land-10m", "borders-50m", "borders-10m", "provinces", "lakes", "countries", "cities")


def style(theme: Theme, language: str) -> dict[str, Any]:
    """The style in a theme, labels in a language; a label without a name in it stands in English."""
    colours = palette(theme)
    sources: dict[str, dict[str, Any]] = {
        name: {"type": "geojson", "data": f"{STATIC}{name}.geojson"} for name in _FILES
    }
    sources[OVER] = {"type": "geojson", "data": {"type": "FeatureCollection", "features": []}}
    layers = [*_shapes(colours), *_over(), *_labels(colours, language)]
    # What has new data shows them at once: every frame of a transition would be drawn for nothing.
    return {"version": 8, "transition": {"duration": 0, "delay": 0}, "sources": sources, "layers": layers}


def _shapes(colours: Palette) -> list[dict[str, Any]]:
    far, near = {"maxzoom": CLOSE}, {"minzoom": CLOSE}
    borders = {"line-color": colours.border, "line-width": _by_zoom(2, 0.5, 6, 1.1, 10, 1.8), "line-opacity": 0.85}
    province = {
        "line-color": colours.province,
        "line-width": _by_zoom(4, 0.5, 7, 0.9),
        "line-opacity": _by_zoom(7.5, 1, 9.5, 0.35),
    }
    return [
        {"id": "water", "type": "background", "paint": {"background-color": colours.water}},
        {"id": "land-far", "type": "fill", "source": "land-50m", **far, "paint": {"fill-color": colours.land}},
        {"id": "land-near", "type": "fill", "source": "land-10m", **near, "paint": {"fill-color": colours.land}},
        {"id": "lakes", "type": "fill", "source": "lakes", "minzoom": 3, "paint": {"fill-color": colours.water}},
        {"id": "provinces", "type": "line", "source": "provinces", "minzoom": 4, "paint": province},
        {"id": "borders-far", "type": "line", "source": "borders-50m", **far, "paint": borders},
        {"id": "borders-near", "type": "line", "source": "borders-10m", **near, "paint": borders},
    ]


def _over() -> list[dict[str, Any]]:
    """What features say of themselves: kind, colour, and opacity or width in pixels."""
    fill = {"fill-color": ["get", "colour"], "fill-opacity": ["get", "opacity"], "fill-outline-color": "rgba(0,0,0,0)"}
    line = {"line-color": ["get", "colour"], "line-width": ["get", "width"], "line-opacity": 0.75}
    kinds = (("fill", "fill", fill), ("line", "line", line), ("dash", "line", {**line, "line-dasharray": [3, 2.5]}))
    return [
        {"id": f"{OVER}-{kind}", "type": drawn, "source": OVER, "filter": ["==", ["get", "kind"], kind], "paint": paint}
        for kind, drawn, paint in kinds
    ]


def _labels(colours: Palette, language: str) -> list[dict[str, Any]]:
    casing = {"text-halo-color": colours.label_casing, "text-halo-width": 1.4}
    common = {"text-field": ["coalesce", ["get", f"name_{language}"], ["get", "name_en"]], "text-font": LABEL_FONTS}
    shown = [">=", ["zoom"], ["get", "from_zoom"]]
    country = {
        **common,
        "text-size": _by_zoom(2, 10.5, 5, 14, 8, 18),
        "text-letter-spacing": 0 if language == "ar" else 0.12,
        "text-transform": "none" if language == "ar" else "uppercase",
        "text-max-width": 7,
        "text-padding": 6,
    }
    city = {
        **common,
        "text-size": ["interpolate", ["linear"], ["zoom"], 4, _if_capital(12, 10.5), 10, _if_capital(17, 14)],
        "text-variable-anchor-offset": _around(0.7, 1.9, 2.8),
        "text-justify": "auto",
        "text-max-width": 8,
        "text-padding": 4,
    }
    return [
        {
            "id": LABELS,
            "type": "symbol",
            "source": "countries",
            "maxzoom": 8,
            "filter": shown,
            "layout": country,
            "paint": {"text-color": colours.country_label, "text-opacity": _by_zoom(5, 0.95, 8, 0.5), **casing},
        },
        {
            "id": "city-dots",
            "type": "circle",
            "source": "cities",
            "minzoom": 4,
            "filter": shown,
            "paint": {
                "circle-radius": _if_capital(2.2, 1.5),
                "circle-color": colours.label_casing,
                "circle-stroke-color": colours.city_label,
                "circle-stroke-width": 0.9,
            },
        },
        {
            "id": "city-labels",
            "type": "symbol",
            "source": "cities",
            "minzoom": 3,
            "filter": shown,
            "layout": city,
            "paint": {"text-color": colours.city_label, **casing},
        },
    ]


def _by_zoom(*stops: float) -> list[Any]:
    return ["interpolate", ["linear"], ["zoom"], *stops]


def _around(*distances: float) -> list[Any]:
    """Where a label may stand beside its point, in lines of text: below first, then above, then to the sides."""
    return [
        item
        for away in distances
        for item in ("top", [0, away], "bottom", [0, -away], "left", [away, 0], "right", [-away, 0])
    ]


def _if_capital(yes: float, no: float) -> list[Any]:
    return ["case", ["==", ["get", "capital"], 1], yes, no]
