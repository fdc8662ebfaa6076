"""The words of the interface: one TOML catalogue a language, numbers and dates by Babel.

A catalogue entry is a text with {named} gaps, or a table of plural forms (CLDR categories) chosen by `count`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from etl.errors import DataError

LANGUAGES = ("en", "fr")
"""Languages with a whole catalogue, the default first."""

_REGIONS = {"en": "en_GB"}
"""Whose way of writing days is taken: 4 July 2020, which nobody reads as another day."""

_FOLDER = Path(__file__).parent


def _flat(entries: Mapping[str, object], above: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in entries.items():
        if isinstance(value, Mapping):
            flat |= _flat(value, f"{above}{key}.")
        else:
            flat[f"{above}{key}"] = str(value)
    return flat


@cache
def catalogue(language: str) -> dict[str, str]:
    """All texts of a language, keys joined with dots. Raises DataError for a language that has no catalogue."""
    path = _FOLDER / f"{language}.toml"
    if not path.is_file():
        raise DataError(f"dashboard/i18n/{path.name}: no such catalogue; there are {', '.join(LANGUAGES)}")
    return _flat(tomllib.loads(path.read_text(encoding="utf-8")))


class Translator:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = catalogue(language)
        self._locale = Locale.parse(_REGIONS.get(language, language))

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""
        return direction_of(self.language)

    def __call__(self, key: str, /, **values: object) -> str:
        """The text of `key`, its gaps filled; `count` chooses the plural form. Raises KeyError for an unknown key."""
        text = self._texts.get(key)
        if text is None:
            count = values.get("count")
            form = self._locale.plural_form(count) if isinstance(count, (int, float)) else "other"
            text = self._texts.get(f"{key}.{form}") or self._texts[f"{key}.other"]
        said = {name: self.number(v) if isinstance(v, (int, float)) else v for name, v in values.items()}
        return text.format(**said) if said else text

    def has(self, key: str) -> bool:
        """Whether the catalogue holds `key`."""
        return key in self._texts

    def word(self, family: str, code: str) -> str:
        """The word for a code of a family ("type", "status", ...); the code itself where the catalogue has none."""
        return self._texts.get(f"{family}.{code}", code)

    def number(self, value: float) -> str:
        """A number with the language's grouping and at most one decimal."""
        return _number(value, self._locale)

    def day(self, value: date) -> str:
        """A day: 4 July 2020."""
        words = str(format_date(value, format="long", locale=self._locale))
        # French says "1er juillet", which the locale data leave out.
        return words.replace("1", "1er", 1) if self.language == "fr" and value.day == 1 else words

    def short_day(self, value: date) -> str:
        """A day in a narrow column: 4 Jul 2020."""
        return str(format_date(value, format="medium", locale=self._locale))

    def month(self, value: date) -> str:
        """The month of a day: July 2020."""
        return str(format_skeleton("yMMMM", value, locale=self._locale))

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 alpha-2 code; the code itself where it has none."""
        return str(self._locale.territories.get(code, code))

    def tongue(self, code: str) -> str:
        """The name of a language by its code."""
        return str(self._locale.languages.get(code, code))

    def several(self, texts: list[str]) -> str:
        """A, B and C."""
        if len(texts) < 2:
            return "".join(texts)
        return self("list.last", before=", ".join(texts[:-1]), last=texts[-1])


@lru_cache(maxsize=16_384)
def _number(value: float, locale: Locale) -> str:
    return str(format_decimal(value, format="#,##0.#", locale=locale))


@cache
def translator(language: str) -> Translator:
    """The translator of a language; the default language's for one that has no catalogue."""
    return Translator(language if language in LANGUAGES else LANGUAGES[0])


def direction_of(language: str) -> str:
    """The writing direction of a language: "rtl" for Arabic, Persian, Hebrew and Urdu among others, else "ltr"."""
    known = Locale.parse(language) if language.isalpha() and language in _written() else None
    return "rtl" if known is not None and known.text_direction == "rtl" else "ltr"


@cache
def _written() -> frozenset[str]:
    return frozenset(Locale("en").languages) & frozenset({"ar", "fa", "he", "ur", "ckb", "ps", "yi", "en", "fr", "es"})
