"""`places`: which places a name may stand for, or the best answers for a file of documents."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from etl.commands.options import existing
from etl.errors import InputError, UsageError
from etl.pipeline import gazetteer
from etl.places.batch import answer_batch
from etl.places.search import search

NAME = "places"
HELP = "Show the places that a name may stand for, best first; or answer a file of documents (--batch)."


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `places`."""
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--country", metavar="XX", help="only places of this country (ISO 3166-1 alpha-2)")
    parser.add_argument("--language", metavar="xx", help="language of the name")
    parser.add_argument("--batch", metavar="FILE.jsonl", help="documents with or without mentions, one a line")
    parser.add_argument(
        "--threshold", action="store_true", help="with --batch: only what the product itself would answer"
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0, or 1 where a name is not known."""
    if arguments.batch:
        for answer in answer_batch(gazetteer(), _documents(existing(arguments.batch)), arguments.threshold):
            print(json.dumps(answer, ensure_ascii=False))
        return 0
    if arguments.country and gazetteer().area(arguments.country.upper()) is None:
        raise UsageError(f"places: no country {arguments.country}. Write two letters of ISO 3166-1, such as IQ.")
    if not arguments.names:
        raise UsageError("places: name a place, or give --batch FILE.jsonl.")
    return max([_show(name, arguments) for name in arguments.names])


def _documents(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                document: dict[str, Any] = json.loads(line)
            except ValueError as error:
                raise InputError(str(path), f"not JSON ({error})", "One JSON object a line.", number) from error
            yield document


def _show(name: str, arguments: argparse.Namespace) -> int:
    found = search(gazetteer(), name, country=arguments.country, language=arguments.language)
    print(f"{name}: {f'{len(found)} candidates' if found else 'not known'}")
    for hit in found:
        place = hit.place
        chain = ", ".join(part for part in (place.admin1, place.country) if part)
        mark = "*" if hit.answered else " "
        print(
            f" {mark} {place.place_id:18} {place.name} ({chain})  {place.precision}, within {place.radius_km:g} km  "
            f"{place.latitude:.4f} {place.longitude:.4f}"
        )
    return 0 if found else 1
