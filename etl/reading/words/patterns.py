"""Patterns of the language files: `a|b` alternatives, `a_b` two words, `word*` a beginning, `..` and `...` gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from etl.reading.words.text import fold, text_of, tokens_of


def variants(pattern: str, written: Callable[[str], str] = fold) -> Iterator[tuple[str, ...]]:
    """The word sequences that a pattern stands for, folded or otherwise `written`."""
    choices: list[list[tuple[str, ...]]] = []
    for part in pattern.split():
        options: list[tuple[str, ...]] = []
        for option in part.split("|"):
            if option in ("..", "...", ""):
                options.append((option,) if option else ())
                continue
            words = tokens_of(written(text_of(option.replace("_", " ")).plain)).words
            if option.endswith("*") and words:
                words[-1] += "*"
            options.append(tuple(words))
        choices.append(options)
    for choice in product(*choices):
        words_of = tuple(word for option in choice for word in option)
        if words_of:
            yield words_of
