"""`stories`: whether the stories still say what the data say."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from etl.commands.options import store_of, store_option
from etl.store import Version

FAULTY = 1


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `stories`."""
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER",
                        help="default: $ATLAS_STORIES, else data/stories")  # fmt: skip
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong, a line each; exit status 1 where anything is."""
    from dashboard.stories import FOLDER, faults_of, stories_in  # noqa: PLC0415

    told = stories_in(arguments.folder or FOLDER)
    faults = faults_of(told, store_of(arguments).current())
    for fault in faults:
        print(fault)
    print(f"{len(told):,} stories, {len(faults):,} faults.")
    return FAULTY if faults else 0


def faults_in(version: Version) -> Iterator[str]:
    """What a build finds wrong with the stories, a line each."""
    # A story is made of Views, which belong to the dashboard; `export` and this command alone know of them.
    from dashboard.stories import faults_of, stories_in  # noqa: PLC0415

    for fault in faults_of(stories_in(), version):
        yield f"Story: {fault}"
