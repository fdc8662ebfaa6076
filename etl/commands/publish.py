"""`publish`: copy the current build to an address from which others read it."""

from __future__ import annotations

import argparse

from tqdm import tqdm

from etl.commands.options import own_store_of, store_option
from etl.store import publish


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `publish`."""
    parser.add_argument("url", metavar="URL", help="what fsspec opens: s3://bucket/atlas, file:///srv/atlas, ...")
    parser.add_argument(
        "--whole", action="store_true", help="all of it, also what may not leave: for a place that nobody else reads"
    )
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 where the address holds the build."""
    version = own_store_of(arguments).current()
    with tqdm(total=0, desc="copying", unit="file") as bar:

        def progress(through: int, total: int) -> None:
            bar.total = total
            bar.update(through - bar.n)

        copied = publish(version, arguments.url, progress, whole=arguments.whole)
    what = "all of it" if arguments.whole else "what may leave"
    print(f"{copied} files of build {version.build} ({what}) are at {arguments.url}. Read it: --store {arguments.url}")
    return 0
