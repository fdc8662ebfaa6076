"""The fields of one article, from whatever form it came in, as a Report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from etl.lexicon import fold
from etl.records import Report

SUMMARIES = "Incident Atlas summaries"
"""What our own summaries of public pages name as their source."""

MAPPED = frozenset({"report_id", "id", "source", "title", "language", "published", "published_by", "retrieved",
                    "publisher", "url", "agency", "text_is_summary", "based_on", "text"})  # fmt: skip
IGNORED = frozenset({"author", "authors", "byline", "keywords", "tags", "form", "content_sha256"})
"""Known and not used: names of persons, and what is worked out anew."""

_OF_PAGE = frozenset({"publisher", "url", "published", "agency"})
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|ref|xtor|cmpid|at_\w+")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})([T ].*)?", re.DOTALL)


class UnusableFieldError(ValueError):
    """A field without which the article cannot be kept."""

    def __init__(self, field: str, value: str, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.field, self.value, self.reason, self.remedy = field, value, reason, remedy


@dataclass(frozen=True, slots=True)
class Article:
    """A Report and what a person should know of its fields."""

    report: Report
    remarks: tuple[str, ...]


def article(fields: Mapping[str, Any], text: str) -> Article:
    """The Report of an article. Raises UnusableFieldError for an empty text, a bad day, or half a character."""
    told = _page_fields(fields)
    if not text.strip():
        raise UnusableFieldError("text", "", "there is no text", "Give the words of the report.")
    url, remarks = _address(told["url"])
    source = told["source"] or told["publisher"] or urlsplit(url).hostname or "reports"
    digest = hashlib.sha256(_whole(text, "text").encode()).hexdigest()
    own_id = told["id"] or _normalised(url) or digest[:16]
    language = re.fullmatch(r"([a-z]{2})([-_].*)?", told["language"].lower())
    if told["language"] and not language:
        remarks = (*remarks, f"language {told['language']!r} is no ISO 639-1 code: left out")
    report = Report(
        report_id=told["report_id"] or f"{_slug(source)}:{own_id}",
        source=source,
        publisher=told["publisher"] or source,
        language=language[1] if language else "",
        title=told["title"],
        text=text,
        published=_day(told["published"], "published"),
        published_by=_day(told["published_by"], "published_by") if not told["published"] else None,
        retrieved=_day(told["retrieved"], "retrieved"),
        agency=told["agency"],
        url=url,
        text_is_summary=isinstance(fields.get("based_on"), Mapping) or told["text_is_summary"].lower() == "true",
        content_sha256=digest,
    )
    return Article(report, (*remarks, *_unused(fields)))


def _page_fields(fields: Mapping[str, Any]) -> dict[str, str]:
    """Every mapped field as text; what `based_on` says of the page goes before, except its day of publication."""
    told = {name: _text(fields.get(name), name) for name in MAPPED - {"based_on", "text"}}
    page = fields.get("based_on")
    if isinstance(page, Mapping):
        of_page = {name: _text(page.get(name), f"based_on.{name}") for name in _OF_PAGE}
        told.update(publisher=of_page["publisher"], url=of_page["url"], agency=of_page["agency"])
        told["published"] = told["published"] or of_page["published"]
    elif page is not None:
        reason = "based_on names no publisher, url, published and agency"
        raise UnusableFieldError("based_on", str(page)[:200], reason, "Write them as fields under it.")
    return told


def _text(value: Any, field: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list | Mapping):
        raise UnusableFieldError(
            field, str(value)[:200], "a list or mapping stands where one value should", "Give one."
        )
    return _whole(str(value), field).strip()


def _whole(text: str, field: str) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise UnusableFieldError(field, "", "it holds half a character", "Save it again as UTF-8.")
    return text


def _day(value: str, field: str) -> date | None:
    """The calendar day as written; a time and its zone behind it are not reckoned with."""
    if not value:
        return None
    found = _DAY.fullmatch(value)
    try:
        return date.fromisoformat(found[1] if found else value)
    except ValueError as error:
        raise UnusableFieldError(field, value[:200], "it is no day", "Write it as YYYY-MM-DD.") from error


def _address(url: str) -> tuple[str, tuple[str, ...]]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", (f"url {url[:200]!r} is no web address: left out",)
    if url and (parts.scheme not in ("http", "https") or not parts.hostname):
        return "", (f"url {url[:200]!r} is no web address: left out",)
    return url, ()


def _normalised(url: str) -> str:
    """An address without scheme, "www.", fragment, tracking parameters and closing slash."""
    if not url:
        return ""
    parts = urlsplit(url)
    kept = sorted((k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.fullmatch(k))
    host = (parts.hostname or "").removeprefix("www.")
    return host + parts.path.rstrip("/") + (f"?{urlencode(kept)}" if kept else "")


def _slug(source: str) -> str:
    if source == SUMMARIES:
        return "summaries"
    return re.sub(r"\W+", "-", fold(source)).strip("-") or "reports"


def _unused(fields: Mapping[str, Any]) -> tuple[str, ...]:
    page = fields.get("based_on")
    names = [name for name in fields if name not in MAPPED | IGNORED]
    if isinstance(page, Mapping):
        names += [f"based_on.{name}" for name in page if name not in _OF_PAGE]
    return tuple(f"field {name[:80]!r} is not used" for name in names)
