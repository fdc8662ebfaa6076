"""What one file gave, in memory or in the store's cache."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from etl.pipeline.batch import TABLES, Batch
from etl.pipeline.inputs import InputFile
from etl.store import Entry

OpenEntry = Callable[[InputFile], Entry]
"""Opens the entry of the cache that a file's tables are written to while it is read."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one file gave: tables by name, counts (rows, kept, out_of_scope, rejected), notices; failed = unreadable.

    entry: where in the cache the tables stand already, not kept yet.
    """

    file: InputFile
    tables: dict[str, pa.Table]
    counts: dict[str, int]
    notices: tuple[str, ...]
    failed: bool = False
    entry: Entry | None = None


class Parts:
    """The tables of one file as they come: collected, or written to an entry of the cache.

    told: for each report so far how many rows of OF_REPORTS it gave.
    """

    def __init__(self, entry: Entry | None) -> None:
        self.entry = entry
        self.told: list[tuple[int, int, int]] = []
        self._held: list[dict[str, pa.Table]] = [Batch().tables()]
        if entry:
            entry.add(self._held[0])

    def add(self, batch: Batch) -> None:
        """Take what a batch holds."""
        if self.entry:
            self.entry.add(batch.tables())
        else:
            self._held.append(batch.tables())
        self.told.extend(batch.told)

    def tables(self) -> dict[str, pa.Table]:
        """The tables of TABLES; nothing can be added any more."""
        if self.entry:
            return self.entry.tables()
        return {name: pa.concat_tables([part[name] for part in self._held]) for name in TABLES}


def to_cache(taken: Taken, open_entry: OpenEntry) -> None:
    """Keep the tables in the cache, with the counts and notices as one more, so that nothing is lost there."""
    account = json.dumps({"counts": taken.counts, "notices": taken.notices, "failed": taken.failed})
    entry = taken.entry
    if entry is None:
        entry = open_entry(taken.file)
        entry.add(taken.tables)
    entry.add({"account": pa.table({"account": [account]})})
    entry.keep()


def from_cache(file: InputFile, tables: dict[str, pa.Table]) -> Taken:
    """What `to_cache` was given."""
    account = json.loads(tables["account"]["account"][0].as_py())
    plain = {name: table for name, table in tables.items() if name != "account"}
    return Taken(file, plain, account["counts"], tuple(account["notices"]), account["failed"])
