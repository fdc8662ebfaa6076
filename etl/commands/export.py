"""`export`: exactly the events that a page shows, as a file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from etl.commands.options import store_of, store_option
from etl.errors import UsageError
from etl.store import export

NAME = "export"
HELP = "Write the events that an address of the dashboard shows (all without --view)."
FORMATS = ("csv", "geojson", "jsonl", "parquet", "xlsx")


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export`."""
    parser.add_argument("--format", choices=FORMATS, required=True, dest="form")
    parser.add_argument("--view", default="", metavar="QUERY", help="the part of the page's address behind the ?")
    parser.add_argument("-o", "--output", metavar="FILE", help="default: standard output")
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; how many events left, and how many their licence kept, goes to standard error."""
    # The View and its queries belong to the dashboard; only this command of etl needs them.
    from dashboard.filters import from_query  # noqa: PLC0415
    from dashboard.i18n import translator  # noqa: PLC0415
    from dashboard.queries import export_table  # noqa: PLC0415

    version = store_of(arguments).current()
    view, problems = from_query(arguments.view.lstrip("?"))
    if problems:
        english = translator("en")
        raise UsageError("--view: " + " ".join(problem.in_words(english) for problem in problems))
    table = export_table(version, view)
    target = Path(arguments.output) if arguments.output else sys.stdout.buffer
    context = {"address": f"?{view.to_query()}", "event_address": "?event={event_id}"}
    done = export(version, table, arguments.form, target, context)
    print(f"{done.rows:,} events written, {done.withheld:,} kept back by their licence", file=sys.stderr)
    return 0
