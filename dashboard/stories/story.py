"""A story: steps that each show one View, told in several languages, and what can be wrong with its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.filters import View


class Fault(NamedTuple):
    """Something wrong in a story's file: where (line from 1), and what to do about it, in words for its author."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Telling:
    """One step in one language. All but the title is Markdown; notes are for the presenter alone."""

    title: str
    text: str = ""
    question: str = ""
    answer: str = ""
    notes: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One view and what is told of it, by language.

    points_at: ids of events, or of incidents whose event is meant. sources: ids of reports, or web addresses.
    lines: where each line of the step's head stands in the file.
    """

    name: str
    view: View
    points_at: tuple[str, ...]
    sources: tuple[str, ...]
    tellings: Mapping[str, Telling]
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story. name: its folder; titles, summaries and content_notes by language; file: shown in messages."""

    name: str
    titles: Mapping[str, str]
    summaries: Mapping[str, str]
    content_notes: Mapping[str, str]
    licence: str
    steps: tuple[Step, ...]
    file: str = ""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is told in, the first that its file names first."""
        return tuple(self.titles)

    def spoken(self, language: str) -> str:
        """The language in which a reader of `language` is told it."""
        return language if language in self.titles else self.languages[0]
