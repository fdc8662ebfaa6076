"""Tables of our own for tests: rows by column name, written as CSV."""

from __future__ import annotations

import csv
import io


def header_and_rows(path, delimiter=","):
    """The header of a sample and its rows as dictionaries."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter=delimiter)
        rows = list(reader)
        return list(reader.fieldnames), rows


def written(path, header, rows, delimiter=",", encoding="utf-8", *, named=True):
    """A CSV of rows given as dictionaries; a column that a row lacks is empty."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    if named:
        writer.writerow(header)
    writer.writerows([row.get(name, "") for name in header] for row in rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path
