"""The commands, in the order in which the help lists them. Each has NAME, HELP, options(parser) and run(arguments)."""

from __future__ import annotations

import argparse
from typing import Protocol, cast

from etl.commands import build, correct, export, fetch, match, places, publish, read, sources, status, stories, verify


class Command(Protocol):
    """What a module of this package offers."""

    NAME: str
    HELP: str

    def options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the result is the exit status."""


COMMANDS = cast(
    tuple[Command, ...], (build, read, places, export, match, correct, sources, fetch, stories, publish, status, verify)
)
