"""One writer at a time: a lock that the system drops when its holder dies, and a note of who holds it."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from etl.errors import StoreError
from etl.store.disk import replace_json


@contextmanager
def held(folder: Path, wait: float) -> Iterator[None]:
    """Hold the folder's lock; raises StoreError naming the holder when it is not free within `wait` seconds."""
    note = folder / "lock.json"
    try:
        lock = FileLock(folder / ".lock").acquire(timeout=wait)
    except Timeout as error:
        raise StoreError(f"{folder}: {_holder(note)} is building here. Wait for it, or name another --store") from error
    with lock:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        replace_json(note, {"process": os.getpid(), "machine": platform.node(), "since": since})
        try:
            yield
        finally:
            note.unlink(missing_ok=True)


def _holder(note: Path) -> str:
    try:
        who = json.loads(note.read_text(encoding="utf-8"))
        return f"process {who['process']} on {who['machine']} (since {who['since']})"
    except (OSError, ValueError, KeyError):
        return "another process"
