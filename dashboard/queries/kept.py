"""Answers that are kept: of a version that never changes the same filters have the same answer; a pan asks nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

from dashboard.filters import View
from etl.store import Version

Answer = TypeVar("Answer")
_MOST = 128
"""Answers kept of each question, those of all readers together."""


def kept_without_brush(ask: Callable[[Version, View], Answer]) -> Callable[[Version, View], Answer]:
    """A question on nothing but a version and the filters of a view, less the marked days."""
    without = kept(ask)

    @wraps(ask)
    def answer(version: Version, view: View) -> Answer:
        return without(version, replace(view, brush=None))

    return answer


def kept(ask: Callable[[Version, View], Answer]) -> Callable[[Version, View], Answer]:
    """A question on nothing but a version and the filters of a view. Nobody may change its answer in place."""

    @lru_cache(maxsize=_MOST)
    def asked(folder: Path, filters: View) -> Answer:
        return ask(Version(folder), filters)

    @wraps(ask)
    def answer(version: Version, view: View) -> Answer:
        return asked(version.folder, view.filters)

    return answer
