"""The command line: `python -m etl COMMAND`. One module of `etl/commands/` is one command."""

from __future__ import annotations

import argparse
import sys

from etl.commands import COMMANDS
from etl.errors import AtlasError, UsageError

FAILED, WRONG_USAGE = 1, 2


def parser() -> argparse.ArgumentParser:
    """The whole command line, with every command's own options."""
    top = argparse.ArgumentParser(prog="python -m etl", description="Reported incidents into a geocoded table.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for module in COMMANDS:
        one = commands.add_parser(module.NAME, help=module.HELP, description=module.HELP)
        module.options(one)
        one.set_defaults(run=module.run)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 done, 1 failed, 2 wrong usage, 3 built without an unreadable file."""
    chosen = parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
    except UsageError as error:
        print(f"etl: {error}", file=sys.stderr)
        return WRONG_USAGE
    except AtlasError as error:
        print(f"etl: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        sys.stderr.close()
        return 0
    return status


if __name__ == "__main__":
    sys.exit(main())
