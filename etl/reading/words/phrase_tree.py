"""The tree of a book of phrases: a node for every beginning of a phrase, found word by word."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from etl.reading.words.phrases import Phrase

GAPS = {"..": 3, "...": 9}
"""The most words that a gap in a pattern may stand for."""
_NO_WORDS: dict[str, Node] = {}
_NO_GAPS: dict[int, Node] = {}
"""Shared by all nodes that lead no further, four in five of them."""


@dataclass(slots=True)
class Node:
    """Where the phrases that begin with the same words go on; phrases: those that end here, each as it is written."""

    exact: dict[str, Node] = field(default_factory=lambda: _NO_WORDS)
    beginning: dict[str, Node] | None = None
    lengths: tuple[int, ...] = ()
    gaps: dict[int, Node] = field(default_factory=lambda: _NO_GAPS)
    phrases: tuple[tuple[str, Phrase], ...] = ()

    def behind(self, word: str) -> Node:
        """The node one word or gap further on, made where there is none."""
        if word in GAPS:
            self.gaps = self.gaps or {}
            return self.gaps.setdefault(GAPS[word], Node())
        if word.endswith("*"):
            self.lengths = tuple(sorted({*self.lengths, len(word) - 1}))
            self.beginning = self.beginning or {}
            return self.beginning.setdefault(word[:-1], Node())
        self.exact = self.exact or {}
        return self.exact.setdefault(word, Node())

    def step(self, word: str) -> list[Node]:
        """The nodes one word further on."""
        exact = self.exact.get(word)
        found = [] if exact is None else [exact]
        for length in self.lengths:
            begun = self.beginning.get(word[:length]) if self.beginning and length <= len(word) else None
            if begun is not None:
                found.append(begun)
        return found
