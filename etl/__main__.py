"""The command line: `python -m etl COMMAND`. One module of `etl/commands/` is one command."""

from __future__ import annotations

import argparse
import io
import sys

from etl.commands import COMMANDS, command
from etl.commands.lines import harmless
from etl.errors import AtlasError, UsageError

FAILED, WRONG_USAGE, STOPPED = 1, 2, 130


def parser(wanted: str = "") -> argparse.ArgumentParser:
    """The command line, with the options of the wanted command."""
    top = argparse.ArgumentParser(prog="python -m etl", description="Reported incidents into a geocoded table.")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, told in COMMANDS.items():
        one = commands.add_parser(name, help=told, description=told)
        if name == wanted:
            command(name).options(one)
            one.set_defaults(run=command(name).run)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 0 done, 1 failed, 2 wrong usage, 3 built without an unreadable file."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a terminal or pipe is said to take may lack the letters of a report.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    chosen = parser(next((one for one in given if one in COMMANDS), "")).parse_args(given)
    try:
        status: int = chosen.run(chosen)
    except UsageError as error:
        print(harmless(f"etl: {error}"), file=sys.stderr)
        return WRONG_USAGE
    except AtlasError as error:
        print(harmless(f"etl: {error}"), file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        sys.stderr.close()
        return 0
    except OSError as error:
        where, what = (
            (f"{error.filename}: ", "it exists") if error.filename else ("", "what is to be written to exists")
        )
        told = f"etl: {where}{error.strerror or error}. Check that {what}, may be written, and has room."
        print(harmless(told), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\netl: stopped; what stood in the store before stays.", file=sys.stderr)
        return STOPPED
    return status


if __name__ == "__main__":
    sys.exit(main())
