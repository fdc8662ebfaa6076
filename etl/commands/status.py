"""`status`: what the store holds."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from etl.commands.lines import harmless
from etl.commands.options import store_of, store_option
from etl.store import Version

_NOTHING = "(nothing)"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `status`."""
    parser.add_argument("--changes", action="store_true", help="each event that is other than in the build before")
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the state of the store; a store without a build is an error."""
    store = store_of(arguments)
    version = store.current()
    for line in _changes(version) if arguments.changes else _state(version, len(store.builds())):
        print(harmless(line))
    return 0


def _state(version: Version, kept: int) -> Iterator[str]:
    manifest = version.manifest
    yield f"Build {version.build}, built {manifest['built']}, one of {kept} kept"
    for file in manifest["inputs"]:
        yield (
            f"  {file['file']} ({file['source']}): rows {file['rows']:,} = kept {file['kept']:,} + out of scope "
            f"{file['out_of_scope']:,} + rejected {file['rejected']:,} + merged {file['merged']:,}"
        )
    for name, number in manifest["counts"].items():
        yield f"  {name}: {number:,}"
    waiting = version.read("matches")["event_id"].null_count
    yield f"  near_misses: {waiting:,}{' (python -m etl match --review)' if waiting else ''}"
    yield since(version)


def since(version: Version) -> str:
    """How many events are other than in the build before."""
    told = version.manifest.get("changes") or {}
    if not told:
        return "No build before it to compare it with."
    numbers = ", ".join(f"{number:,} {kind}" for kind, number in told.items() if kind != "since")
    return f"Events since build {told['since']}: {numbers}."


def _changes(version: Version) -> Iterator[str]:
    """A line an event, and a line a field of it that differs."""
    yield since(version)
    last = ""
    for row in version.read("changes").to_pylist():
        if (line := _event(row)) != last:
            yield line
        last = line
        if row["field"]:
            yield f"    {row['field']}: {row['old'] or _NOTHING} -> {row['new'] or _NOTHING}"


def _event(row: dict[str, str | None]) -> str:
    into = f" into {row['new']}" if row["kind"] == "merged" else ""
    words = f"  {row['event']}" if row["event"] else ""
    return f"{row['kind']:8} {row['event_id']}{into}{words}"
