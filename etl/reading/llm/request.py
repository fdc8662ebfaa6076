"""What is put to a language model: our statement of the conventions, the report, and the schema of the answer.

The prompt and the schema are files (`data/reader/`), so that the same request can be put to any model by hand.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from etl.errors import DataError
from etl.lexicon import DATA
from etl.records import Report

FOLDER = DATA / "reader"
LONGEST = 60_000
"""Characters of the longest report that is sent; few models hold more, and an answer cut short is of no use."""
TIMEOUT = 60.0
"""Seconds until an answer must be there, unless told otherwise."""

Request = dict[str, Any]
"""The body of a request to `/chat/completions`, as OpenAI and the servers that follow it take it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a model is asked: the base address ("http://127.0.0.1:11434/v1"), its name, a key if it needs one.

    timeout is in seconds, from the request to the last byte of the answer.
    """

    address: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = TIMEOUT


def request_of(report: Report, model: str) -> Request:
    """The request that asks a model for the incidents of a report. Nothing else of the report leaves than is here."""
    day = f"{report.published.isoformat()}, a {report.published:%A}" if report.published else "unknown"
    about = f"Language: {report.language}\nDay of publication: {day}\nTitle: {report.title}\n\nReport:\n"
    return {
        "model": model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": _file("prompt.md")},
            {"role": "user", "content": about + report.text},
        ],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "incidents", "strict": True, "schema": answer_schema()},
        },
    }


def asked_again(request: Request, answer: str, problem: str) -> Request:
    """The same request with the answer that did not fit, and why."""
    again = _file("again.md").replace("{problem}", problem)
    more = [{"role": "assistant", "content": answer}, {"role": "user", "content": again}]
    return {**request, "messages": [*request["messages"], *more]}


@cache
def answer_schema() -> dict[str, Any]:
    """The JSON schema of an answer."""
    schema: dict[str, Any] = json.loads(_file("schema.json"))
    return schema


@cache
def prompt_version() -> str:
    """Eight hex digits that change with the prompt and the schema."""
    total = hashlib.sha256()
    for name in ("prompt.md", "again.md", "schema.json"):
        total.update(_file(name).encode())
    return total.hexdigest()[:8]


@cache
def _file(name: str) -> str:
    try:
        return (FOLDER / name).read_text(encoding="utf-8")
    except FileNotFoundError as missing:
        raise DataError(f"data/reader/{name}: the file is missing. Restore it from the release") from missing
