"""Options that several commands share."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from etl.errors import UsageError
from etl.reading.llm import TIMEOUT, Settings
from etl.store import Store, default_store, is_address, open_store


def store_option(parser: argparse.ArgumentParser) -> None:
    """Add --store."""
    parser.add_argument("--store", metavar="DIR", help="the store's folder (default: $ATLAS_STORE, else ./store); "
                        "to read only, also an address it was published to")  # fmt: skip


def store_of(arguments: argparse.Namespace) -> Store:
    """The store that the arguments name, to read; one at an address is copied here first."""
    return open_store(arguments.store)


def own_store_of(arguments: argparse.Namespace) -> Store:
    """The store that the arguments name, to write. Raises UsageError for one at an address."""
    folder = default_store(arguments.store)
    if is_address(str(arguments.store or os.environ.get("ATLAS_STORE") or "")):
        raise UsageError("A store at an address can only be read. Name a folder with --store, then publish it.")
    return Store(folder)


def reader_options(parser: argparse.ArgumentParser) -> None:
    """Add --reader and where a model is asked."""
    parser.add_argument("--reader", choices=["rules", "llm"], default="rules",
                        help="what reads texts; llm sends each text to the address below")  # fmt: skip
    parser.add_argument("--llm-address", metavar="URL", help="base address of an OpenAI-compatible server, such as "
                        "http://127.0.0.1:11434/v1 (default: $ATLAS_LLM_ADDRESS); the key: $ATLAS_LLM_KEY")  # fmt: skip
    parser.add_argument("--llm-model", metavar="NAME", help="the model's name there (default: $ATLAS_LLM_MODEL)")
    parser.add_argument("--llm-timeout", type=float, default=TIMEOUT, metavar="S",
                        help="seconds until rules read the text instead (default: %(default)g)")  # fmt: skip


def model_of(arguments: argparse.Namespace) -> Settings | None:
    """The model that is to read, None for our rules. Raises UsageError where it is not said which, or where."""
    if arguments.reader == "rules":
        return None
    address = arguments.llm_address or os.environ.get("ATLAS_LLM_ADDRESS", "")
    model = arguments.llm_model or os.environ.get("ATLAS_LLM_MODEL", "")
    key = os.environ.get("ATLAS_LLM_KEY", "").strip()
    if not address.startswith(("http://", "https://")):
        raise UsageError("--reader llm needs an address that begins with http:// or https://. Give --llm-address.")
    if "@" in address.partition("//")[2].partition("/")[0]:
        raise UsageError("The address of --reader llm holds a name or password. Put the key in $ATLAS_LLM_KEY.")
    if not model:
        raise UsageError("--reader llm needs the name of a model. Give --llm-model.")
    if not (key.isascii() and key.isprintable()):
        raise UsageError("$ATLAS_LLM_KEY holds characters that no key has. Set it again.")
    if not 0 < arguments.llm_timeout < float("inf"):
        raise UsageError("--llm-timeout must be a number of seconds above 0.")
    return Settings(address, model, key, arguments.llm_timeout)


def day(text: str) -> date:
    """A day from YYYY-MM-DD. Raises UsageError for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no day. Write it as YYYY-MM-DD.") from error


def existing(text: str) -> Path:
    """A file that is there. Raises UsageError where it is not."""
    path = Path(text)
    if not path.is_file():
        raise UsageError(f"{text}: no such file.")
    return path
