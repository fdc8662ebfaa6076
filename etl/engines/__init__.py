"""Ways of running the same work: one module each, found by name. All give the same results in the same order."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

from etl.errors import UsageError

Task = TypeVar("Task")
Result = TypeVar("Result")


class Engine(Protocol):
    """Runs independent pieces of work: a module-level function that gives the same result when it is repeated.

    is_here: whether the work is done in this process, one piece after the other.
    """

    is_here: bool

    def run(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield work(task) for every task, in the order of the tasks."""
        ...


def engine(address: str = "plain") -> Engine:
    """The engine of an address: "plain", "dask" (this machine) or "dask://HOST:PORT" (a running scheduler).

    Raises UsageError for any other address, MissingExtraError where the engine's package is not installed.
    """
    name, _, host = address.partition("://")
    if name not in {"plain", "dask"} or (name == "plain" and host):
        raise UsageError(f"--engine {address}: unknown. Use plain, dask or dask://HOST:PORT.")
    opened: Engine = importlib.import_module(f"etl.engines.{name}").open_engine(host)
    return opened
