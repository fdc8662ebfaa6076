"""Background that is no incident (elections, agreements, deployments, votes): dated entries of data/context/*.csv."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from etl.errors import DataError

FOLDER = Path(__file__).resolve().parents[2] / "data" / "context"
KINDS = ("agreement", "deployment", "election", "government", "protest", "vote")
_TITLE = "title_"


@dataclass(frozen=True, slots=True)
class Background:
    """One entry: its days (both included), kind, title by language, and the page that tells it."""

    first: date
    last: date
    kind: str
    titles: Mapping[str, str]
    source: str

    def title(self, language: str) -> str:
        """The title in a language, else in English."""
        return self.titles.get(language) or self.titles["en"]


@cache
def background(folder: Path = FOLDER) -> tuple[Background, ...]:
    """Every entry, by day. Raises DataError, naming file and row, for one that is not whole."""
    found = [entry for path in sorted(folder.glob("*.csv")) for entry in _entries(path)]
    return tuple(sorted(found, key=lambda entry: (entry.first, entry.last, entry.title("en"))))


def _entries(path: Path) -> Iterator[Background]:
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            try:
                first = date.fromisoformat(row["date_start"])
                last = date.fromisoformat(row["date_end"]) if row["date_end"] else first
            except (KeyError, ValueError) as problem:
                raise DataError(
                    f"data/context/{path.name}, row {number}: {problem}. Write days as 2020-03-15"
                ) from problem
            titles = {key.removeprefix(_TITLE): row[key] for key in row if key.startswith(_TITLE) and row[key]}
            if row["kind"] not in KINDS or "en" not in titles or not row["source"].startswith("https://"):
                raise DataError(
                    f"data/context/{path.name}, row {number}: it needs a kind ({', '.join(KINDS)}), title_en and a "
                    "source that begins with https://"
                )
            yield Background(first, last, row["kind"], titles, row["source"])
