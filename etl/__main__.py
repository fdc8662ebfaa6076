"""The command line: `python -m etl COMMAND`. One module of `etl/commands/` is one command."""

from __future__ import annotations

import argparse
import io
import sys

from etl.commands import COMMANDS
from etl.errors import AtlasError, UsageError

FAILED, WRONG_USAGE, STOPPED = 1, 2, 130


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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a terminal or pipe is said to take may lack the letters of a report.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
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
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"etl: {where}{error.strerror or error}. Check that it exists, may be written, and has room.",
              file=sys.stderr)  # fmt: skip
        return FAILED
    except KeyboardInterrupt:
        print("\netl: stopped; what stood in the store before stays.", file=sys.stderr)
        return STOPPED
    return status


if __name__ == "__main__":
    sys.exit(main())
