"""Words are never sharper than what is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dashboard import wording
from dashboard.i18n import translator

EN, FR = translator("en"), translator("fr")

RIGHT_TO_LEFT = "المنطقة الخضراء"


def test_a_place_written_right_to_left_leaves_the_line_beside_it_whole() -> None:
    values = {"places": (RIGHT_TO_LEFT,), "admin1": "Baghdad", "country": "IQ"}
    assert wording.place(values, EN) == f"\u2068{RIGHT_TO_LEFT}\u2069, Baghdad, Iraq"
    assert "\u2068" not in wording.place({**values, "places": ("Taji",)}, EN)


def day(start: date | None, end: date | None, precision: str) -> dict[str, Any]:
    return {"date_start": start, "date_end": end, "date_precision": precision}


@pytest.mark.parametrize(
    ("values", "english", "french"),
    [
        (day(date(2020, 7, 4), date(2020, 7, 4), "day"), "4 July 2020", "4 juillet 2020"),
        (day(date(2020, 3, 1), date(2020, 3, 31), "month"), "Some day in March 2020", "Un jour de mars 2020"),
        (day(date(2020, 1, 1), date(2020, 12, 31), "year"), "Some day in 2020", "Un jour de 2020"),
        (day(date(2020, 6, 21), date(2020, 6, 30), "week"), "Some day from 21 June 2020 to 30 June 2020",
         "Un jour entre le 21 juin 2020 et le 30 juin 2020"),
        (day(date(2020, 6, 21), None, "unknown"), "On or after 21 June 2020", "Le 21 juin 2020 ou après"),
        (day(None, date(2020, 6, 21), "unknown"), "On or before 21 June 2020", "Le 21 juin 2020 ou avant"),
        (day(None, None, "unknown"), "Date not known", "Date inconnue"),
    ],
)  # fmt: skip
def test_days_keep_their_precision(values: dict[str, Any], english: str, french: str) -> None:
    assert (wording.when(values, EN), wording.when(values, FR)) == (english, french)
    iso = {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}
    assert wording.when(iso, EN) == english


def count(low: int | None, best: int | None, high: int | None, told: str | None = "x") -> dict[str, Any]:
    return {"killed_low": low, "killed_best": best, "killed_high": high, "killed_told": told}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (count(3, 3, 3), "3"), (count(0, 0, 0), "0"), (count(2, 5, 9), "2 to 9, best estimate 5"),
        (count(2, 2, 9), "2 to 9"), (count(5, 5, None), "5 or more"), (count(None, None, 12), "at most 12"),
        (count(None, 4, None), "4"), (count(None, None, None, None), ""),
        (count(float("nan"), float("nan"), float("nan"), None), ""),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_a_count_is_a_range_and_unknown_is_never_zero(values: dict[str, Any], words: str) -> None:
    assert wording.number(values, "killed", EN) == words


def test_nouns_agree_with_their_number() -> None:
    none = {f"{f}_{p}": None for f in ("wounded", "detained") for p in ("low", "best", "high", "told")}
    assert wording.tolls(count(1, 1, 1) | none, FR) == ["1 tué"]
    assert wording.tolls(count(1, 1, None) | none, FR) == ["1 ou plus tués"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"latitude": 1.0, "place_precision": "town", "radius_km": 5.2}, "Town, within about 5 km"),
        ({"latitude": 1.0, "place_precision": "site", "radius_km": 0.5}, "Exact site, within about 0.5 km"),
        ({"latitude": 1.0, "place_precision": "area", "radius_km": None}, "Wider area"),
        ({"latitude": None, "place_precision": "town", "radius_km": 5.0}, "not placed on the map"),
        ({"latitude": None, "place_candidates": ["a", "b"]}, "not placed: the name may mean 2 places"),
    ],
)
def test_exactness_is_told_in_words(values: dict[str, Any], words: str) -> None:
    assert wording.exactness(values, EN) == words


def test_a_headline_is_neutral_and_says_what_was_foiled() -> None:
    values = day(date(2020, 7, 4), date(2020, 7, 4), "day") | {
        "event_type": "shelling", "status": "foiled", "places": ["Taji"], "admin1": "Baghdad", "country": "IQ",
    }  # fmt: skip
    assert wording.headline(values, EN) == "Shelling or rockets (foiled): Taji, Baghdad, Iraq. 4 July 2020"


def test_words_said_already_are_not_said_again() -> None:
    said = ["Taji base", "base", "TAJI BASE", "military", "base of Kirkuk"]
    assert wording.distinct(said) == ["Taji base", "military", "base of Kirkuk"]


def test_an_area_that_is_the_place_in_another_spelling_is_left_out() -> None:
    told = {"places": ["Bagdad"], "admin1": "Baghdad", "country": "IQ"}
    assert wording.place(told, FR) == "Bagdad, Irak"
    assert wording.place(told | {"places": ["Taji"]}, FR) == "Taji, Baghdad, Irak"
