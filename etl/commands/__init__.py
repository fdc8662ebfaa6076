"""The commands: one module each, which offers options(parser) and run(arguments). Only the one that runs is loaded."""

from __future__ import annotations

import argparse
import importlib
from typing import Protocol, cast

COMMANDS = {
    "build": "Build the store from files or folders; without any: the last inputs again, or the bundled ones.",
    "read": "Show the incidents of texts, HTML pages or reports.jsonl files.",
    "places": "Show the places that a name may stand for, best first; or answer a file of documents (--batch).",
    "export": "Write the events that an address of the dashboard shows (all without --view).",
    "match": "Judge pairs of incidents (--pairs), or list the near misses of the current build (--review).",
    "correct": "Write an editor's decision on an event or an incident into the store's log.",
    "sources": "List the sources that can be read, tell one's columns, or draft a mapping for a table.",
    "fetch": "Download a public dataset, checked against the size and checksum its publisher tells; no NAME: a list.",
    "stories": "Check the stories against the store: every view, event, source and number they name.",
    "publish": "Copy what may leave of the current build to an address (s3://, gs://, file://...) for others to read.",
    "status": "Show the current build, its inputs and counts.",
    "verify": "Check the current build: checksums, counts, references, and that every span equals its words.",
}
"""What each command does, in the order in which the help lists them."""


class Command(Protocol):
    """What a module of this package offers."""

    def options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the result is the exit status."""


def command(name: str) -> Command:
    """The module of one of COMMANDS."""
    return cast(Command, importlib.import_module(f"{__name__}.{name}"))
