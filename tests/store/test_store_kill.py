"""A build that is killed, wherever it was, leaves the previous version as it was."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from small_store import build, small_tables

from etl.store import Store

HERE = Path(__file__).parent
MOMENTS = {
    "after a table": ("etl.store.edition", "write_index"),
    "while a file is flushed": ("etl.store.disk", "flush_file"),
    "before the manifest": ("etl.store.edition", "replace_json"),
    "before the version is whole": ("etl.store.writer", "flush_folder"),
    "before the pointer is swapped": ("etl.store.folder", "replace_json"),
    "after the pointer is swapped": ("etl.store.folder", "cache.forget_unused"),
    "while an input is cached": ("etl.store.cache", "flush_file"),
    "in the middle of a swap": ("etl.store.disk", "os.replace"),
}
BUILD = """
    import importlib, os, signal, sys
    from pathlib import Path
    sys.path[:0] = [{here!r}, {root!r}]
    module = importlib.import_module({module!r})
    *owner, name = {name!r}.split(".")
    held = getattr(module, owner[0]) if owner else module
    from small_store import build, small_tables
    from etl.store import Store
    store, tables = Store(Path(sys.argv[1])), small_tables(number=50)
    setattr(held, name, lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL))
    store.keep("input-1", tables)
    build(store, tables)
"""
ENDLESS = """
    import sys
    from pathlib import Path
    sys.path[:0] = [{here!r}, {root!r}]
    from small_store import build, small_tables
    from etl.store import Store
    store, number = Store(Path(sys.argv[1])), 0
    print("begun", flush=True)
    while number := number + 1:
        build(store, small_tables(number=number % 7 + 1))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_leaves_the_previous_version(store, moment):
    for _ in range(5 if moment == "after the pointer is swapped" else 1):
        before = build(store, small_tables(number=2))
    module, name = MOMENTS[moment]
    script = textwrap.dedent(BUILD).format(here=str(HERE), root=str(HERE.parent.parent), module=module, name=name)
    ended = subprocess.run([sys.executable, "-c", script, str(store.path)], check=False, env={**os.environ})
    assert ended.returncode == -signal.SIGKILL
    readable = store.current()
    assert (readable.build == before.build) == (moment != "after the pointer is swapped")
    assert readable.verify() == []
    after = build(store, small_tables(number=3))
    assert store.current().verify() == []
    assert sorted(path.name for path in store.path.iterdir() if path.name != "cache") == [
        ".lock", "current.json", "versions",
    ]  # fmt: skip
    assert sorted(path.name for path in (store.path / "versions").iterdir()) == store.builds()
    assert not [path for path in (store.path / "cache").glob("*") if path.name.startswith(".")]
    assert after.build in store.builds()


@pytest.mark.soak
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no SIGKILL")
def test_twenty_kills_at_random_moments_leave_a_readable_store(store):
    build(store, small_tables())
    moments = random.Random(7)
    script = textwrap.dedent(ENDLESS).format(here=str(HERE), root=str(HERE.parent.parent))
    for _ in range(20):
        building = subprocess.Popen([sys.executable, "-c", script, str(store.path)], stdout=subprocess.PIPE)
        assert building.stdout is not None
        building.stdout.readline()
        with contextlib.suppress(subprocess.TimeoutExpired):
            building.wait(moments.uniform(0, 1.5))
        building.kill()
        building.communicate()
        assert store.current().verify() == []
    assert build(store, small_tables()).build == store.current().build
    assert sorted(path.name for path in (store.path / "versions").iterdir()) == store.builds()


def test_a_second_build_waits_when_it_may(store):
    with ThreadPoolExecutor() as threads:
        with store.writing():
            waiting = threads.submit(_build_when_free, store.path)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.2)
        assert waiting.result(timeout=30) == store.current().build


def _build_when_free(path):
    with Store(path).writing(wait=30) as writer:
        return writer.finish({}).build
