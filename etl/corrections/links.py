"""Links of coarse places: what leaves does not lead back to a page or a name that tells the place."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.compute as pc

from etl.told_columns import ORIGINS

_WITH_IDS = {
    "reports": ("report_id",),
    "incidents": ("incident_id", "report_id"),
    "remarks": ("report_id",),
    "links": ("from_incident_id", "to_incident_id", "report_id"),
    "events": ("incident_ids", "report_ids", "origins"),
    "matches": ("left_id", "right_id"),
    "corrections": ("target",),
}


def unlinked(tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """The tables with every link of a coarse_place event cut down to its site, and its reports' ids made wordless.

    The page, and often its very address or the publisher's id, names the place. A new id is the same in every build.
    """
    made = dict(tables)
    coarse = pc.fill_null(pc.equal(made["events"]["sensitivity"], "coarse_place"), False)
    ids = pc.unique(pc.list_flatten(made["events"]["report_ids"].filter(coarse)))
    if not len(ids):
        return made
    reports = made["reports"]
    site = [_site(url) for url in reports["url"].to_pylist()]
    marked = pc.is_in(reports["report_id"], value_set=ids)
    made["reports"] = _with_column(reports, "url", pc.if_else(marked, pa.array(site, pa.string()), reports["url"]))
    new = _wordless(ids, made["incidents"])
    for table, columns in _WITH_IDS.items():
        for column in columns:
            renamed = _renamed(made[table][column].combine_chunks(), new)
            made[table] = _with_column(made[table], column, renamed)
    return made


def _wordless(report_ids: pa.Array, incidents: pa.Table) -> dict[str, str]:
    new = {old: f"coarse:{_digest(old)}" for old in report_ids.to_pylist()}
    told = incidents.select(["incident_id", "report_id"]).filter(pc.is_in(incidents["report_id"], value_set=report_ids))
    for row in told.to_pylist():
        number = row["incident_id"].removeprefix(row["report_id"])
        new[row["incident_id"]] = new[row["report_id"]] + number
    return new


def _renamed(column: pa.Array, new: Mapping[str, str]) -> pa.Array:
    """A column of ids, of lists of ids, or of origins, with the new ids in place of the old."""
    if pa.types.is_list(column.type):
        return pa.ListArray.from_arrays(_offsets(column), _renamed(column.flatten(), new), mask=column.is_null())
    if pa.types.is_struct(column.type):
        parts = [column.field(field.name) for field in ORIGINS.value_type]
        parts[1] = _renamed(parts[1], new)
        return pa.StructArray.from_arrays(parts, fields=list(ORIGINS.value_type))
    known = pc.index_in(column, value_set=pa.array([*new], pa.string()))
    return pc.coalesce(pa.array([*new.values()], pa.string()).take(known), column)


def _offsets(column: pa.ListArray) -> pa.Array:
    lengths = pc.fill_null(pc.list_value_length(column), 0)
    return pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(lengths).cast(pa.int32())])


def _site(url: str | None) -> str:
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else ""


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def _with_column(table: pa.Table, name: str, column: pa.Array) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, column)
