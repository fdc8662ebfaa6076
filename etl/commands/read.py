"""`read`: the incidents of a text, an HTML page or a reports.jsonl file, without any store."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from etl.bench_record import bench_record
from etl.commands.lines import harmless
from etl.commands.options import day, existing, model_of, reader_options
from etl.errors import InputError
from etl.items import Notice, Rejected, Rows
from etl.pipeline.intake import read_whole
from etl.reading import language_of, supports
from etl.reading.llm import open_reader, request_of
from etl.records import Count, Incident, Reading, Report
from etl.sources import recognise

_MISSING = "?"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `read`."""
    parser.add_argument("files", nargs="*", default=["-"], metavar="FILE", help="a file, or - for standard input")
    parser.add_argument(
        "--published", type=str, metavar="YYYY-MM-DD", help="day of publication, where the file has none"
    )
    parser.add_argument("--language", help="language of the text (fr, en, ar, es), where the file names none")
    reader_options(parser)
    parser.add_argument("--show-request", action="store_true", help="print what a model would be asked; ask nobody")
    parser.add_argument("--format", choices=["table", "jsonl"], default="table", dest="form")


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0, or 1 where a file or a report in it could not be read; the others are read all the same."""
    published = day(arguments.published) if arguments.published else None
    language = (arguments.language or "").lower().partition("-")[0]
    model = None if arguments.show_request else model_of(arguments)
    asked = open_reader(model) if model else None
    refused = 0
    for item in _items(arguments.files):
        if isinstance(item, Notice):
            print(f"etl: {item.file}: {item.message}", file=sys.stderr)
            continue
        if isinstance(item, Rejected):
            refused += 1
            where = f"{item.file}, row {item.row}" if item.row else item.file
            print(f"etl: {where}: {item.reason}. {item.remedy}", file=sys.stderr)
            continue
        given = replace(item, published=item.published or published, language=item.language or language)
        if arguments.show_request:
            print(_request(given, arguments.llm_model or "MODEL"))
            continue
        report, found, problems = read_whole(given, asked)
        is_read = supports(report.language)
        refused += not is_read
        for problem in problems:
            print(f"etl: {problem}", file=sys.stderr)
        if arguments.form == "jsonl":
            print(json.dumps(bench_record(report.report_id, found.incidents, found.links), ensure_ascii=False))
        elif is_read:
            print("\n".join(map(harmless, _table(report, found))))
    return 1 if refused else 0


def _request(report: Report, model: str) -> str:
    """The body of the request that asks a model about a report, as it can be put by hand."""
    known = replace(report, language=report.language or language_of(report.text))
    return json.dumps(request_of(known, model), ensure_ascii=False, indent=1)


def _items(files: Sequence[str]) -> Iterator[Report | Rejected | Notice]:
    for path in [existing(name) if name != "-" else None for name in files]:
        try:
            yield from _of_file(path) if path else (_typed(),)
        except InputError as error:
            yield Rejected(error.file, error.row or 0, "", "", error.problem, error.remedy)


def _typed() -> Report:
    """What comes on standard input."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        told = f"it is not UTF-8 ({error.reason})"
        raise InputError("standard input", told, "Convert it, or name the file.") from error
    if not text.strip():
        raise InputError("standard input", "there is no text", "Give the words of the report.")
    return Report("pasted:-", "pasted", "", "", "", text.replace("\r\n", "\n").strip())


def _of_file(path: Path) -> Iterator[Report | Rejected | Notice]:
    rows = 0
    for item in recognise(path).read(path):
        if isinstance(item, Report | Rejected | Notice):
            yield item
        rows += item.reports.num_rows if isinstance(item, Rows) else isinstance(item, tuple)
    if rows:
        told = f"{rows} rows of a dataset are no text to read"
        raise InputError(str(path), told, f"Build them: python -m etl build {path}")


def _table(report: Report, found: Reading) -> Iterator[str]:
    yield f"{report.report_id}  {report.title}".rstrip()
    if not found.incidents:
        yield "  tells of no single incident"
    for number, incident in enumerate(found.incidents, start=1):
        yield f"  {number}. {incident.event_type}, {incident.status}, {_when(incident)}"
        yield f"     where: {_where(incident)}"
        for label, count in (
            ("killed", incident.killed),
            ("wounded", incident.wounded),
            ("detained", incident.detained),
        ):
            if count is not None:
                yield f"     {label}: {_count(count)}"
        for who in incident.attributions:
            by = f", according to {who.by}" if who.by else ""
            yield f"     {who.stance or _MISSING}: {who.actor}{by}"
        for span in incident.evidence.get("incident", ()):
            words = " ".join(report.text[span.start : span.end].split())
            yield f"     > {words}"
    numbers = {incident.incident_id: number for number, incident in enumerate(found.incidents, start=1)}
    for link in found.links:
        words = " ".join(report.text[link.span.start : link.span.end].split())
        yield f"  {numbers[link.incident_id]} {link.kind} {numbers.get(link.other_id, _MISSING)}: {words}"
    for remark in found.remarks:
        words = " ".join(report.text[remark.span.start : remark.span.end].split())
        yield f"  no incident ({remark.kind}): {words}"


def _when(incident: Incident) -> str:
    if incident.date_start is None and incident.date_end is None:
        return "day unknown"
    start = incident.date_start.isoformat() if incident.date_start else _MISSING
    end = incident.date_end.isoformat() if incident.date_end else _MISSING
    span = start if start == end else f"{start} to {end}"
    return f"{span} ({incident.date_precision}, {incident.date_basis})"


def _where(incident: Incident) -> str:
    names = ", ".join(incident.places) or _MISSING
    launched = f"; launched from {', '.join(incident.launched_from)}" if incident.launched_from else ""
    if incident.latitude is None or incident.longitude is None:
        return f"{names} (not placed){launched}"
    radius = f"within {incident.radius_km:g} km" if incident.radius_km else "radius unknown"
    point = f"{incident.latitude:.4f} {incident.longitude:.4f}"
    return f"{names}, {incident.country or _MISSING} ({incident.place_precision}, {point}, {radius}){launched}"


def _count(count: Count) -> str:
    high = "or more" if count.high is None else f"to {count.high}"
    numbers = str(count.low) if count.low == count.high else f"{count.low} {high}"
    return f"{numbers} ({count.told!r})"
