"""Our own summaries of public pages: Markdown whose front matter names the page that each is based on."""

from __future__ import annotations

from etl.items import Licence, Source
from etl.sources._article import SUMMARIES
from etl.sources._documents import is_our_summary, read_document

SOURCE = Source(
    name="summaries",
    title=SUMMARIES,
    publisher="Incident Atlas",
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    citation="Incident Atlas summaries: each a summary, in our own words, of the page that it names",
    recognises=is_our_summary,
    read=read_document,
)
