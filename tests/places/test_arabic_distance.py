"""Distances told in Arabic move the point as those told in other languages do."""

from __future__ import annotations

import pytest

from etl.places.arabic_distance import arabic_distance


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("على بعد 30 كلم شمال شرقي بعقوبة", (30.0, 45, "بعقوبة")),
        ("على بعد خمسة وثلاثين كيلومترا جنوب بعقوبة", (35.0, 180, "بعقوبة")),
        ("20 كم الى الغرب من بعقوبة", (20.0, 270, "بعقوبة")),
        ("30 كم من بعقوبة", (30.0, None, "بعقوبة")),
    ],
)
def test_distance_bearing_and_name(told: str, expected: tuple[float, int | None, str]) -> None:
    assert arabic_distance(told) == expected


@pytest.mark.parametrize("told", ["شمال بعقوبة", "مدينة بعقوبة", "30 km north of Baqubah", ""])
def test_no_distance(told: str) -> None:
    assert arabic_distance(told) is None
