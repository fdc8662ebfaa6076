"""Decisions in files: CSV, one a line, never changed and never removed."""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

from etl.corrections.decisions import ACTIONS, BETWEEN_INCIDENTS, COLUMNS, PARTED_BY, Correction
from etl.corrections.values import is_point, point, typed
from etl.errors import InputError
from etl.records import Sensitivity

_NEEDED = ("correction_id", "target", "who", "when", "why")
_UNDONE = ("", "place", "sensitivity")


def load(paths: Sequence[Path]) -> tuple[Correction, ...]:
    """The decisions of all files, in their order; one that stands in two files in the same words counts once.

    Raises InputError for the first row that is no decision: a build must not quietly pass over an editor's word.
    """
    found: dict[str, Correction] = {}
    for path in paths:
        for correction in _of_file(path):
            earlier = found.setdefault(correction.correction_id, correction)
            if replace(earlier, file="", row=0) != replace(correction, file="", row=0):
                where = f"{earlier.file}, row {earlier.row}"
                raise _bad(
                    correction, f"correction_id {correction.correction_id!r} is that of {where}", "Give it its own."
                )
    return tuple(found.values())


def append(log: Path, correction: Correction) -> Correction:
    """Write one decision at the end of a log, made with its header where it is missing.

    Without a correction_id it gets one. Raises InputError, and writes nothing, where the decision makes no sense.
    """
    # How long the log is tells a decision from the same one taken before and undone since.
    correction = _checked(replace(_named(correction, log.stat().st_size if log.exists() else 0), file=str(log), row=0))
    log.parent.mkdir(parents=True, exist_ok=True)
    header, ended = _header_of(log)
    rows = [_cells(correction, header or COLUMNS)]
    with log.open("ab") as end:
        # One write of whole lines, so that a crash cannot leave half a decision before a good one.
        written = "" if ended else "\n"
        os.write(end.fileno(), (written + _lines(rows if header else [COLUMNS, *rows])).encode())
        os.fsync(end.fileno())
    return correction


def as_file(corrections: Sequence[Correction]) -> str:
    """Decisions as the content of a file of their own, which `load` takes; those without an id get one.

    Raises InputError for the first that makes no sense.
    """
    checked = [_checked(_named(correction, place)) for place, correction in enumerate(corrections)]
    return _lines([COLUMNS, *(_cells(one, COLUMNS) for one in checked)])


def _named(correction: Correction, place: int) -> Correction:
    """The decision with an id of its own: of its words, and of where it stands."""
    if correction.correction_id:
        return correction
    words = f"{place} {replace(correction, file='', row=0)!r}".encode()
    return replace(correction, correction_id=f"c-{hashlib.blake2b(words, digest_size=6).hexdigest()}")


def _header_of(log: Path) -> tuple[tuple[str, ...], bool]:
    """The columns of a log in their order, and whether its last line is ended: it may have been edited by hand."""
    if not log.exists() or not (content := log.read_bytes()):
        return (), True
    load([log])
    first = next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    return tuple(first), content.endswith((b"\n", b"\r"))


def _lines(rows: Sequence[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _cells(correction: Correction, columns: Sequence[str]) -> list[str]:
    given = {**{name: getattr(correction, name) for name in COLUMNS}, "when": correction.when.isoformat()}
    given["incidents"] = PARTED_BY.join(correction.incidents)
    return [given[name] for name in columns]


def _of_file(path: Path) -> list[Correction]:
    file = str(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restkey="", restval="")
            header = tuple(reader.fieldnames or ())
            if not set(COLUMNS[:-1]) <= set(header) or not set(header) <= set(COLUMNS):
                raise InputError(
                    file, "the columns are not those of corrections", f"Name them: {','.join(COLUMNS)}.", 1
                )
            return [_of_row(row, file, reader.line_num) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(file, f"the corrections cannot be read ({error})", "Save them as CSV in UTF-8.") from error


def _of_row(row: Mapping[str, str], file: str, number: int) -> Correction:
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    if "" in row:
        raise InputError(
            file, "the row has more cells than the header", "Put cells with a comma in quotation marks.", number
        )
    if cells["action"] not in ACTIONS:
        remedy = f"Write one of: {', '.join(ACTIONS)}."
        raise InputError(file, f"action {cells['action']!r} is unknown", remedy, number)
    try:
        when = date.fromisoformat(cells["when"])
    except ValueError as error:
        raise InputError(file, f"when {cells['when']!r} is no day", "Write it as YYYY-MM-DD.", number) from error
    given = {name: cells[name] for name in ("correction_id", "target", "field", "value", "who", "why")}
    incidents = tuple(part for part in cells["incidents"].split(PARTED_BY) if part)
    return _checked(Correction(**given, action=cells["action"], when=when, incidents=incidents, file=file, row=number))


def _checked(correction: Correction) -> Correction:
    """The decision, if it makes sense by itself; raises InputError."""
    for name in _NEEDED:
        if not getattr(correction, name):
            raise _bad(correction, f"{name} is empty", "Every decision needs an id, a target, who, when and why.")
    if correction.action in BETWEEN_INCIDENTS:
        others = correction.value.split(PARTED_BY)
        if not correction.is_of_incident or any("#" not in other or other == correction.target for other in others):
            remedy = "Name incidents (report#number) in target and value: events change with every build."
            raise _bad(correction, f"{correction.action} names something else than other incidents", remedy)
    try:
        _check_value(correction)
    except ValueError as error:
        raise _bad(correction, f"value {correction.value!r} cannot be used", f"{error}.") from error
    return correction


def _check_value(correction: Correction) -> None:
    if correction.action == "set":
        typed(correction.field, correction.value)
    elif correction.action == "place" and is_point(correction.value):
        point(correction.value)
    elif correction.action == "place" and not correction.value:
        raise ValueError("give a point or a gazetteer id")
    elif correction.action == "sensitivity" and correction.value not in get_args(Sensitivity):
        raise ValueError(f"sensitivity is one of: {', '.join(get_args(Sensitivity))}")
    elif correction.action == "restore" and correction.field not in _UNDONE:
        typed(correction.field, "")


def _bad(correction: Correction, problem: str, remedy: str) -> InputError:
    return InputError(correction.file, problem, remedy, correction.row or None)
