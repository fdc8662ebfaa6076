"""One row of gazetteer.tsv.xz, and which of a place's names are worth keeping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from etl.places.names import name_key

_CODE = re.compile(r"^[A-Z]{2,4}$")
_LATIN_LOWER = re.compile(r"^[a-z][^A-Z]*$")


@dataclass(slots=True, kw_only=True)
class Row:
    """One place. Coordinates in degrees, radius in km."""

    place_id: str
    kind: str
    name: str
    latitude: float
    longitude: float
    radius_km: float
    country: str
    population: int = 0
    admin1: str = ""
    admin2: str = ""
    feature: str = ""
    names: tuple[str, ...] = ()


def distinct_names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Other names in every script that differ from the name and from one another as look-up keys.

    Left out: airport and station codes, and machine romanisations, which stand in lower case ("ba ge da").
    """
    seen, kept = {name_key(name)}, []
    for other in others:
        key = name_key(other)
        if key and key not in seen and not _CODE.match(other) and not _LATIN_LOWER.match(other):
            seen.add(key)
            kept.append(other.replace("|", " "))
    return tuple(kept)


def line(row: Row) -> str:
    """The row as a line of the file."""
    cells = (
        row.place_id, row.kind, row.name, f"{row.latitude:.4f}", f"{row.longitude:.4f}", f"{row.radius_km:.1f}",
        str(row.population or ""), row.country, row.admin1.removeprefix(f"{row.country}."),
        row.admin2.removeprefix(f"{row.admin1}."), row.feature, "|".join(row.names),
    )  # fmt: skip
    return "\t".join(" ".join(cell.split()) for cell in cells) + "\n"
