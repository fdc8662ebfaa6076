"""One question to a server that speaks as OpenAI's does, and its answer or why there is none."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass
from typing import Any

import httpx

from etl.errors import ModelServiceError
from etl.reading.llm.request import Request, Settings

MOST_BYTES = 4_000_000
"""An answer longer than this is no list of incidents."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model wrote, and what it cost in tokens (0 where the server does not say)."""

    text: str
    tokens_in: int
    tokens_out: int


def ask(settings: Settings, request: Request) -> Answer:
    """Put one request. Raises ModelServiceError where no answer comes in time, or none that can be used."""
    try:
        status, body = _posted(settings, request)
    except httpx.TimeoutException as late:
        raise ModelServiceError(f"no answer within {settings.timeout:g} s") from late
    except (httpx.HTTPError, httpx.InvalidURL) as problem:
        raise ModelServiceError(f"{settings.address} cannot be reached ({problem})") from problem
    if status != httpx.codes.OK:
        raise ModelServiceError(f"the server answered {status} ({httpx.codes.get_reason_phrase(status)})")
    try:
        return _answer(json.loads(body))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
        raise ModelServiceError("the server's answer is no chat completion") from problem


def _posted(settings: Settings, request: Request) -> tuple[int, bytes]:
    """(status, body); a body that trickles in is cut off at the time-out as one that never comes is."""
    until = time.monotonic() + settings.timeout
    headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
    address = f"{settings.address.rstrip('/')}/chat/completions"
    body = bytearray()
    with httpx.stream("POST", address, json=request, headers=headers, timeout=settings.timeout) as response:
        for chunk in response.iter_bytes():
            body += chunk
            if time.monotonic() > until:
                raise ModelServiceError(f"no whole answer within {settings.timeout:g} s")
            if len(body) > MOST_BYTES:
                raise ModelServiceError(f"the answer is longer than {MOST_BYTES:,} bytes")
    return response.status_code, bytes(body)


def _answer(body: dict[str, Any]) -> Answer:
    message = body["choices"][0]["message"]
    if message.get("refusal"):
        raise ModelServiceError("the model refused")
    text = message["content"]
    if not isinstance(text, str):
        raise ModelServiceError("the model wrote nothing")
    # Half a character, which JSON may hold, can be sent to nobody again.
    whole = text.encode(errors="replace").decode()
    usage = body.get("usage") or {}
    spent = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")]
    tokens_in, tokens_out = (number if isinstance(number, int) else 0 for number in spent)
    return Answer(whole, tokens_in, tokens_out)
