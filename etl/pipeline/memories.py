"""What matching found in earlier builds, kept in the store's cache under a name for what was matched."""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from etl.matching import Memory
from etl.pipeline.inputs import code_version
from etl.store import Store


@dataclass(frozen=True, slots=True)
class Memories:
    """The memories of a store, one for all incidents and one for each set of them that may leave."""

    store: Store

    def of(self, name: str) -> Memory:
        """What was kept last; nothing where none can be read or other code kept it."""
        return self.store.cached(_key(name)) or {}

    def keep(self, name: str, memory: Memory) -> None:
        """Keep it in the place of the last."""
        self.store.keep(_key(name), memory)


def _key(name: str) -> str:
    # Rows are known again by hashes, which another release of DuckDB may make otherwise.
    return f"matched-{name}-{duckdb.__version__}-{code_version()}"
