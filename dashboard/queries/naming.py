"""Under which name a place is told to a reader: as a report in the reader's own language writes it, where one does."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from dashboard.i18n import direction_of
from dashboard.queries.connection import every, file
from etl.store import Version

_FOREIGN = r"[\x{0590}-\x{08FF}]"
"""Letters that a reader of a left-to-right language is not expected to read: Hebrew, Arabic and their kin."""

_GAZETTEER = "en"
"""The language of the gazetteer's own names, where a place has one in it."""


def in_tongue(frame: pd.DataFrame, version: Version, language: str) -> pd.DataFrame:
    """Events (event_id, place) with the place under the name that a reader of `language` knows."""
    known = names(version.folder, language)
    if not known or frame.empty:
        return frame
    ids = frame["event_id"]
    return frame.assign(place=ids.map(known.get).where(ids.isin(known.keys()), frame["place"]))


def told_in_tongue(values: dict[str, Any], version: Version, language: str) -> dict[str, Any]:
    """A row of the table "events", its first place under the name that a reader of `language` knows."""
    name = names(version.folder, language).get(values["event_id"])
    return values if name is None else {**values, "places": [name, *(values["places"] or ())[1:]]}


@lru_cache(maxsize=8)
def names(folder: Path, language: str) -> MappingProxyType[str, str]:
    """By event id, of those events alone whose own name for the place is not the reader's.

    A report in that language that means the same place gives the name, the commonest first; without one, a name in
    letters that the reader may not know, or any name for a reader of the gazetteer's language, gives way to its own.
    A version never changes, so the answer may be kept.
    """
    version = Version(folder)
    found = _of_reports(version, language)
    if direction_of(language) == "ltr":
        found = _of_gazetteer(version, language) | found
    return MappingProxyType(found)


def _of_reports(version: Version, language: str) -> dict[str, str]:
    sql = """with e as (select event_id, places[1] as own, gazetteer_id, unnest(incident_ids) as incident_id
            from read_parquet(?) where len(languages) > 1 and list_contains(languages, ?) and gazetteer_id <> ''),
        told as (select e.event_id, e.own, i.places[1] as name, count(*) as times
            from e join read_parquet(?) i using (incident_id) join read_parquet(?) r using (report_id)
            where r.language = ? and i.gazetteer_id = e.gazetteer_id and i.places[1] <> ''
            group by all)
        select event_id, arg_max(name, (times, name = own, name)) as name from told group by event_id"""
    tables = [file(version, name) for name in ("events", "incidents", "reports")]
    return dict(every(sql, [tables[0], language, *tables[1:], language]))


def _of_gazetteer(version: Version, language: str) -> dict[str, str]:
    sql = """select event_id, gazetteer_id from read_parquet(?)
        where gazetteer_id <> '' and (regexp_matches(places[1], ?) or (? and not list_contains(languages, ?)))"""
    foreign = dict(every(sql, [file(version, "events"), _FOREIGN, language == _GAZETTEER, language]))
    if not foreign:
        return {}
    # The gazetteer is heavy, and few stores need it.
    from etl.pipeline import place_names  # noqa: PLC0415

    known = place_names(sorted(set(foreign.values())))
    return {event_id: known[place][0] for event_id, place in foreign.items() if place in known}
