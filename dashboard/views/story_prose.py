"""A story's Markdown as safe markup: no HTML of its author's, no images, links only to the web."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from dashboard.views.markup import Markup, is_web, joined, tag, text

_RULES = ("image", "html_inline", "html_block", "heading", "lheading", "code", "fence", "hr", "reference", "autolink")
"""What a story may not use: pictures are never fetched, headings belong to the page."""


def prose(markdown: str, meanings: Mapping[str, str] | None = None) -> Markup:
    """Paragraphs, emphasis, lists, quotations and links of a text that may come from anybody.

    meanings: words to explain where they first stand, with what they mean.
    """
    unexplained = dict(meanings or {})
    return tag("div", Markup(_reader().render(markdown, {"unexplained": unexplained})), class_="atlas-prose")


@cache
def _reader() -> MarkdownIt:
    # With html off, markdown-it-py escapes every tag that a text holds.
    reader = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Explaining).disable(list(_RULES))
    setattr(reader, "validateLink", is_web)  # noqa: B010
    return reader


class _Explaining(RendererHTML):
    """Puts <abbr> around the first of each word of the glossary."""

    def text(self, tokens: Sequence[Token], idx: int, _options: Any, env: MutableMapping[str, Any]) -> str:
        """One stretch of plain text."""
        unexplained: dict[str, str] = env.get("unexplained", {})
        parts, rest = list[Markup](), tokens[idx].content
        while found := _first(rest, unexplained):
            meaning = unexplained.pop(found[0].casefold())
            parts += [text(rest[: found.start()]), tag("abbr", text(found[0]), title=meaning, tabindex="0")]
            rest = rest[found.end() :]
        return joined([*parts, text(rest)])


def _first(words: str, meanings: Mapping[str, str]) -> re.Match[str] | None:
    """The first word of the glossary in a text, the longest of those that begin there."""
    if not meanings:
        return None
    longest = sorted(meanings, key=len, reverse=True)
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", words, re.IGNORECASE)
