"""`status`: what the store holds."""

from __future__ import annotations

import argparse

from etl.commands.options import store_of, store_option

NAME = "status"
HELP = "Show the current build, its inputs and counts."


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `status`."""
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the state of the store; a store without a build is an error."""
    store = store_of(arguments)
    version = store.current()
    manifest = version.manifest
    print(f"Build {version.build}, built {manifest['built']}, one of {len(store.builds())} kept")
    for file in manifest["inputs"]:
        print(
            f"  {file['file']} ({file['source']}): rows {file['rows']:,} = kept {file['kept']:,} + out of scope "
            f"{file['out_of_scope']:,} + rejected {file['rejected']:,} + merged {file['merged']:,}"
        )
    for name, number in manifest["counts"].items():
        print(f"  {name}: {number:,}")
    return 0
