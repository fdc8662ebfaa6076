"""`fetch`: download a public dataset; nothing else of the atlas asks a server by itself."""

from __future__ import annotations

import argparse
from pathlib import Path

from tqdm import tqdm

from etl.commands.options import own_store_of, store_option
from etl.errors import UsageError
from etl.fetching import Manners, datasets, fetch
from etl.fetching.catalogue import OURS


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `fetch`."""
    parser.add_argument("name", nargs="?", metavar="NAME")
    parser.add_argument("--into", metavar="DIR", help="where to put it (default: downloads in the store's folder)")
    parser.add_argument("--datasets", metavar="FILE.toml", default=str(OURS), help="a list of datasets of your own")
    parser.add_argument(
        "--allow-private", action="store_true", help="allow servers inside private networks, this machine among them"
    )
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 where the file is there and whole."""
    known = datasets(Path(arguments.datasets))
    if not arguments.name:
        for dataset in known.values():
            size = f"{dataset.size:,} bytes" if dataset.size else "size not told"
            print(f"{dataset.name}: {dataset.title}; {size}; {dataset.licence}; {dataset.url}")
        return 0
    if arguments.name not in known:
        raise UsageError(f"fetch: no dataset {arguments.name!r}; there are {', '.join(known) or 'none'}.")
    dataset = known[arguments.name]
    folder = Path(arguments.into) if arguments.into else own_store_of(arguments).path / "downloads"
    with tqdm(total=dataset.size, unit="B", unit_scale=True, desc=dataset.file) as bar:

        def progress(there: int, total: int) -> None:
            bar.total = total or bar.total
            bar.update(there - bar.n)

        done = fetch(dataset, folder, Manners(private=arguments.allow_private), progress)
    told = "is here" if done.is_new else "was here already, whole; nobody was asked"
    print(f"{done.path} {told} ({dataset.licence}). Build it: python -m etl build {done.path} --add")
    return 0
