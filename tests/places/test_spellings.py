"""Names of far towns in Arabic letters are found where the report speaks of their country."""

from __future__ import annotations

import pytest

from etl.places.spellings import is_alike, sounds_asked, sounds_kept


@pytest.mark.parametrize(
    ("written", "key", "country"),
    [
        ("فيراكروز", "veracruz", "MX"),
        ("بيدراس نيغراس", "piedras negras", "MX"),
        ("بوينافينتورا", "buenaventura", "CO"),
        ("ايمدن", "emden", "DE"),
        ("زامبوانغا", "zamboanga", "PH"),
    ],
)
def test_one_town_in_two_alphabets(written: str, key: str, country: str) -> None:
    kept = {sound for sound, _ in sounds_kept(country, 50_000, [key])}
    assert kept & set(sounds_asked(written))
    assert is_alike(country, key, written)


def test_a_name_in_latin_letters_is_not_respelt_abroad() -> None:
    assert not is_alike("MX", "veracruz", "verakruz")


def test_hamlets_abroad_are_left_out() -> None:
    assert not list(sounds_kept("MX", 900, ["veracruz"]))


@pytest.mark.parametrize("written", ["", "ab", "漢字", "صم"])
def test_nothing_is_asked_for_what_is_too_short(written: str) -> None:
    assert sounds_asked(written) == []
