"""`places`: which places a name may stand for, or the best answers for a file of documents."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from etl.commands.options import existing
from etl.errors import InputError, UsageError
from etl.pipeline import gazetteer
from etl.places.batch import answer_batch
from etl.places.cache import cache_folder
from etl.places.gazetteer import distance_km
from etl.places.online import OnlineGeocoders
from etl.places.search import phrase_placed, search
from etl.places.services import read_settings


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `places`."""
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--country", metavar="XX", help="only places of this country (ISO 3166-1 alpha-2)")
    parser.add_argument("--language", metavar="xx", help="language of the name")
    parser.add_argument("--batch", metavar="FILE.jsonl", help="documents with or without mentions, one a line")
    parser.add_argument("--online", metavar="FILE.toml", help="also ask the online geocoders this file names")
    parser.add_argument(
        "--threshold", action="store_true", help="with --batch: only what the product itself would answer"
    )


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0, or 1 where a name is not known."""
    if arguments.batch:
        path = existing(arguments.batch)
        for answer in answer_batch(gazetteer(), _documents(path), arguments.threshold, str(path)):
            print(json.dumps(answer, ensure_ascii=False))
        return 0
    if arguments.country and gazetteer().area(arguments.country.upper()) is None:
        raise UsageError(f"places: no country {arguments.country}. Write two letters of ISO 3166-1, such as IQ.")
    if not arguments.names:
        raise UsageError("places: name a place, or give --batch FILE.jsonl.")
    asked = arguments.online
    services = OnlineGeocoders(read_settings(existing(asked)), gazetteer(), cache_folder()) if asked else None
    statuses = []
    for name in arguments.names:
        shown = _show(name, arguments)
        statuses.append(shown if services is None else min(shown, _ask(services, name, arguments)))
    return max(statuses)


def _documents(path: Path) -> Iterator[dict[str, Any] | None]:
    """The documents of a file, None for a blank line."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                yield None
                continue
            try:
                document: dict[str, Any] = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise InputError(str(path), f"not JSON ({error})", "One JSON object a line.", number) from error
            yield document


def _show(name: str, arguments: argparse.Namespace) -> int:
    found = search(gazetteer(), name, country=arguments.country, language=arguments.language)
    print(f"{name}: {f'{len(found)} candidates' if found else 'not known'}")
    first = found[0].place if found else None
    for hit in found:
        place = hit.place
        area = gazetteer().area(place.admin1) if place.admin1 and place.kind != "admin1" else None
        chain = ", ".join(part for part in (area.name if area else "", place.country) if part)
        away = distance_km((first.latitude, first.longitude), (place.latitude, place.longitude)) if first else 0.0
        mark = "*" if hit.answered else " "
        point = f"{place.latitude:8.4f} {place.longitude:9.4f} within {place.radius_km:4.0f} km"
        what = f"{place.place_id:18} {place.name[:28]:28} {chain[:30]:30} {place.precision:13}"
        print(f" {mark} {what} {point}  {away:6.0f} km off  {hit.score:4.1f}")
    placed = phrase_placed(gazetteer(), name, arguments.country, arguments.language)
    if placed.place is None:
        print(f"   the product would leave it open: {placed.reason}")
        return 0 if found else 1
    point = f"{placed.latitude:.4f} {placed.longitude:.4f}, {placed.precision}, within {placed.radius_km:.0f} km"
    print(f"   the product would place it at {point} ({placed.reason})")
    return 0


def _ask(services: OnlineGeocoders, name: str, arguments: argparse.Namespace) -> int:
    answer = services.ask(name, arguments.country, arguments.language)
    if answer is not None:
        print(f"   {answer.service}: {answer.address}  {answer.latitude:.4f} {answer.longitude:.4f}")
    for problem in services.problems:
        print(f"   did not answer: {problem}", file=sys.stderr)
    services.problems.clear()
    return 0 if answer is not None else 1
