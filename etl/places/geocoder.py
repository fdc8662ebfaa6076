"""The embedded gazetteer as a geopy geocoder: no service, no key, no network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from babel import Locale, UnknownLocaleError
from geopy.exc import GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from etl.places.gazetteer import Gazetteer, Place, open_gazetteer
from etl.places.reverse import nearest_places, reverse
from etl.places.search import Hit, search


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]
    """Geocoding by the embedded gazetteer, with the arguments geopy's own services take.

    A `Location`'s `raw` holds the gazetteer's row (place_id, kind, precision, radius_km, country, admin1, ...), and
    `score` and `reason` (geocode) or `distance_km` and `sure` (reverse).
    """

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        super().__init__()
        self._given = gazetteer

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that answers; the shipped one, opened at first use, where none was given."""
        return self._given or open_gazetteer()

    def geocode(  # noqa: PLR0913 the arguments of geopy's own services
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 part of geopy's interface; nothing here can time out
        limit: int | None = None,
        language: str | bool = False,
        country_codes: str | Sequence[str] | None = None,
        viewbox: Sequence[Any] | None = None,
        bounded: bool = False,
    ) -> Location | list[Location] | None:
        """The place of a name: the best, or with exactly_one=False all, up to `limit`; None where there is none.

        country_codes: one ISO 3166-1 alpha-2 code or several. viewbox: two points; places inside come first, and with
        bounded=True alone. language: ISO 639-1, of the query and of the country's name in the address. "Paris, Texas"
        looks for Paris inside Texas. Raises GeocoderQueryError for a query that is no text, a limit below 1 or a
        viewbox of other than two points; the box never crosses the 180th meridian.
        """
        if not isinstance(query, str):
            raise GeocoderQueryError(f"a query is text, not {type(query).__name__}")
        _check_limit(limit)
        if viewbox is not None and (isinstance(viewbox, str) or len(viewbox) != 2):
            raise GeocoderQueryError("a viewbox is two points, such as [(33, 34), (36, 37)]")
        code = language if isinstance(language, str) else None
        hits = self._hits(query, country_codes, code)
        if viewbox is not None:
            box = [Point(corner) for corner in viewbox]
            inside = [hit for hit in hits if _holds(box, hit.place)]
            hits = inside if bounded else inside + [hit for hit in hits if hit not in inside]
        found = [self._location(hit.place, code, score=hit.score, reason=hit.reason) for hit in hits[:limit]]
        return _as_asked(found, exactly_one)

    def reverse(
        self,
        query: Any,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 part of geopy's interface; nothing here can time out
        limit: int | None = None,
        language: str | bool = False,
    ) -> Location | list[Location] | None:
        """The town nearest to a point, or with exactly_one=False the nearest ones, up to `limit` (5 by default).

        Raises GeocoderQueryError for a limit below 1, ValueError (as geopy's Point does) for what is no point.
        """
        _check_limit(limit)
        point = Point(query)
        code = language if isinstance(language, str) else None
        sure = reverse(self.gazetteer, point.latitude, point.longitude).sure
        near = nearest_places(self.gazetteer, point.latitude, point.longitude, limit or 5)
        return _as_asked([self._location(p, code, distance_km=km, sure=sure) for km, p in near], exactly_one)

    def _hits(self, query: str, country_codes: str | Sequence[str] | None, language: str | None) -> list[Hit]:
        codes = [country_codes] if isinstance(country_codes, str) else list(country_codes or ())
        wanted = [part.strip() for code in codes for part in code.split(",") if part.strip()]
        asked: list[str | None] = [*wanted] or [None]
        hits: list[Hit] = []
        for country in asked:
            hits.extend(search(self.gazetteer, query, country=country, language=language, limit=50))
        return sorted(hits, key=lambda hit: -hit.score) if len(wanted) > 1 else hits

    def _location(self, place: Place, language: str | None, **more: Any) -> Location:
        area = self.gazetteer.area(place.admin1) if place.admin1 and place.kind != "admin1" else None
        country = _country_name(place.country, language)
        parts = [place.name, area.name if area else "", country if place.kind != "country" else ""]
        address = ", ".join(dict.fromkeys(part for part in parts if part))
        return Location(address, (place.latitude, place.longitude, 0.0), {**place._asdict(), **more})


def _check_limit(limit: int | None) -> None:
    if limit is not None and limit < 1:
        raise GeocoderQueryError("limit must be at least 1")


def _as_asked(found: list[Location], exactly_one: bool) -> Location | list[Location] | None:
    """Geopy's way: one or a list, and None for nothing."""
    if not found:
        return None
    return found[0] if exactly_one else found


def _holds(box: Sequence[Point], place: Place) -> bool:
    lats, lons = sorted(p.latitude for p in box), sorted(p.longitude for p in box)
    return bool(lats[0] <= place.latitude <= lats[-1] and lons[0] <= place.longitude <= lons[-1])


def _country_name(code: str, language: str | None) -> str:
    """A country's name in a language CLDR knows, else in English; "" for no country."""
    try:
        locale = Locale.parse((language or "en").replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return str(locale.territories.get(code, ""))
