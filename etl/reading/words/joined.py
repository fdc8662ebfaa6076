"""Words written together: small words joined to the next one ("and", "in", an article), and endings of a word.

Some scripts write them as one word. A language that does so says how in `[written_together]` of its `language.toml`;
a word of a text is parted only where what is left is a word that the language's files know, or where the article begins
it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from etl.reading.words.text import Tokens, fold, text_of

_SHORTEST = 3
"""Letters that must be left of a word without an ending, or behind the article."""
_REMEMBERED = 100_000

Piece = tuple[str, int]
"""A word as it is looked up, and how many letters of the text it stands for."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What a language writes together.

    before: the letters of small words by rank, each rank before the next; contracted: how a small word and the article
    are written as one -> how many letters are the first, and which it is; endings: by rank, the last of a word first;
    restored: what the last letter was before an ending; respelled: how else it is written; whole: never parted;
    short: parted from what is before them, short as they are; named: words whose name behind them is never parted.
    """

    before: tuple[frozenset[str], ...]
    article: str
    contracted: Mapping[str, tuple[int, str]]
    endings: tuple[tuple[str, ...], ...]
    restored: Mapping[str, str]
    respelled: Mapping[str, str]
    whole: frozenset[str]
    short: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    @classmethod
    def load(cls, data: Mapping[str, Any], whole: Iterable[str]) -> Writing:
        """From the table of a `language.toml`; whole are folded words that are never parted."""
        contracted = {
            _plain(word): (int(length), _plain(first)) for word, (length, first) in data["contracted"].items()
        }
        return cls(
            before=tuple(frozenset(_plain(word) for word in rank) for rank in data["before"]),
            article=_plain(data["article"]),
            contracted=contracted,
            endings=tuple(tuple(sorted(map(_plain, rank), key=len, reverse=True)) for rank in data["endings"]),
            restored={_plain(last): _plain(was) for last, was in data["restored"].items()},
            respelled={_plain(last): _plain(was) for last, was in data["respelled"].items()},
            whole=frozenset(whole),
            short=frozenset(_plain(word) for word in data.get("short", ())),
            named=frozenset(_plain(word) for word in data.get("named", ())),
        )

    def words_of(self, folded: str, written: str) -> list[str]:
        """The words that one word of a pattern stands for: without the article, which a text may have or not.

        written: the word unfolded, which tells an article from letters that only fold to one.
        """
        if folded in self.whole or folded == self.article:
            return [folded]
        begun, rest = self.behind_article(folded)
        if not begun or self._begins_alike(written[: len(written) - len(rest)]):
            return [folded]
        return [*(letter for letter, _ in begun if letter != self.article), rest]

    def _begins_alike(self, beginning: str) -> bool:
        """Whether the letters before a word only fold to the article."""
        return beginning[-len(self.article) :] != self.article and _plain(beginning).endswith(self.article)

    def behind_article(self, word: str) -> tuple[tuple[Piece, ...], str]:
        """(small words and the article, the word behind them); nothing and the word where it has no article."""
        begun: list[Piece] = []
        rest = word
        for letters in (frozenset[str](), *self.before):
            if rest[:1] in letters:
                begun.append((rest[0], 1))
                rest = rest[1:]
            for article, length in self.articles(rest):
                if len(rest) - length >= _SHORTEST:
                    return (*begun, *article), rest[length:]
        return (), word

    def articles(self, word: str) -> Iterable[tuple[tuple[Piece, ...], int]]:
        """(pieces, letters) of each way in which a word may begin with the article."""
        if word.startswith(self.article):
            yield ((self.article, len(self.article)),), len(self.article)
        for written, (length, first) in self.contracted.items():
            if word.startswith(written):
                yield ((first, length), (self.article, len(written) - length)), len(written)

    def without_endings(self, word: str) -> Iterable[str]:
        """What a word may be without its endings, or with another last letter, the likeliest first."""
        for inner in self._without(word, 0):
            yield inner
            yield from self._without(inner, 1)

    def _without(self, word: str, rank: int) -> Iterable[str]:
        yield word
        yield from _with_last(word, self.respelled)
        for ending in self.endings[rank]:
            bare = word[: -len(ending)]
            if word.endswith(ending) and len(bare) >= _SHORTEST:
                yield bare
                yield from _with_last(bare, self.restored)


def _with_last(word: str, letters: Mapping[str, str]) -> Iterable[str]:
    if word[-1] in letters and len(word) > _SHORTEST:
        yield word[:-1] + letters[word[-1]]


@dataclass(frozen=True, slots=True)
class Parting:
    """Parts the words of a text; is_known tells the words of the language's files."""

    writing: Writing
    is_known: Callable[[str], bool]
    _pieces: dict[str, tuple[Piece, ...]] = field(default_factory=dict, compare=False, repr=False)

    def parted(self, tokens: Tokens, cuts: Collection[int] = ()) -> Tokens:
        """The tokens with what is written together apart; cuts are offsets where a word is known to begin."""
        found = Tokens([], array("L"), array("L"))
        places = frozenset(cuts)
        for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
            cut = next((offset for offset in range(start + 1, end) if offset in places), start)
            at = start
            rest = word[cut - start :]
            parts = ((rest, len(rest)),) if self._is_name(found, word, start) else self.pieces(rest)
            for piece, length in (*((letter, 1) for letter in word[: cut - start]), *parts):
                found.words.append(piece)
                found.starts.append(at)
                found.ends.append(at + length)
                at += length
        return found

    def _is_name(self, found: Tokens, word: str, start: int) -> bool:
        """Whether a word is a name without an article, as it stands right behind a word such as "town"."""
        beside = bool(found.words) and start - found.ends[-1] == 1 and found.words[-1] in self.writing.named
        definite = len(found.words) > 1 and found.words[-2] == self.writing.article
        known = word in self.writing.whole or self.is_known(word)
        return beside and not definite and not known and not self.writing.behind_article(word)[0]

    def pieces(self, word: str) -> tuple[Piece, ...]:
        """A folded word as its parts."""
        known = self._pieces.get(word)
        if known is None:
            begun, rest = self.writing.behind_article(word)
            known = self._known(word, 0) or (*begun, (rest, len(rest)))
            if len(self._pieces) < _REMEMBERED:
                self._pieces[word] = known
        return known

    def _known(self, word: str, rank: int) -> tuple[Piece, ...] | None:
        """Parts of which the last is a known word, with its endings."""
        if word and (word in self.writing.whole or self.is_known(word)):
            return ((word, len(word)),)
        for begun, length in self.writing.articles(word):
            if len(word) - length > 1 and self.is_word(word[length:]):
                return (*begun, (word[length:], len(word) - length))
        if self.is_word(word):
            return ((word, len(word)),)
        for number, letters in enumerate(self.writing.before[rank:], start=rank + 1):
            if word[:1] in letters and (len(word) > _SHORTEST - 2 + number or word[1:] in self.writing.short):
                rest = self._known(word[1:], number)
                if rest is not None:
                    return ((word[0], 1), *rest)
        return None

    def is_word(self, word: str) -> bool:
        """Whether a folded word, or what it is without its endings, is one of the language's files."""
        if not word:
            return False
        forms = (word, *self.writing.without_endings(word))
        return any(form in self.writing.whole or self.is_known(form) for form in forms)


def _plain(word: str) -> str:
    return fold(text_of(word).plain)
