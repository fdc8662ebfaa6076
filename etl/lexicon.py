"""Actors, weapons and type tables, read once from `data/`.

Every room may look words up here; none keeps a list of its own. Files: `data/actors/actors.csv`,
`data/types/<source>.csv` (columns: code, meaning, event_type, which may be "out_of_scope", and where the source needs
them status and second).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from etl.errors import DataError
from etl.records import EVENT_TYPES, STATUSES, Status

DATA = Path(__file__).resolve().parent.parent / "data"
"""The folder of the project's own data."""

SECONDS = ("side", "target")
"""What a second actor of a source's row can be."""

_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "\u00a0": " ", "\u202f": " ", "ـ": None})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Text for comparison: no case, accents, Arabic diacritics or typographic apostrophes; single spaces."""
    if text.isascii():  # the same by a shorter way: no sign of these is composed
        return " ".join(text.replace("`", "'").casefold().split())
    return " ".join(_NOT_ASCII.sub(_folded_run, text.replace("`", "'").casefold()).split())


def _folded_run(run: re.Match[str]) -> str:
    return _plain(run[0])


@lru_cache(maxsize=65_536)
def _plain(run: str) -> str:
    """Signs beyond ASCII without accents; the same few recur, so that a long text costs little more than a look."""
    plain = unicodedata.normalize("NFKD", run.translate(_APOSTROPHES).casefold())
    return "".join([sign for sign in plain if not unicodedata.combining(sign)])


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. aliases: (language or "*", name). kind and side use the words of `data/actors/README.md`.

    country is where it has its home, ISO 3166-1 alpha-2, empty where it has none.
    """

    actor_id: str
    name: str
    kind: str
    side: str
    country: str
    aliases: tuple[tuple[str, str], ...]
    origin: str


@cache
def actors() -> tuple[Actor, ...]:
    """All actors of `data/actors/actors.csv`; aliases stand in its columns fr, en, ar, es and any, parted by "|"."""
    path = DATA / "actors" / "actors.csv"
    found: list[Actor] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            aliases = [
                ("*" if column == "any" else column, alias.strip())
                for column in ("any", "fr", "en", "ar", "es")
                for alias in (row[column] or "").split("|")
                if alias.strip()
            ]
            found.append(
                Actor(row["actor_id"], row["name"], row["kind"], row["side"], row["country"],
                      (("*", row["name"]), *aliases), row["origin"])
            )  # fmt: skip
    return tuple(found)


@cache
def _by_alias() -> dict[str, Actor]:
    index: dict[str, Actor] = {}
    for actor in actors():
        for _, alias in actor.aliases:
            other = index.setdefault(fold(alias), actor)
            if other is not actor:
                raise DataError(f"data/actors/actors.csv: {alias!r} names both {other.actor_id} and {actor.actor_id}")
    return index


def actor_named(name: str) -> Actor | None:
    """The actor that a name or alias in any language stands for, or None."""
    return _by_alias().get(fold(name))


@dataclass(frozen=True, slots=True)
class TypeOfCode:
    """What a source's own code means here; event_type is one of EVENT_TYPES or "out_of_scope".

    second says what a second actor of such a row is: a "side", who did it too, or the "target".
    """

    code: str
    meaning: str
    event_type: str
    status: Status = "carried_out"
    second: str = "target"


@cache
def type_table(source: str) -> dict[str, TypeOfCode]:
    """The codes of `data/types/<source>.csv`. Raises DataError on an unknown event type, status or second."""
    path = DATA / "types" / f"{source}.csv"
    table: dict[str, TypeOfCode] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            if row["event_type"] not in {*EVENT_TYPES, "out_of_scope"}:
                raise DataError(f"{path.name}, row {number}: unknown event_type {row['event_type']!r}")
            status, second = row.get("status") or "carried_out", row.get("second") or "target"
            if status not in STATUSES or second not in SECONDS:
                raise DataError(f"{path.name}, row {number}: unknown status {status!r} or second {second!r}")
            table[row["code"]] = TypeOfCode(row["code"], row["meaning"], row["event_type"], status, second)
    return table
