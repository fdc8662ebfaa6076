"""Records that bring fields and a text: what the fields leave unsaid is read from the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from etl.errors import InputError
from etl.pipeline.intake import read_text
from etl.records import Incident

_TELLING = frozenset({
    "event_type", "type", "latitude", "lat", "longitude", "lon", "lng", "place", "places", "location", "place_name",
    "date_start", "date_end", "killed", "wounded", "detained", "targets", "target", "actors", "actor",
})  # fmt: skip
_OF_TEXT = ("weapons", "targets", "attributions", "killed", "wounded", "detained")
_WHERE = ("places", "latitude", "longitude", "place_precision", "radius_km")


def is_only_text(told: Mapping[str, Any]) -> bool:
    """Whether all that a record tells of its incident is a text: then the text alone is judged, as a report is."""
    return isinstance(told.get("text"), str) and not any(told.get(name) not in (None, "", []) for name in _TELLING)


def with_words(incident: Incident, text: str, language: str | None) -> Incident:
    """The incident of a record's fields, with what they do not say taken from the text that stands beside them.

    A text in a language that is not read, or that tells of no such incident, adds nothing.
    """
    try:
        _, found, _ = read_text(text, language, incident.date_end or incident.date_start)
    except InputError:
        return incident
    told = next((one for one in found if _may_be(one, incident)), None)
    if told is None:
        return incident
    unsaid = [name for name in _OF_TEXT if not getattr(incident, name) and getattr(told, name)]
    if incident.latitude is None and not incident.places and incident.country in ("", told.country):
        unsaid += [*_WHERE, "country"]
    if incident.event_type == "other":
        unsaid.append("event_type")
    return replace(incident, **{name: getattr(told, name) for name in unsaid})


def _may_be(told: Incident, stated: Incident) -> bool:
    """Whether a text's incident can be the one that the fields state: type, status and days do not differ."""
    if told.status != stated.status or stated.event_type not in ("other", told.event_type):
        return False
    ends = (told.date_start, stated.date_end), (stated.date_start, told.date_end)
    return all(first is None or last is None or first <= last for first, last in ends)
