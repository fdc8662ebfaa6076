"""What the gazetteer knows of a record that brings a name without a point, or a town's point without a radius."""

from __future__ import annotations

from dataclasses import replace

from etl.pipeline.intake import gazetteer
from etl.places.reverse import nearest_places
from etl.places.rows import by_names
from etl.records import Incident

_AT_KM = 5.0
"""How far from a town's own point a point may lie to stand for it."""


def placed(incident: Incident) -> Incident:
    """The incident with a point where its names have one answer, and with the radius of the town it was put at.

    Without a country nothing is placed.
    """
    if incident.latitude is None or incident.longitude is None:
        return by_names(gazetteer(), incident) if incident.country else incident
    if incident.radius_km is not None or incident.place_precision != "town":
        return incident
    near = nearest_places(gazetteer(), incident.latitude, incident.longitude, 1)
    return replace(incident, radius_km=near[0][1].radius_km) if near and near[0][0] <= _AT_KM else incident
