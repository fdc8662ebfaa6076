"""One person that only a word before it tells: "mató al capataz", in a language that marks whom a verb befell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import is_plural
from etl.reading.words.phrases import Hit

_VERB_WITHIN = 8
_SHORTEST = 4
_PAUSE = re.compile(r"[,;:.()]")


@dataclass(frozen=True, slots=True)
class Person:
    """One person told of at tokens [first, last); sort is the kind of people, "people" for a bare name."""

    first: int
    last: int
    sort: str
    is_named: bool = False


def marked_persons(scanned: Scan, clause: Clause, taken: Sequence[tuple[int, int]]) -> Iterator[Person]:
    """Nouns that no list holds, one person each, behind a verb of harm and the word that marks its object.

    taken: spans of what is known to be something else.
    """
    tokens, language = scanned.tokens, scanned.language
    verbs = [hit for hit in clause.of("toll", "killed", "wounded", "detained") if "verb" in hit.phrase.marks]
    if not verbs:
        return
    for at in tokens.which(language.any_of("object"), clause.first, clause.last - 1):
        word = tokens.words[at]
        article = not language.is_one_of(word, "definite")
        noun = at + 1 + article
        if noun >= clause.last or (article and not language.is_one_of(tokens.words[at + 1], "definite")):
            continue
        start, end = tokens.starts[noun], tokens.ends[noun]
        known = any(begin < end and start < stop for begin, stop in taken) or tokens.words[noun] in language.stop_words
        small = scanned.text.plain[start].islower() and end - start >= _SHORTEST
        if small and not known and not is_plural(tokens.words[noun], language) and _is_behind(scanned, verbs, at):
            yield Person(noun, noun + 1, "people")


def _is_behind(scanned: Scan, verbs: Sequence[Hit], at: int) -> bool:
    """Whether a verb stands so near before a token, no pause between."""
    start = scanned.tokens.starts[at]
    return any(
        0 <= at - verb.last <= _VERB_WITHIN and not _PAUSE.search(scanned.text.plain, verb.end, start) for verb in verbs
    )
