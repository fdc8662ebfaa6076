"""How fast and how small placing is: a first look-up in a fresh process, exact look-ups, mentions in context."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from etl.places.find import finder
from etl.places.gazetteer import Gazetteer, open_gazetteer
from etl.places.resolve import Document
from tests.benchmarks.place_mentions import mentions

ROOT = Path(__file__).resolve().parents[2]
_FIRST = """
import time
import etl.places.resolve
from etl.places.gazetteer import open_gazetteer
began = time.perf_counter()
open_gazetteer().named("Mosul")
print(1000 * (time.perf_counter() - began))
"""
_PLACING = """
import resource
from etl.places.gazetteer import open_gazetteer
from tests.benchmarks.place_mentions import answer, mentions
gazetteer = open_gazetteer()
for mention in mentions():
    answer(gazetteer, mention)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
_TRIES = 5


def speed() -> str:
    """A table: milliseconds, look-ups and mentions a second, and the megabytes of this process."""
    gazetteer = open_gazetteer()
    rows = (
        (
            "first look-up, cache in place, imports done (ms, best of five)",
            f"{min(_printed(_FIRST) for _ in range(_TRIES)):.0f}",
        ),
        ("exact look-ups a second, all different, none asked before", f"{_look_ups(gazetteer):,.0f}"),
        ("mentions a second, found and resolved in context", f"{_in_context(gazetteer, with_finding=True):,.0f}"),
        ("mentions a second, resolved in context", f"{_in_context(gazetteer, with_finding=False):,.0f}"),
        ("memory of a process that places all our mentions (MB)", f"{_printed(_PLACING):.0f}"),
    )
    return "\n".join(f"{what:64} {value:>10}" for what, value in rows)


def _printed(program: str) -> float:
    """The number that a Python program prints in a process of its own."""
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return float(run.stdout)


def _look_ups(gazetteer: Gazetteer) -> float:
    """Names of the gazetteer itself and as many that nobody bears, in turn; by processor time."""
    names = [place.name for cell in range(-20, 40, 5) for place in gazetteer.around(cell + 10.5, cell + 20.5, 3)]
    asked = [name for known in dict.fromkeys(names) for name in (known, f"{known} Zqx")][:20_000]
    fresh = Gazetteer(gazetteer.path)
    began = time.process_time()
    for name in asked:
        fresh.named(name)
    return len(asked) / (time.process_time() - began)


def _in_context(gazetteer: Gazetteer, *, with_finding: bool) -> float:
    """Documents of six sentences of the set of mentions, in one language each; by processor time, the tables warm."""
    find = finder(gazetteer)
    told = [(language, text) for language in ("en", "fr", "es", "ar") for text in _documents(language)]
    found = [(text, [m.span for m in find(text, language)]) for language, text in told]
    fresh = Gazetteer(gazetteer.path)
    for text, spans in found[::8]:  # patterns and word lists are read once a process
        Document(fresh, text, spans).resolve(spans[0])
    count, began = 0, time.process_time()
    for (language, text), (_, known) in zip(told, found, strict=True):
        spans = [m.span for m in find(text, language)] if with_finding else known
        document = Document(fresh, text, spans)
        count += len([document.resolve(span) for span in spans])
    return count / (time.process_time() - began)


def _documents(language: str) -> Sequence[str]:
    texts = [mention.text for mention in mentions() if mention.language == language]
    return [" ".join(texts[at : at + 6]) for at in range(0, len(texts), 6)]
