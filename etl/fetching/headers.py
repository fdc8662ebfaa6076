"""What the headers of an answer tell; nothing where they tell nonsense."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from requests import Response


def retry_after(response: Response) -> float | None:
    """Seconds that the server asks us to wait (RFC 9110, 10.2.3: a number or a day); None where it does not."""
    told = response.headers.get("Retry-After", "")
    if told.isdecimal():
        return float(told)
    try:
        return max(0.0, (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def begins_at(response: Response) -> int:
    """The place in the whole at which the content begins, by its Content-Range; -1 where none tells it."""
    told = response.headers.get("Content-Range", "").removeprefix("bytes ").partition("-")[0]
    return _number(told, -1)


def total_of(response: Response, there: int) -> int:
    """Bytes of the whole, of which some are there already; 0 where the server does not tell."""
    length = _number(response.headers.get("Content-Length", ""), 0)
    return length and there + length


def mark_of(response: Response) -> str:
    """What If-Range can name: a strong ETag, else the day of the last change."""
    tag = response.headers.get("ETag", "")
    return tag if tag and not tag.startswith("W/") else response.headers.get("Last-Modified", "")


def _number(told: str, otherwise: int) -> int:
    """The number that a header tells; one of more digits than any file has is none."""
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 19 else otherwise
