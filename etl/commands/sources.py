"""`sources`: what can be read."""

from __future__ import annotations

import argparse

from etl.sources import sources

NAME = "sources"
HELP = "List the sources that can be read, with their licences."


def options(_parser: argparse.ArgumentParser) -> None:
    """`sources` has no arguments."""


def run(_arguments: argparse.Namespace) -> int:
    """One line a source."""
    for name, source in sorted(sources().items()):
        licence = source.licence
        terms = ", ".join(
            f"{word} {'yes' if allowed else 'no'}"
            for word, allowed in (("display", licence.display), ("text", licence.text), ("export", licence.export))
        )
        print(f"{name}: {source.title} ({source.publisher}); {licence.name}: {terms}")
    return 0
