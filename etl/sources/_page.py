"""An HTML page as fields and the text of its article; menus, captions and comments are left out by trafilatura."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

from trafilatura import bare_extraction
from trafilatura.settings import Document

_FIELDS = {
    "published": ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
                  "dc.date.issued", "dcterms.date", "dcterms.issued", "pubdate", "publishdate", "parsely-pub-date"),
    "title": ("og:title", "dc.title", "twitter:title"),
    "publisher": ("og:site_name", "dc.publisher", "application-name"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
    "id": ("id",), "report_id": ("report_id",), "source": ("source",), "agency": ("agency",),
}  # fmt: skip
"""For each field the names of meta tags that give it, best first."""

_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$|\.)")


class _Head(HTMLParser):
    """Collects meta tags by lower-case name, the page's language, canonical address and title."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.language = self.canonical = self.title = ""
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Called by HTMLParser."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = given.get("property") or given.get("name") or given.get("itemprop") or given.get("http-equiv") or ""
            self.meta.setdefault(name.lower(), given.get("content", "").strip())
        elif tag == "html":
            self.language = given.get("lang") or given.get("xml:lang", "")
        elif tag == "link" and "canonical" in given.get("rel", "").lower():
            self.canonical = given.get("href", "").strip()
        self._in_title = tag == "title" and not self.title

    def handle_data(self, data: str) -> None:
        """Called by HTMLParser."""
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        """Called by HTMLParser."""
        self._in_title = self._in_title and tag != "title"


def article_of(html: str) -> tuple[dict[str, Any], str, str]:
    """The fields of a page, its text, and a word on where its day comes from if not from a meta tag."""
    head = _Head()
    head.feed(html)
    fields: dict[str, Any] = {
        field: next((head.meta[name] for name in names if head.meta.get(name)), "") for field, names in _FIELDS.items()
    }
    fields["url"] = head.canonical or fields["url"]
    fields["language"] = head.language or fields["language"]
    fields["title"] = fields["title"] or " ".join(head.title.split())
    extracted = bare_extraction(
        html,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    read = extracted if isinstance(extracted, Document) else None
    basis = ""
    if not fields["published"]:
        fields["published"], basis = _other_day(fields["url"], str(read.date or "") if read else "")
    return fields, (read.text or "").strip() if read else "", basis


def _other_day(url: str, in_page: str) -> tuple[str, str]:
    """A day that stands in the page's address, else one that trafilatura finds in its markup."""
    for found in _DAY_IN_ADDRESS.finditer(url):
        try:
            return date(int(found[1]), int(found[2]), int(found[3])).isoformat(), "its address"
        except ValueError:
            continue
    return in_page, "its markup" if in_page else ""
