"""Every language says everything, and says it in its own way."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from dashboard.i18n import LANGUAGES, catalogue, direction_of, translator
from etl.records import EVENT_TYPES, PLACE_PRECISIONS, REMARK_KINDS, STANCES, STATUSES
from etl.told_columns import COUNTS

_PLURALS = {"zero", "one", "two", "few", "many", "other"}


def _keys(language: str) -> set[str]:
    return {re.sub(rf"\.({'|'.join(_PLURALS)})$", ".*", key) for key in catalogue(language)}


def _gaps(language: str) -> dict[str, set[str]]:
    return {key: set(re.findall(r"{(\w+)}", text)) for key, text in catalogue(language).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_have_the_same_keys_and_gaps(language: str) -> None:
    assert _keys(language) == _keys("en")
    english = _gaps("en")
    assert {key: gaps for key, gaps in _gaps(language).items() if key in english and gaps != english[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_of_the_records_has_its_word(language: str) -> None:
    families = {"type": EVENT_TYPES, "status": STATUSES, "precision": PLACE_PRECISIONS, "stance": STANCES,
                "remark": REMARK_KINDS, "field": COUNTS}  # fmt: skip
    missing = [f"{f}.{c}" for f, codes in families.items() for c in codes if not translator(language).has(f"{f}.{c}")]
    assert missing == []


def test_every_text_that_the_dashboard_asks_for_is_there() -> None:
    asked = {
        (path.name, key)
        for path in (Path(__file__).resolve().parents[2] / "dashboard").rglob("*.py")
        for key in re.findall(r"""\bt\(["']([a-z_]+(?:\.[a-z_]+)+)["']""", path.read_text(encoding="utf-8"))
    }
    known = _keys("en")
    assert {(name, key) for name, key in asked if key not in known and f"{key}.*" not in known} == set()


def test_french_counts_the_first_of_a_month_as_the_first() -> None:
    assert translator("fr").day(date(2020, 7, 1)) == "1er juillet 2020"


def test_days_and_numbers_are_written_as_the_language_does() -> None:
    assert (translator("en").day(date(2020, 7, 4)), translator("en").number(44505)) == ("4 July 2020", "44,505")
    assert (translator("fr").day(date(2020, 7, 4)), translator("fr").number(44505)) == ("4 juillet 2020", "44\u202f505")


@pytest.mark.parametrize(
    ("language", "direction"), [("ar", "rtl"), ("fa", "rtl"), ("fr", "ltr"), ("x!", "ltr"), ("", "ltr")]
)
def test_direction_of_a_language(language: str, direction: str) -> None:
    assert direction_of(language) == direction
