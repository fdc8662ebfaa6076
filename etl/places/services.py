"""Which online geocoders may be asked, and how: a TOML file of the user's. Without it nothing leaves the machine."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from geopy.exc import GeopyError
from geopy.geocoders import GeoNames, Nominatim, Pelias, Photon
from geopy.geocoders.base import Geocoder

from etl.errors import InputError

REMEDY = (
    'Write user_agent = "name (address to reach you)" and, for each service, [[service]] with kind = "nominatim", '
    '"photon", "pelias" or "geonames", and what it needs: domain, scheme, api_key, username, min_delay_seconds.'
)
_KINDS: dict[str, Callable[..., Geocoder]] = {
    "nominatim": Nominatim, "photon": Photon, "pelias": Pelias, "geonames": GeoNames,
}  # fmt: skip
_COUNTRY_ARGUMENT = {"nominatim": "country_codes", "pelias": "countries", "geonames": "country"}
_WITH_LANGUAGE = frozenset({"nominatim", "photon", "pelias"})


@dataclass(frozen=True, slots=True)
class Service:
    """One online geocoder. min_delay_seconds: between two questions, as its terms of use demand (1 s for OSM's)."""

    kind: str
    geocoder: Geocoder
    min_delay_seconds: float = 1.0
    name: str = ""

    def question(self, country: str | None, language: str | None) -> Callable[[str], Any]:
        """What to call with a name; country and language go along where the service takes them."""
        arguments: dict[str, Any] = {}
        if country and self.kind in _COUNTRY_ARGUMENT:
            key = _COUNTRY_ARGUMENT[self.kind]
            arguments[key] = [country] if key != "country_codes" else country
        if language and self.kind in _WITH_LANGUAGE:
            arguments["language"] = language
        return partial(self.geocoder.geocode, **arguments)


@dataclass(frozen=True, slots=True)
class Settings:
    """Services in the order in which they are asked."""

    services: tuple[Service, ...] = field(default=())


def read_settings(path: Path) -> Settings:
    """The settings of a file. Raises InputError, which names the remedy, for anything it cannot use."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read ({error})", REMEDY) from error
    agent, services = told.get("user_agent"), told.get("service")
    if not isinstance(agent, str) or not agent.strip():
        raise InputError(str(path), "no user_agent: services want to know who asks", REMEDY)
    if not isinstance(services, list) or not services:
        raise InputError(str(path), "no [[service]]", REMEDY)
    return Settings(tuple(_service(path, agent, one, row) for row, one in enumerate(services, start=1)))


def _service(path: Path, agent: str, told: Mapping[str, Any], row: int) -> Service:
    options = dict(told)
    kind, delay = options.pop("kind", ""), options.pop("min_delay_seconds", 1.0)
    if kind not in _KINDS or not isinstance(delay, int | float) or delay < 0:
        raise InputError(str(path), f"service {row}: kind {kind!r}, min_delay_seconds {delay!r}", REMEDY)
    try:
        geocoder = _KINDS[kind](user_agent=agent, **options)
    except (TypeError, ValueError, GeopyError) as error:
        raise InputError(str(path), f"service {row} ({kind}): {error}", REMEDY) from error
    return Service(kind, geocoder, float(delay), str(options.get("domain", kind)))
