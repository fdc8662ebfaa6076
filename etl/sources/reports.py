"""A reader's own reports: Markdown, text and HTML files, and JSON lines in the form of the benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from etl.items import Item, Licence, Source
from etl.sources._documents import is_document, is_lines, is_our_summary, read_document, read_lines


def _recognises(path: Path) -> bool:
    return is_lines(path) or (is_document(path) and not is_our_summary(path))


def _read(path: Path) -> Iterator[Item]:
    return read_document(path) if is_document(path) else read_lines(path)


SOURCE = Source(
    name="reports",
    title="Reports",
    publisher="The publisher that each report names",
    # What a report tells are facts; its words belong to its publisher and are shown in private only.
    licence=Licence("The terms of each publisher", "", display=True, text=False, export=True),
    citation="Each report under its own publisher, title, day and address",
    recognises=_recognises,
    read=_read,
)
