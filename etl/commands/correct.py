"""`correct`: write an editor's decision into the store's log; the next build applies it."""

from __future__ import annotations

import argparse
import getpass
from datetime import date

import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.commands.options import day, own_store_of, store_option
from etl.corrections import ACTIONS, Correction, append
from etl.errors import NoBuildError, UsageError
from etl.store import Store

NAME = "correct"
HELP = "Write an editor's decision on an event or an incident into the store's log."


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `correct`."""
    parser.add_argument("target", metavar="TARGET", help="an event id, or an incident id (report_id#number)")
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("--field", default="", help="set: which field")
    parser.add_argument(
        "--value",
        default="",
        help="set: the new value; place: latitude,longitude,precision[,radius_km] or a gazetteer id; "
        "merge, split: the other incidents, parted by |; sensitivity: its level",
    )
    parser.add_argument("--why", required=True, help="the reason, in a sentence")
    parser.add_argument("--who", default="", help="who decided (default: the user of this machine)")
    parser.add_argument("--when", default="", metavar="YYYY-MM-DD", help="default: today")
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Append the decision; the log is never changed otherwise."""
    store = own_store_of(arguments)
    if "#" not in arguments.target and not arguments.target.startswith("ev-"):
        raise UsageError(f"{arguments.target}: neither an event id (ev-...) nor an incident id (report_id#number).")
    decided = Correction(
        correction_id="",
        target=arguments.target,
        action=arguments.action,
        field=arguments.field,
        value=arguments.value,
        who=arguments.who or getpass.getuser(),
        when=day(arguments.when) if arguments.when else date.today(),
        why=arguments.why,
        incidents=_incidents_of(store, arguments.target),
    )
    written = append(store.log, decided)
    print(f"{written.correction_id} written to {store.log}. Apply it: python -m etl build")
    return 0


def _incidents_of(store: Store, target: str) -> tuple[str, ...]:
    """What an event holds now, so that the decision finds it again should its id be lost."""
    try:
        events = pq.read_table(store.current().table("events"), columns=["event_id", "incident_ids"])
    except NoBuildError:
        return ()
    found = events.filter(pc.equal(events["event_id"], target))["incident_ids"].to_pylist()
    return tuple(found[0]) if found else ()
