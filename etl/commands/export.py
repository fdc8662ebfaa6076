"""`export`: exactly the events that a page shows, as a file, as far as their licences let them leave."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from etl.commands.options import store_of, store_option
from etl.errors import UsageError
from etl.store import export

FORMATS = ("csv", "geojson", "jsonl", "parquet", "xlsx")
_ADDRESS = "http://127.0.0.1:8501/"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export`."""
    parser.add_argument("--format", choices=FORMATS, required=True, dest="form")
    parser.add_argument("--view", default="", metavar="QUERY", help="the part of the page's address behind the ?")
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="what the format cannot hold goes beside it; a name that ends in .zip holds all, the evidence too "
        "(default: standard output)",
    )
    parser.add_argument(
        "--address", default=_ADDRESS, metavar="URL", help="where the dashboard is served (default: %(default)s)"
    )
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the file; how many events left, and how many their licence kept, goes to standard error."""
    # The View and its queries belong to the dashboard; only this command of etl needs them.
    from dashboard.filters import View, from_query  # noqa: PLC0415
    from dashboard.i18n import translator  # noqa: PLC0415
    from dashboard.queries import export_table  # noqa: PLC0415

    version = store_of(arguments).current()
    view, problems = from_query(arguments.view.lstrip("?"))
    if problems:
        english = translator("en")
        raise UsageError("--view: " + " ".join(problem.in_words(english) for problem in problems))
    target = Path(arguments.output) if arguments.output else sys.stdout.buffer
    one = View(page="event", selected="X").to_query().removesuffix("X")
    context = {
        "address": f"{arguments.address}?{view.to_query()}".rstrip("?"),
        "event_address": f"{arguments.address}?{one}{{event_id}}",
    }
    done = export(version, lambda edition: export_table(edition, view), arguments.form, target, context)
    for path in done.files:
        print(path, file=sys.stderr)
    print(f"{done.rows:,} events written, {done.withheld:,} kept back by their licence", file=sys.stderr)
    if done.apart:
        kept = "are in files of their own" if done.files else "did not leave: they need files of their own (-o FILE)"
        print(f"{done.apart:,} under a share-alike licence {kept}", file=sys.stderr)
    return 0
