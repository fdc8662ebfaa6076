"""Files of articles: one a file (Markdown, text, HTML) or one a line (JSON lines)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from etl.errors import InputError
from etl.items import Item, Notice, Rejected
from etl.sources._article import SUMMARIES, Article, UnusableFieldError, article
from etl.sources._encoding import text_of_bytes
from etl.sources._front_matter import FrontMatterError, parted
from etl.sources._opening import beginning, opened

_HTML, _PROSE, _LINES = (".html", ".htm", ".xhtml"), (".md", ".markdown", ".txt"), (".jsonl", ".ndjson")
_OURS = re.compile(rb"^source:\s*[\"']?" + SUMMARIES.encode() + rb"[\"']?\s*$", re.MULTILINE)


def is_document(path: Path) -> bool:
    """True for a file of one article, by its name."""
    return _suffix(path) in (*_HTML, *_PROSE)


def is_lines(path: Path) -> bool:
    """True for JSON lines that hold texts, by name and beginning."""
    return _suffix(path) in _LINES and b'"text"' in beginning(path)


def is_our_summary(path: Path) -> bool:
    """True for a file whose front matter says that it is one of our summaries."""
    head = beginning(path, 4096)
    return is_document(path) and head.startswith(b"---") and _OURS.search(head.replace(b"\r", b"")) is not None


def _suffix(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix


def read_document(path: Path) -> Iterator[Item]:
    """The one article of a Markdown, text or HTML file."""
    file = str(path)
    try:
        text, guessed = text_of_bytes(_content(path))
    except ValueError as error:
        raise InputError(file, str(error), "Save the file as UTF-8.") from error
    if guessed:
        yield Notice(file, f"the file is not UTF-8; it was taken for {guessed}")
    try:
        fields, body = parted(text)
        told: tuple[str, ...] = ()
        if _suffix(path) in _HTML:
            from etl.sources._page import page_of  # noqa: PLC0415 - what parses HTML takes long to load

            page = page_of(body)
            fields = {**page.fields, **{name: value for name, value in fields.items() if value is not None}}
            body, told = page.text, page.told
        elif "title" not in fields:
            heading = re.match(r"\s*#\s+(.+)", body)
            fields["title"] = heading[1] if heading else path.name.partition(".")[0]
        found = article(fields, body.strip())
    except FrontMatterError as bad:
        yield Rejected(
            file, bad.line, "front matter", "", str(bad), "Write it as `field: value` lines between two ---."
        )
    except UnusableFieldError as bad:
        yield Rejected(file, _line_of(bad.field, text), bad.field, bad.value, bad.reason, bad.remedy)
    else:
        yield from (Notice(file, one) for one in (*told, *found.remarks))
        yield found.report


def _content(path: Path) -> bytes:
    with opened(path) as stream:
        return stream.read()


def _line_of(field: str, text: str) -> int:
    """The line that names a field; the first where none does."""
    found = re.search(rf"^\s*{re.escape(field.rpartition('.')[2])}\s*:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def read_lines(path: Path) -> Iterator[Item]:
    """The articles of a file of JSON lines; a text is kept to the letter, since gold spans count in it."""
    file = str(path)
    told: Counter[str] = Counter()
    with opened(path) as stream:
        for number, raw in enumerate(stream, start=1):
            if not raw.strip():
                continue
            try:
                found = _of_line(raw)
            except UnusableFieldError as bad:
                yield Rejected(file, number, bad.field, bad.value, bad.reason, bad.remedy)
            else:
                told.update(found.remarks)
                yield found.report
    yield from (Notice(file, f"{remark} ({count} lines)") for remark, count in told.items())


def _of_line(raw: bytes) -> Article:
    shown = raw[:200].decode("utf-8", errors="replace")
    try:
        fields = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UnusableFieldError("", shown, "the line is not UTF-8", "Save the file as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise UnusableFieldError("", shown, f"the line is not JSON ({error})", "One object a line.") from error
    if not isinstance(fields, dict):
        raise UnusableFieldError("", shown, "the line is no JSON object", "One object a line.")
    text = fields.get("text")
    if not isinstance(text, str):
        raise UnusableFieldError("text", str(text)[:200], "there is no text", "Give the words of the report.")
    return article(fields, text)
