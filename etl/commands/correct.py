"""`correct`: write an editor's decision into the store's log; the next build applies it."""

from __future__ import annotations

import argparse
import getpass
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow.compute as pc

from etl.commands.options import day, own_store_of, store_option
from etl.corrections import ACTIONS, Correction, append, between_incidents, doubts, load
from etl.errors import NoBuildError, UsageError
from etl.pipeline import correction_files, place_of
from etl.store import Store, Version


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `correct`."""
    parser.add_argument("target", metavar="TARGET", help="an event id, or an incident id (report_id#number)")
    parser.add_argument("action", choices=ACTIONS)
    parser.add_argument("--field", default="", help="set: which field")
    parser.add_argument(
        "--value",
        default="",
        help="set: the new value; place: latitude,longitude,precision[,radius_km] or a gazetteer id; "
        "merge: the other events or incidents, parted by |; split: the incidents to part from it; "
        "sensitivity: its level",
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
    when = day(arguments.when) if arguments.when else date.today()
    if when > date.today():
        raise UsageError(f"{when}: is still to come. A decision bears the day on which it was taken.")
    if arguments.action == "place" and "," not in arguments.value and place_of(arguments.value) is None:
        raise UsageError(f"{arguments.value!r}: the gazetteer has no such id. Find it: python -m etl places NAME")
    decided = Correction(
        correction_id="",
        target=arguments.target,
        action=arguments.action,
        field=arguments.field,
        value=arguments.value,
        who=arguments.who or getpass.getuser(),
        when=when,
        why=arguments.why,
    )
    held = Held(store)
    for decision in between_incidents(decided, held.incidents_of):
        kept = () if decision.is_of_incident else tuple(held.incidents_of(decision.target))
        written = append(store.log, replace(decision, incidents=kept))
        print(f"{written.correction_id} written to {store.log}. Apply it: python -m etl build")
        for line in doubts(written, load(correction_files(store)), held.holds(written.target)):
            print(f"etl: {line}", file=sys.stderr)
    return 0


class Held:
    """What the current build holds; nothing where there is none."""

    def __init__(self, store: Store) -> None:
        with suppress(NoBuildError):
            self._version: Version | None = store.current()
            return
        self._version = None

    def incidents_of(self, event_id: str) -> list[str]:
        """The incidents that an event holds now, so that the decision finds it again should its id be lost."""
        found = self._rows("events", "event_id", ["event_id", "incident_ids"], self._live(event_id))
        return list(found[0]["incident_ids"]) if found else []

    def holds(self, target: str) -> bool:
        """Whether an event or incident answers to an id; True where nothing was built yet."""
        if self._version is None:
            return True
        if "#" in target:
            return bool(self._rows("incidents", "incident_id", ["incident_id"], target))
        return bool(self._rows("events", "event_id", ["event_id"], self._live(target)))

    def _live(self, event_id: str) -> str:
        found = self._rows("aliases", "old_id", ["old_id", "event_id"], event_id)
        return str(found[0]["event_id"]) if found else event_id

    def _rows(self, name: str, key: str, columns: list[str], value: str) -> list[dict[str, Any]]:
        if self._version is None:
            return []
        table = self._version.read(name, columns=columns)
        rows: list[dict[str, Any]] = table.filter(pc.equal(table[key], value)).to_pylist()
        return rows
