"""`verify`: whether the store is whole."""

from __future__ import annotations

import argparse

from etl.commands.options import store_of, store_option


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `verify`."""
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 where all holds, 1 where something does not; each problem is a line."""
    version = store_of(arguments).current()
    problems = version.verify()
    for problem in problems:
        print(problem)
    print(f"Build {version.build}: {f'{len(problems)} problems' if problems else 'everything holds'}.")
    return 1 if problems else 0
