"""The words that tell a count (`killed_told` and its like) where the words of their report are hidden or gone.

They stand in incidents, and again in the event that took its count from one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from etl.corrections.masking import hidden_names
from etl.told_columns import COUNTS

Row = dict[str, Any]
Words = dict[tuple[str, str], str]
"""For a column of told words and what stood there, what shall stand there."""

_PARTED = " / "


def hidden(incidents: Iterable[Row], before: Mapping[str, str], after: Mapping[str, str], names: set[str]) -> Words:
    """What the incidents' told words become. before, after: text by report_id, `after` with its names hidden.

    Words that are their spans' stay so, sign for sign; in others the names are hidden.
    """
    found: Words = {}
    for row in incidents:
        old, new = before[row["report_id"]], after[row["report_id"]]
        for column, told in _told(row):
            spans = [(e["start"], e["end"]) for e in row["evidence"] or () if f"{e['field']}_told" == column]
            again = {old[start:end]: new[start:end] for start, end in spans}
            parts = [again.get(part) or hidden_names(part, names) for part in told.split(_PARTED)]
            found[column, told] = again.get(told) or _PARTED.join(parts)
    return found


def blank(incidents: Iterable[Row]) -> Words:
    """Nothing in place of the incidents' told words; that something was told remains."""
    return {entry: "" for row in incidents for entry in _told(row)}


def put(words: Words, rows: Iterable[Row]) -> None:
    """Change the told words of rows, of incidents or of the events that hold them."""
    for row in rows:
        row.update({column: words[column, told] for column, told in _told(row) if (column, told) in words})


def _told(row: Row) -> list[tuple[str, str]]:
    return [(f"{count}_told", row[f"{count}_told"]) for count in COUNTS if row[f"{count}_told"] is not None]
