"""What two incidents are compared by, one row an incident, made column by column."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.lexicon import fold
from etl.matching.tokens import actor, place_name, words
from etl.spilled import STRETCH, rows_at, spilled

RADIUS_KM = {"site": 2, "neighbourhood": 3, "town": 8, "district": 30, "province": 100, "area": 120, "country": 350}
"""Radius that stands for a precision where an incident brings a point without one."""

CELL_DAYS, CELL_DEGREES = 128.0, 6.0
"""What counts as one season and one part of the globe where it is asked how much a dataset tells there."""

OPEN_DAYS = 365
"""Days that an open side of a date may reach."""


def in_id_order(incidents: pa.Table) -> pa.Table:
    """The incidents by id, each id once: of several rows the one with most values, then the greatest in its words."""
    ids = incidents["incident_id"]
    ordered = pc.sort_indices(incidents.select(["incident_id"]), sort_keys=[("incident_id", "ascending")])
    if len(ids) != pc.count_distinct(ids).as_py():
        ordered = _fullest(incidents, ordered)
    in_order = (rows_at(incidents, ordered.slice(begin, STRETCH)) for begin in range(0, len(ordered), STRETCH))
    return spilled(incidents.schema, in_order)


def _fullest(incidents: pa.Table, ordered: pa.Array) -> pa.Array:
    """Of the rows in the order of their ids those that are kept."""
    best: dict[str, tuple[int, str, int]] = {}
    for number, row in zip(ordered.to_pylist(), incidents.take(ordered).to_pylist(), strict=True):
        filled = sum(value not in (None, "", []) for value in row.values())
        held = best.get(row["incident_id"])
        if held is None or (filled, repr(row)) > held[:2]:
            best[row["incident_id"]] = (filled, repr(row), number)
    return pa.array([number for *_, number in best.values()], pa.uint64())


def newest(reports: pa.Table) -> pa.Table:
    """Each report once: of several with one id the one that was read, then published, last."""
    if reports.num_rows == pc.count_distinct(reports["report_id"]).as_py():
        return reports
    keys = [("report_id", "ascending")] + [(k, "descending") for k in ("retrieved", "published", "content_sha256")]
    ordered = reports.take(pc.sort_indices(reports, sort_keys=keys))
    ids = ordered["report_id"].combine_chunks()
    return ordered.filter(pa.array(np.concatenate(([True], pc.not_equal(ids[1:], ids[:-1]).to_numpy(False)))))


def features(incidents: pa.Table, reports: pa.Table) -> pa.Table:
    """One row an incident (in the same order): codes, days since 1970, points, words, counts."""
    at = pc.index_in(incidents["report_id"], value_set=reports["report_id"].combine_chunks())
    is_row = pc.fill_null(pc.equal(pc.take(reports["form"], at), "row"), False)
    source, report = _codes(incidents["source"]), _codes(incidents["report_id"])
    start, end = (pc.cast(incidents[name], pa.int32()) for name in ("date_start", "date_end"))
    columns = {
        "i": pa.array(np.arange(incidents.num_rows, dtype=np.int32)),
        "report": report,
        "source": source,
        "is_row": is_row,
        # Texts of all publishers are placed alike, each dataset in a way of its own.
        "dataset": pc.if_else(is_row, source, -1),
        **_origin(reports, at),
        "by_machine": pc.fill_null(incidents["machine_coded"], False),
        # What can be the same event as another incident at most once: the rows of a dataset, the incidents of a report.
        "rivals": pc.if_else(is_row, pc.negate(pc.add(source, 1)), report),
        "d0": pc.coalesce(start, pc.subtract(end, OPEN_DAYS)),
        "d1": pc.coalesce(end, pc.add(start, OPEN_DAYS)),
        "is_open": pc.and_(pc.is_null(start), pc.is_valid(end)),
        "cell": _cell(start, incidents),
        "basis": incidents["date_basis"],
        "precision": incidents["date_precision"],
        "lat": incidents["latitude"],
        "lon": incidents["longitude"],
        "radius": _radius(incidents),
        "country": incidents["country"],
        "gazetteer_id": incidents["gazetteer_id"],
        "event_type": incidents["event_type"],
        "status": incidents["status"],
        "actors": _tokens(_actor_names(incidents), actor),
        "places": _tokens(incidents["places"], place_name),
        "targets": _tokens(incidents["targets"], words),
        "weapons": _tokens(incidents["weapons"], words),
    }
    for count in ("killed", "wounded", "detained"):
        low, best, high = (incidents[f"{count}_{part}"] for part in ("low", "best", "high"))
        columns |= {f"{count}_low": pc.coalesce(low, best), f"{count}_best": pc.coalesce(best, low),
                    f"{count}_high": high}  # fmt: skip
    return pa.table(columns)


def _origin(reports: pa.Table, at: pa.Array) -> dict[str, pa.ChunkedArray]:
    """Who tells each incident: the publisher, the wire it credits (else itself), and the day it was published."""
    told = reports.select(["publisher", "agency", "published"]).take(at)
    publisher, agency = (_folded(told[name]) for name in ("publisher", "agency"))
    wire = pc.if_else(pc.equal(agency, ""), publisher, agency)
    return {"publisher": publisher, "wire": wire, "published": pc.cast(told["published"], pa.int32())}


def _folded(column: pa.ChunkedArray) -> pa.Array:
    encoded = pc.fill_null(column, "").combine_chunks().dictionary_encode()
    return pa.array([fold(name) for name in encoded.dictionary.to_pylist()], pa.string()).take(encoded.indices)


def _codes(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks().dictionary_encode().indices


def _cell(day: pa.ChunkedArray, incidents: pa.Table) -> pa.ChunkedArray:
    """One number for the season and the part of the globe an incident lies in; null where either is not known."""
    parts = (pc.floor(pc.divide(pc.cast(day, pa.float64()), CELL_DAYS)),
             *(pc.floor(pc.divide(incidents[name], CELL_DEGREES)) for name in ("latitude", "longitude")))  # fmt: skip
    return pc.add(pc.multiply(pc.add(pc.multiply(parts[0], 100), parts[1]), 100), parts[2])


def _radius(incidents: pa.Table) -> pa.ChunkedArray:
    stands_for = pc.index_in(incidents["place_precision"], value_set=pa.array(list(RADIUS_KM)))
    default = pc.take(pa.array(list(RADIUS_KM.values()), pa.float64()), stands_for)
    return pc.coalesce(incidents["radius_km"], default, pa.scalar(float(RADIUS_KM["district"])))


def _actor_names(incidents: pa.Table) -> pa.ListArray:
    """The actors of all stances; a denied one too, for it names the same accusation."""
    told = incidents["attributions"].combine_chunks()
    return pa.ListArray.from_arrays(_offsets(told), told.flatten().field("actor"))


def _offsets(lists: pa.ListArray) -> pa.Array:
    lengths = pc.fill_null(pc.list_value_length(lists), 0).to_numpy(zero_copy_only=False)
    return pa.array(np.concatenate(([0], np.cumsum(lengths))).astype(np.int32))


def _tokens(lists: pa.ListArray | pa.ChunkedArray, of_text: Callable[[str], tuple[str, ...]]) -> pa.ListArray:
    """For each list of texts the list of their tokens; each distinct text is looked at once."""
    whole = lists.combine_chunks() if isinstance(lists, pa.ChunkedArray) else lists
    outer = _offsets(whole).to_numpy()
    encoded = whole.flatten().dictionary_encode()
    known = [of_text(text) if text else () for text in encoded.dictionary.to_pylist()]
    told = pa.array(known, pa.list_(pa.string())).take(encoded.indices)
    inner = _offsets(told).to_numpy()
    return pa.ListArray.from_arrays(pa.array(inner[outer], pa.int32()), told.flatten())
