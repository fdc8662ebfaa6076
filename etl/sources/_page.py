"""An HTML page as fields and the text of its article; menus, captions and comments are left out by trafilatura."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from htmldate import find_date
from trafilatura import bare_extraction, load_html
from trafilatura.settings import Document

from etl.lexicon import fold
from etl.sources._publication import publication

_DAYS = ("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
         "dcterms.date", "dcterms.issued", "pubdate", "publishdate", "parsely-pub-date")  # fmt: skip
_FIELDS = {
    "title": ("og:title", "dc.title", "twitter:title"),
    "publisher": ("og:site_name", "dc.publisher", "application-name"),
    "url": ("og:url",),
    "language": ("og:locale", "content-language", "dc.language"),
    "id": ("id",), "report_id": ("report_id",), "source": ("source",), "agency": ("agency",),
}  # fmt: skip
"""For each field the names of meta tags that give it, best first."""
_KNOWN = frozenset(_DAYS).union(*_FIELDS.values())
_MOST_NAMED = 40
_ADDRESSES = "//link[@rel='canonical'] | //meta[@property='og:url' or @name='og:url']"


@dataclass(frozen=True, slots=True)
class Page:
    """The fields of a page, the text of its article, and what a person should know of it."""

    fields: dict[str, Any]
    text: str
    told: tuple[str, ...]


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


def page_of(html: str) -> Page:
    """Take a page apart. Links, menus, lists of other articles and comments are no text of it."""
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
        include_comments=False,
        include_tables=False,
    )
    read = extracted if isinstance(extracted, Document) else None
    tags = {name: head.meta[name] for name in _DAYS if head.meta.get(name)}
    when = publication(tags.values(), fields["url"], _day_in_markup(html))
    fields["published"] = when.day.isoformat() if when.day else ""
    fields["published_by"] = when.by.isoformat() if when.by else ""
    told = [when.basis] if when.basis else []
    if tags and (when.basis or not when.day):
        told.append("; ".join(f"meta tag {name!r}, {tag[:80]!r}, is no day: left out" for name, tag in tags.items()))
    text = _without_heading((read.text or "").strip() if read else "", (fields["title"], head.title))
    return Page(fields, text, (*told, *_unused(head)))


def _without_heading(text: str, titles: Iterable[str]) -> str:
    """The text without a first line that is the title: a headline tells what the article tells, once more."""
    first, _, rest = text.partition("\n")
    heading = fold(first)
    return rest.strip() if rest and any(heading and heading in fold(title) for title in titles) else text


def _day_in_markup(html: str) -> str:
    """The day that the markup tells, "" where none; addresses, from which htmldate would guess, are taken out."""
    tree = load_html(html)
    if tree is None:
        return ""
    for address in tree.xpath(_ADDRESSES):
        address.getparent().remove(address)
    return find_date(tree, url="", original_date=True, extensive_search=False) or ""


def _unused(head: _Head) -> tuple[str, ...]:
    """One line that names the meta tags whose content is not used."""
    names = sorted({name[:80] for name in head.meta if name and name not in _KNOWN})
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return (f"meta tags not used: {', '.join(names[:_MOST_NAMED])}{more}",) if names else ()
