"""Rows of a CSV file with comma, semicolon, tab or bar, in UTF-8, Windows-1252 or -1256, packed or not."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

from etl.items import Notice, Rejected
from etl.sources._cells import Given
from etl.sources._encoding import fallback_of
from etl.sources._opening import beginning, opened, refuse_utf16

_BLOCK = 1 << 16


@dataclass(slots=True)
class _Encodings:
    """Numbers of the lines that are not UTF-8 (`odd`), read in `fallback`, and of those that are not that (`lost`)."""

    fallback: str
    odd: list[int] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def decoded(self, stream: Iterable[bytes]) -> Iterator[str]:
        """Lines as text; UCDP's Ukraine files are not UTF-8, for one."""
        for number, raw in enumerate(stream, start=1):
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                self.odd.append(number)
                text = raw.decode(self.fallback, errors="replace")
                if "\ufffd" in text:
                    self.lost.append(number)
            yield text


def csv_beginning(path: Path, count: int) -> list[list[str]]:
    """The cells of a file's first lines, as many as asked for; none where it cannot be read."""
    sample = beginning(path)
    lines = [*_Encodings(fallback_of(sample)).decoded(sample.splitlines(keepends=True))]
    try:
        return list(islice(csv.reader(lines, delimiter=_delimiter(lines[0])), count)) if lines else []
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    return max(",;\t|", key=line.count)


def csv_rows(path: Path) -> Iterator[Given]:
    """Every row with the number of its first line; lines that are no row come as Rejected."""
    sample = beginning(path)
    file, encodings = str(path), _Encodings(fallback_of(sample))
    with opened(path) as stream:
        refuse_utf16(path, stream.peek(2))
        lines = encodings.decoded(_lines(stream, sample))
        first = next(lines, "")
        reader = csv.reader(chain((first,), lines), delimiter=_delimiter(first))
        yield from _numbered(reader, encodings, file)
    if encodings.odd:
        told = f"{len(encodings.odd)} lines are not UTF-8 and were read as Windows-{encodings.fallback[2:]}"
        yield Notice(file, f"{told}, the first of them line {encodings.odd[0]}")


def _lines(stream: io.BufferedIOBase, sample: bytes) -> Iterator[bytes]:
    """The lines of a file; where none ends with a line feed, as spreadsheets of old Macs write them, at each return."""
    if b"\n" in sample or b"\r" not in sample:
        yield from stream
        return
    rest = b""
    while block := stream.read(_BLOCK):
        *whole, rest = (rest + block).split(b"\r")
        yield from (line + b"\n" for line in whole)
    if rest:
        yield rest


def _numbered(reader: Iterator[list[str]], encodings: _Encodings, file: str) -> Iterator[Given]:
    line, done = 1, False
    while not done:
        try:
            for cells in reader:
                until: int = reader.line_num  # type: ignore[attr-defined]
                if encodings.lost:
                    yield _undecodable(file, line, cells)
                    encodings.lost.clear()
                elif any(cells):
                    yield line, cells
                line = until + 1
            done = True
        except csv.Error as error:
            until = reader.line_num  # type: ignore[attr-defined]
            reason = f"lines {line} to {until} cannot be told apart as rows ({error})"
            yield Rejected(file, line, "", "", reason, "Look for a missing quotation mark.")
            line = until + 1


def _undecodable(file: str, line: int, cells: list[str]) -> Rejected:
    shown = ",".join(cells)[:200]
    return Rejected(file, line, "", shown, "the row is neither UTF-8 nor Windows-1252", "Save the file as UTF-8.")
