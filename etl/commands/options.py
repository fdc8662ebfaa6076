"""Options that several commands share."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from etl.errors import UsageError
from etl.store import Store, default_store


def store_option(parser: argparse.ArgumentParser) -> None:
    """Add --store."""
    parser.add_argument("--store", metavar="DIR", help="the store's folder (default: $ATLAS_STORE, else ./store)")


def store_of(arguments: argparse.Namespace) -> Store:
    """The store that the arguments name."""
    return Store(default_store(arguments.store))


def day(text: str) -> date:
    """A day from YYYY-MM-DD. Raises UsageError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no day. Write it as YYYY-MM-DD.") from error


def existing(text: str) -> Path:
    """A file that is there. Raises UsageError where it is not."""
    path = Path(text)
    if not path.is_file():
        raise UsageError(f"{text}: no such file.")
    return path
