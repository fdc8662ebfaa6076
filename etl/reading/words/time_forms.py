"""The forms of expressions of time, looked up by the words that a text must hold for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """One form: what it means, its pattern, and what a text must hold for it to match."""

    means: str
    pattern: re.Pattern[str]
    needs: frozenset[str]
    keys: frozenset[str]
    always: frozenset[str]
    choices: tuple[frozenset[str], ...]
    parts: Mapping[str, str]


class Forms:
    """Some forms by the words one of which a text must hold for them, so that few are tried on most texts."""

    def __init__(self, forms: list[Form]) -> None:
        self._forms = forms
        self._anyway: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for at, form in enumerate(forms):
            words = min((*(frozenset({word}) for word in form.always), *form.choices), key=len, default=None)
            if words is None:
                self._anyway.append(at)
            for word in words or ():
                self._by_word.setdefault(word, []).append(at)

    def of(self, known: frozenset[str]) -> list[Form]:
        """The forms that a text of these words may hold, in their order."""
        places = {at for word in known & self._by_word.keys() for at in self._by_word[word]}
        return [self._forms[at] for at in sorted(places.union(self._anyway))]
