"""A book of phrases, looked up in one pass over the tokens of a text.

A phrase is words parted by spaces: `word*` matches a beginning, `a|b` alternatives (`a_la|en` where one has two words),
`..` up to three words of any kind.
Of the phrases of one layer that overlap, the longest holds; a phrase of the same layer with the kind "none" only
takes the place of what would else be found ("heart attack").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from etl.reading.text import Tokens, fold, text_of, tokens_of

_GAP = 3
_MANY_SENSES = frozenset({"cue"})
"""Layers in which a word may be of several kinds at once; in the others the longest phrase alone holds."""

_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a pattern stands for: its layer ("event", "weapon", ...), kind in that layer, and further marks."""

    layer: str
    kind: str
    marks: frozenset[str] = frozenset()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: tokens [first, last) and characters [start, end) of the levelled text."""

    phrase: Phrase
    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    exact: dict[str, _Node] = field(default_factory=dict)
    beginning: dict[str, _Node] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    gap: _Node | None = None
    phrases: list[tuple[int, Phrase]] = field(default_factory=list)

    def step(self, word: str) -> list[_Node]:
        """The nodes one word further on."""
        found = [self.exact[word]] if word in self.exact else []
        begun = [self.beginning.get(word[:length]) for length in self.lengths if length <= len(word)]
        return [*found, *(node for node in begun if node is not None)]


class PhraseBook:
    """Phrases compiled once."""

    def __init__(self, entries: Iterable[tuple[str, Phrase]]) -> None:
        self._root = _Node()
        self._first: dict[str, list[_Node]] = {}
        for pattern, phrase in entries:
            for words in variants(pattern):
                self._add(words, phrase)

    def _add(self, words: tuple[str, ...], phrase: Phrase) -> None:
        node = self._root
        for word in words:
            if word == "..":
                node.gap = node.gap or _Node()
                node = node.gap
            elif word.endswith("*"):
                node.lengths = tuple(sorted({*node.lengths, len(word) - 1}))
                node = node.beginning.setdefault(word[:-1], _Node())
            else:
                node = node.exact.setdefault(word, _Node())
        node.phrases.append((sum(len(word) for word in words), phrase))

    def _starts(self, word: str) -> list[_Node]:
        nodes = self._first.get(word)
        if nodes is None:
            nodes = self._root.step(word)
            if len(self._first) < _REMEMBERED:
                self._first[word] = nodes
        return nodes

    def find(self, tokens: Tokens) -> dict[str, list[Hit]]:
        """layer -> its hits in the order of the text, never overlapping within a layer."""
        found: dict[tuple[str, str], list[tuple[int, int, int, Phrase]]] = {}
        for index, word in enumerate(tokens.words):
            for node in self._starts(word):
                for last, length, phrase in _ends(node, tokens.words, index + 1):
                    apart = (phrase.layer, phrase.kind if phrase.layer in _MANY_SENSES else "")
                    found.setdefault(apart, []).append((index, last, length, phrase))
        layers: dict[str, list[Hit]] = {}
        for (layer, _), hits in found.items():
            layers.setdefault(layer, []).extend(_apart(hits, tokens))
        for layer in _MANY_SENSES & layers.keys():
            layers[layer].sort(key=lambda hit: hit.first)
        return layers


def _ends(node: _Node, words: list[str], at: int) -> Iterator[tuple[int, int, Phrase]]:
    """(last, letters, phrase) of every phrase that goes through a node reached before the token `at`."""
    for length, phrase in node.phrases:
        yield at, length, phrase
    if at < len(words):
        for following in node.step(words[at]):
            yield from _ends(following, words, at + 1)
    if node.gap is not None:
        for skipped in range(_GAP + 1):
            if at + skipped < len(words):
                for following in node.gap.step(words[at + skipped]):
                    yield from _ends(following, words, at + skipped + 1)


def _apart(hits: list[tuple[int, int, int, Phrase]], tokens: Tokens) -> Iterator[Hit]:
    """The longest hit from each place on, left to right; a hit is dropped where a longer one overlaps it."""
    hits.sort(key=lambda hit: (hit[0], -(hit[1] - hit[0]), -hit[2]))
    free = 0
    for first, last, _, phrase in hits:
        if first >= free:
            free = last
            if phrase.kind != "none":
                yield Hit(phrase, first, last, tokens.starts[first], tokens.ends[last - 1])


def variants(pattern: str) -> Iterator[tuple[str, ...]]:
    """The word sequences that a pattern stands for."""
    choices: list[list[tuple[str, ...]]] = []
    for part in pattern.split():
        options: list[tuple[str, ...]] = []
        for option in part.split("|"):
            if option in ("..", ""):
                options.append((option,) if option else ())
                continue
            words = tokens_of(fold(text_of(option.replace("_", " ")).plain)).words
            if option.endswith("*") and words:
                words[-1] += "*"
            options.append(tuple(words))
        choices.append(options)
    for choice in product(*choices):
        words_of = tuple(word for option in choice for word in option)
        if words_of:
            yield words_of
