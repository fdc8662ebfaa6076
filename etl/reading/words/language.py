"""The languages that can be read: one folder of TOML a language under `data/languages/`, no code."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from etl.errors import DataError
from etl.lexicon import DATA
from etl.reading.words.entries import actor_entries, rough_entries
from etl.reading.words.joined import Parting, Writing
from etl.reading.words.patterns import variants
from etl.reading.words.phrases import Phrase, PhraseBook
from etl.reading.words.temporal import TemporalGrammar
from etl.reading.words.text import Tokens, fold, text_of, tokens_of

FOLDER = DATA / "languages"
PHRASE_FILES = ("events", "things", "cues")


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words that make numbers.

    added: words that are added to the number before them, where other languages would multiply; uncounted: words
    after a number that counts no people; in_nouns: a noun's form tells one or two; ordinals: "third" is 3;
    halves: "medio centenar" is 50.
    """

    words: dict[str, int]
    multipliers: dict[str, int]
    nothing: frozenset[str]
    articles: frozenset[str]
    other: frozenset[str]
    joined: frozenset[str]
    group: str
    added: frozenset[str] = frozenset()
    uncounted: frozenset[str] = frozenset()
    in_nouns: bool = False
    ordinals: Mapping[str, int] = field(default_factory=dict)
    halves: frozenset[str] = frozenset()

    def may_begin(self, word: str) -> bool:
        """Whether a number of people, or none, may begin with a folded word."""
        known = word in self.words or word in self.articles or word in self.nothing or word in self.halves
        return known or self.in_nouns or word[0].isdecimal()


@dataclass(frozen=True, slots=True)
class Language:
    """All that the rules know of one language. `words` holds its small closed classes ("definite", "by", ...).

    verb_first: the subject follows its verb; ordinary: words that are no names in a text all in capitals.
    """

    code: str
    name: str
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    words: dict[str, frozenset[str]]
    numbers: NumberWords
    temporal: TemporalGrammar
    book: PhraseBook
    ordinary: frozenset[str] = frozenset()
    parting: Parting | None = None
    verb_first: bool = False
    _of_kinds: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def tokens_of(self, folded: str, cuts: Collection[int] = ()) -> Tokens:
        """The tokens of a folded text, what is written together apart; cuts are offsets where a word begins."""
        tokens = tokens_of(folded)
        return self.parting.parted(tokens, cuts) if self.parting else tokens

    def knows(self, word: str) -> bool:
        """Whether a folded word is one of the language's files, so that it is no name by itself."""
        return self.parting.is_word(word) if self.parting else self.book.knows(word)

    def is_one_of(self, word: str, kind: str) -> bool:
        """Whether a folded word belongs to a closed class of the language."""
        return kind in self.words and word in self.words[kind]

    def any_of(self, *kinds: str) -> frozenset[str]:
        """The folded words of closed classes of the language."""
        if kinds not in self._of_kinds:
            self._of_kinds[kinds] = frozenset[str]().union(*(self.words.get(kind, ()) for kind in kinds))
        return self._of_kinds[kinds]


@cache
def languages() -> tuple[str, ...]:
    """The codes (ISO 639-1) of the languages that can be read, in alphabetical order."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/language.toml")))


def supports(language: str) -> bool:
    """Whether reports in a language can be read."""
    return language in languages()


@cache
def language(code: str) -> Language:
    """Load a language once. Raises DataError where its folder is out of step."""
    settings = _toml(code, "language")
    numbers = _toml(code, "numbers")
    closed = {key: folded(value) for key, value in settings.items() if isinstance(value, list)}
    closed["ordinals"] = folded([*numbers["ordinals"]])
    temporal = TemporalGrammar.load(_toml(code, "temporal"), numbers["words"])
    whole = frozenset[str]().union(*closed.values(), map(_key, numbers["words"]), temporal.words)
    writing = Writing.load(settings["written_together"], whole) if "written_together" in settings else None
    book = PhraseBook([*phrase_entries(code), *rough_entries(numbers), *actor_entries(code)], writing)
    return Language(
        code=code,
        name=settings["name"],
        stop_words=closed["stop_words"],
        abbreviations=frozenset(word.lower() for word in settings["abbreviations"]),
        words=closed,
        numbers=NumberWords(
            words={_key(word): value for word, value in numbers["words"].items()},
            multipliers={_key(word): value for word, value in numbers.get("multipliers", {}).items()},
            nothing=folded(numbers["negative"]),
            articles=folded(numbers["articles"]["words"]),
            other=folded(numbers["other"]["words"]),
            joined=folded(numbers.get("joined", [])),
            group=numbers["digits_group"],
            added=folded(numbers.get("added", [])),
            uncounted=folded(numbers.get("uncounted", [])),
            in_nouns=bool(numbers.get("in_nouns", False)),
            ordinals={_key(word): value for word, value in numbers["ordinals"].items()},
            halves=folded(numbers.get("halves", [])),
        ),
        temporal=temporal,
        book=book,
        ordinary=_ordinary(code, closed),
        parting=Parting(writing, book.knows) if writing else None,
        verb_first=bool(settings.get("verb_first", False)),
    )


def phrase_entries(code: str) -> Iterator[tuple[str, Phrase]]:
    """(pattern, phrase) of the events, things and cues of a language."""
    for name in PHRASE_FILES:
        for entry in _toml(code, name)["phrases"]:
            phrase = Phrase(entry["layer"], entry["kind"], frozenset(entry.get("marks", ())))
            for pattern in entry["patterns"]:
                yield pattern, phrase


def _toml(code: str, name: str) -> dict[str, Any]:
    return parsed(FOLDER / code / f"{name}.toml")


def parsed(path: Path) -> dict[str, Any]:
    """A TOML file of `data/languages`. Raises DataError where it is not there or breaks TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as problem:
        shown = path.relative_to(FOLDER).as_posix()
        raise DataError(f"data/languages/{shown}: {problem}. Compare it with data/languages/en") from problem


_OF_NAMES = ("capitals", "initials", "name_heads")
"""Closed classes whose words are of names."""


def _ordinary(code: str, closed: dict[str, frozenset[str]]) -> frozenset[str]:
    """Folded words that are no names, its closed classes among them; empty where the language has no list of them."""
    path = FOLDER / code / "ordinary.txt"
    if not path.exists():
        return frozenset()
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    listed = frozenset(word for line in lines for word in line.split())
    spoken = (word for pattern, _ in phrase_entries(code) for words in variants(pattern) for word in words)
    words = (words for kind, words in closed.items() if kind not in _OF_NAMES)
    return listed.union(*words, spoken) - (closed["particles"] - closed["stop_words"])


def _key(word: str) -> str:
    return fold(text_of(word).plain)


def folded(words: list[str]) -> frozenset[str]:
    """Words in the form in which the words of a text are compared."""
    return frozenset(_key(word) for word in words)
