"""An answer against the schema: the incidents told in it, or what is wrong with it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from etl.reading.llm.request import answer_schema

Told = dict[str, Any]
"""One incident as a model tells it: the properties of `data/reader/schema.json`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The incidents of an answer that fits the schema; else none, and what is wrong."""

    incidents: tuple[Told, ...] = ()
    problem: str = ""


def checked(answer: str) -> Checked:
    """Hold an answer against the schema. Never raises."""
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError):
        return Checked(problem="it is not JSON")
    for error in _validator().iter_errors(told):
        where = "/".join(str(step) for step in error.absolute_path) or "the whole"
        return Checked(problem=f"{where}: {error.message[:300]}")
    return Checked(tuple(told["incidents"]))


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(answer_schema())
