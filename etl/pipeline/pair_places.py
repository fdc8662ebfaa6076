"""What the gazetteer knows of a record that brings a name without a point, or a town's point without a radius."""

from __future__ import annotations

from dataclasses import replace

from etl.pipeline.intake import gazetteer
from etl.places.reverse import nearest_places
from etl.places.search import search
from etl.records import Incident

_AT_KM = 5.0
"""How far from a town's own point a point may lie to stand for it."""


def placed(incident: Incident) -> Incident:
    """The incident with a point where its names have one answer, and with the radius of the town it was put at."""
    if incident.latitude is None or incident.longitude is None:
        return _by_name(incident)
    if incident.radius_km is not None or incident.place_precision != "town":
        return incident
    near = nearest_places(gazetteer(), incident.latitude, incident.longitude, 1)
    return replace(incident, radius_km=near[0][1].radius_km) if near and near[0][0] <= _AT_KM else incident


def _by_name(incident: Incident) -> Incident:
    """Placed at the most exact of its names that the gazetteer has one answer for; without a country nothing is."""
    for name in incident.places if incident.country else ():
        for hit in search(gazetteer(), name, country=incident.country, limit=1):
            if hit.answered:
                place = hit.place
                return replace(incident, latitude=place.latitude, longitude=place.longitude,
                               place_precision=place.precision, radius_km=place.radius_km)  # fmt: skip
    return incident
