"""A book of phrases, looked up in one pass over the tokens of a text.

A phrase is words parted by spaces: `word*` matches a beginning, `a|b` alternatives (`a_la|en` where one has two words),
`..` up to three words of any kind, `...` up to nine.
Of the phrases of one layer that overlap, the longest holds, of two alike the one that is written as the text is
("attaqué" is no "attaque"); a phrase of the same layer with the kind "none" only
takes the place of what would else be found ("heart attack").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from etl.reading.words.joined import Writing
from etl.reading.words.patterns import variants
from etl.reading.words.phrase_tree import Node
from etl.reading.words.text import Tokens, ended_before

_MANY_SENSES = frozenset({"cue"})
"""Layers in which a word may be of several kinds at once; in the others the longest phrase alone holds."""

_REMEMBERED = 50_000
_RIVALS = 6
_PARTICIPLES, _PAST = ("é", "és", "ée", "ées"), "ó"
_ACCENTED = "éóíáúñàèçê"


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


_Found = tuple[int, int, str, Phrase]
"""Tokens [first, last), the pattern as written, and the phrase."""


class PhraseBook:
    """Phrases compiled once."""

    def __init__(self, entries: Iterable[tuple[str, Phrase]], writing: Writing | None = None) -> None:
        self._root = Node()
        self._first: dict[str, list[Node]] = {}
        self._writing = writing
        self.article = writing.article if writing else ""
        self._forms: dict[str, tuple[str, ...]] = {}
        self._words: set[str] = set()
        for pattern, phrase in entries:
            for words, written in zip(variants(pattern), variants(pattern, str.lower), strict=True):
                pairs = zip(words, written, strict=True)
                parts = [part for pair in pairs for part in (writing.words_of(*pair) if writing else pair[:1])]
                told = " ".join(written)
                self._add(parts, parts[0] if parts == [told] else told, phrase)
        self._begun = tuple(word[:-1] for word in self._words if word.endswith("*"))

    def knows(self, word: str) -> bool:
        """Whether a folded word is one of a phrase."""
        return word in self._words or word.startswith(self._begun)

    def _add(self, words: Sequence[str], written: str, phrase: Phrase) -> None:
        node = self._root
        self._words.update(words)
        for word in words:
            node = node.behind(word)
        node.phrases += ((written, phrase),)

    def steps(self, node: Node, word: str) -> list[Node]:
        """The nodes one word further on, for a word as it is and as it may be without its endings."""
        if self._writing is None:
            return node.step(word)
        forms = self._forms.get(word)
        if forms is None:
            stems = (stem for stem in self._writing.without_endings(word) if stem in self._words)
            forms = tuple(dict.fromkeys((word, *stems)))
            if len(self._forms) < _REMEMBERED:
                self._forms[word] = forms
        return [following for form in forms for following in node.step(form)]

    def _starts(self, word: str) -> list[Node]:
        nodes = self._first.get(word)
        if nodes is None:
            nodes = self.steps(self._root, word)
            if len(self._first) < _REMEMBERED:
                self._first[word] = nodes
        return nodes

    def find(self, tokens: Tokens, plain: str = "") -> dict[str, list[Hit]]:
        """layer -> its hits in the order of the text, never overlapping within a layer. plain is with accents."""
        found: dict[tuple[str, str], list[_Found]] = {}
        ended = ended_before(tokens, plain)
        for index, word in enumerate(tokens.words):
            ends: list[tuple[int, str, Phrase]] = []
            for node in self._starts(word):
                _add_ends(ends, node, tokens.words, index + 1, self)
            for last, written, phrase in ends:
                if ended and ended[index] != ended[last - 1]:
                    continue
                apart = (phrase.layer, phrase.kind if phrase.layer in _MANY_SENSES else "")
                found.setdefault(apart, []).append((index, last, written, phrase))
        layers: dict[str, list[Hit]] = {}
        for (layer, _), hits in found.items():
            layers.setdefault(layer, []).extend(_apart(hits, tokens, plain))
        for layer in _MANY_SENSES & layers.keys():
            layers[layer].sort(key=lambda hit: hit.first)
        return layers


def _add_ends(ends: list[tuple[int, str, Phrase]], node: Node, words: list[str], at: int, book: PhraseBook) -> None:
    """Add (last, as written, phrase) of every phrase that goes through a node reached before the token `at`.

    An article written with its word may stand before each further word of a phrase.
    """
    for written, phrase in node.phrases:
        ends.append((at, written, phrase))
    if at < len(words) and (node.exact or node.lengths):
        if words[at] == book.article and at + 1 < len(words):
            for following in book.steps(node, words[at + 1]):
                _add_ends(ends, following, words, at + 2, book)
        for following in book.steps(node, words[at]):
            _add_ends(ends, following, words, at + 1, book)
    for most, gap in node.gaps.items():
        skipped, reached = 0, at
        while skipped <= most and reached < len(words):
            for following in book.steps(gap, words[reached]):
                _add_ends(ends, following, words, reached + 1, book)
            skipped += words[reached] != book.article
            reached += 1


def _apart(hits: list[_Found], tokens: Tokens, plain: str) -> Iterator[Hit]:
    """The longest hit from each place on, left to right; a hit is dropped where a longer one overlaps it."""
    accented = any(letter in plain for letter in _ACCENTED)
    hits.sort(key=lambda hit: (hit[0], -(hit[1] - hit[0]), -len(hit[2])))
    free = 0
    for number, (first, last, _, phrase) in enumerate(hits):
        if first >= free:
            free = last
            exact = None
            if number + 1 < len(hits) and hits[number + 1][:2] == (first, last):
                written = plain[tokens.starts[first] : tokens.ends[last - 1]].lower()
                alike = [hit for hit in hits[number : number + _RIVALS] if hit[:2] == (first, last)]
                exact = next((hit[3] for hit in alike if hit[2] == written), None)
            chosen = exact or phrase
            lacking = accented and exact is None and _lacks_accent(hits[number], tokens, plain)
            if chosen.kind != "none" and not lacking:
                yield Hit(chosen, first, last, tokens.starts[first], tokens.ends[last - 1])


def _lacks_accent(hit: _Found, tokens: Tokens, plain: str) -> bool:
    """Whether a phrase stands there without its accent: "manifesté" is no "manifeste", "asesinó" no "asesino"."""
    first, last, written, _ = hit
    accent = written.rindex("é") - len(written) if written.endswith(_PARTICIPLES) else 0
    if last - first == 1 and accent and plain[tokens.ends[last - 1] + accent] == "e":
        return True
    return any(
        word.endswith(_PAST) and plain[tokens.ends[at] - 1] == "o"
        for word, at in ((written.split()[0], first), (written.split()[-1], last - 1))
    )
