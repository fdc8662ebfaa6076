"""Runs everything in this process, one piece after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from etl.engines import Result, Task


class PlainEngine:
    """The engine of a laptop: no workers, no memory beyond the piece at hand."""

    is_here = True

    def run(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield work(task) for every task, in the order of the tasks."""
        return map(work, tasks)


def open_engine(_host: str) -> PlainEngine:
    """The plain engine; it has no address."""
    return PlainEngine()
