"""`sources`: what can be read, what a source's columns become, and a mapping proposed for a table."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from etl.commands.options import existing
from etl.errors import UsageError
from etl.items import Source
from etl.sources import draft, sources


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `sources`."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="a source to tell all of; or: draft FILE")
    parser.add_argument("file", nargs="?", metavar="FILE", help="the table that a mapping is drafted for")


def run(arguments: argparse.Namespace) -> int:
    """One line a source, all of one source, or the drafted mapping."""
    if arguments.name == "draft":
        if arguments.file is None:
            raise UsageError("sources draft needs a FILE: the table that a mapping is proposed for.")
        print(draft(existing(arguments.file)), end="")
        return 0
    if arguments.file is not None:
        raise UsageError(f"sources {arguments.name}: takes no FILE. Write: sources draft FILE.")
    if arguments.name and arguments.name not in sources():
        raise UsageError(f"there is no source {arguments.name!r}. Name one of: {', '.join(sources())}.")
    for name, source in sorted(sources().items()):
        if arguments.name in (None, name):
            print(_line(name, source))
    if arguments.name:
        for line in _columns(sources()[arguments.name]):
            print(line)
    return 0


def _line(name: str, source: Source) -> str:
    licence = source.licence
    terms = ", ".join(
        f"{word} {'yes' if allowed else 'no'}"
        for word, allowed in (("display", licence.display), ("text", licence.text), ("export", licence.export))
    )
    coded = "; machine-coded" if source.machine_coded else ""
    return f"{name}: {source.title} ({source.publisher}); {licence.name}: {terms}{coded}"


def _columns(source: Source) -> Iterator[str]:
    yield f"cite: {source.citation}"
    for head, told in (("used", source.used), ("ignored", source.ignored), ("promises, checked", source.promises)):
        if told:
            yield f"{head}: {', '.join(told)}"
