"""Runs the pieces on Dask workers: of this machine, or of a running scheduler (extra `cluster`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from etl.engines import Result, Task
from etl.errors import MissingExtraError, UsageError


class DaskEngine:
    """Sends each piece to a worker. A piece lost with its worker is run again by Dask, so work must be repeatable."""

    is_here = False

    def __init__(self, host: str) -> None:
        """Raises MissingExtraError where Dask is not installed, UsageError where no scheduler answers at host.

        host is empty for workers of this machine.
        """
        try:
            from distributed import Client, LocalCluster  # noqa: PLC0415 - an optional package
        except ImportError as missing:
            raise MissingExtraError(
                "--engine dask needs Dask. Install it: pip install '.[cluster]' in the project's folder"
            ) from missing
        # Without a dashboard address of None, Dask opens a web page on a fixed port.
        self._cluster = None if host else LocalCluster(dashboard_address=None, threads_per_worker=1)
        try:
            self._client = Client(f"tcp://{host}" if host else self._cluster)
        except OSError as error:
            raise UsageError(
                f"--engine dask://{host}: no scheduler answers there ({error}). Start one there."
            ) from error

    def run(self, work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
        """Yield work(task) for every task, in the order of the tasks; workers stop after the last."""
        futures = self._client.map(work, tasks, pure=False)
        try:
            for future in futures:
                yield future.result()
                future.release()
        finally:
            self._client.close()
            if self._cluster is not None:
                self._cluster.close()


def open_engine(host: str) -> DaskEngine:
    """An engine on the scheduler at host ("HOST:PORT"), or on workers of this machine where host is empty."""
    return DaskEngine(host)
