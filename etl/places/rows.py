"""Rows of tables that tell names and no point: put where their names lie, or left unplaced with what they may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.places.gazetteer import Gazetteer, Place
from etl.places.locate import MAX_CANDIDATES
from etl.places.placed import FINENESS, Placed
from etl.places.placing import Placing
from etl.places.rank import holds
from etl.places.resolve import Document
from etl.records import Incident

AROUND_KM = 25.0
"""km that stand for a district of which no radius is known: those of UCDP's where_prec 3."""

_HOLDING = frozenset({"admin1", "admin2"})


def by_names(gazetteer: Gazetteer, incident: Incident, language: str = "en") -> Incident:
    """The incident at the most exact of its names that is safe, else at the province it tells, else as it is.

    Names are looked up on their own, within the province and the country that the row tells: nothing outside them is
    answered. One that stays unplaced bears the ids of what it may be.
    """
    country = gazetteer.area(incident.country) if incident.country else None
    placing = Placing(gazetteer, Document(gazetteer, "", (), [incident.country] if country else []), language)
    province = _province(placing, incident.admin1, country)
    areas = [one.place for one in province if one.place is not None]
    placed = [
        placing.place(name, areas, hints=_HOLDING if rank else frozenset()) for rank, name in enumerate(incident.places)
    ]
    within = areas or [area for area in (country,) if area is not None]
    for rank, one in enumerate((*placed, *province)):
        if one.place is not None and _lies_in(one.place, within):
            return _at(gazetteer, incident, one.place, _as_area(one) if rank else one)
    may_be = (place for name in incident.places for place in gazetteer.named(name) if _lies_in(place, within))
    ids = dict.fromkeys(place.place_id for place in may_be)
    return replace(incident, place_candidates=tuple(ids)[:MAX_CANDIDATES])


def _province(placing: Placing, name: str, country: Place | None) -> tuple[Placed, ...]:
    """The province that a row tells, where its country has one of that name; none elsewhere."""
    if not name or country is None:
        return ()
    one = placing.place(name, [country], hints=_HOLDING)
    return (one,) if one.place is not None and one.precision in {"province", "district"} else ()


def _lies_in(place: Place, areas: Sequence[Place]) -> bool:
    return all(place == area or holds(area, place) for area in areas)


def _as_area(one: Placed) -> Placed:
    """What is told behind the most exact name holds it: not the town of that name, but what lies around it."""
    if FINENESS[one.precision] >= FINENESS["district"]:
        return one
    return replace(one, precision="district", radius_km=max(one.radius_km, AROUND_KM))


def _at(gazetteer: Gazetteer, incident: Incident, place: Place, one: Placed) -> Incident:
    area = gazetteer.area(place.admin1) if place.admin1 else None
    return replace(
        incident, latitude=round(one.latitude, 4), longitude=round(one.longitude, 4), place_precision=one.precision,
        radius_km=round(one.radius_km, 1), gazetteer_id=place.place_id, country=incident.country or place.country,
        admin1=incident.admin1 or (area.name if area else ""),
    )  # fmt: skip
