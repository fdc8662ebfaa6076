"""The figures of calibration: bins, intervals, the expected error."""

from __future__ import annotations

import pytest

from tests.benchmarks.bench_calibration import bins_of, expected_error, interval, mean_of, share_of
from tests.benchmarks.fit_confidence import fitted
from tests.benchmarks.judged import Judged


def _rows(confidence: float, right: int, wrong: int, *marks: str) -> list[Judged]:
    return [Judged("r", marks, confidence, number < right) for number in range(right + wrong)]


def test_bins_are_of_equal_count_and_in_order() -> None:
    bins = bins_of([*_rows(0.9, 5, 0), *_rows(0.1, 1, 6)])
    assert [len(part) for part in bins] == [2, 3, 2, 3, 2]
    assert [round(mean_of(part), 9) for part in bins] == [0.1, 0.1, 0.1, 0.9, 0.9]


def test_the_error_is_the_distance_of_confidence_and_share_right() -> None:
    assert expected_error([_rows(0.8, 8, 2)]) == pytest.approx(0.0)
    assert expected_error([_rows(0.9, 5, 5), _rows(0.5, 5, 5)]) == pytest.approx(0.2)
    assert expected_error([]) == 0.0


def test_the_interval_holds_the_share_and_narrows() -> None:
    for share in (0.0, 0.3, 1.0):
        few, many = interval(share, 10), interval(share, 1000)
        assert few[0] - 1e-9 <= share <= few[1] + 1e-9
        assert many[1] - many[0] < few[1] - few[0]


def test_the_fit_gives_marks_the_weight_of_what_they_tell() -> None:
    rows = [*_rows(0.5, 90, 10, "place_told"), *_rows(0.5, 10, 90, "no_place"), *_rows(0.5, 1, 0, "rare")]
    weights = fitted(rows, ridge=0.5)
    assert weights["place_told"] > 1 > -1 > weights["no_place"]
    assert "rare" not in weights
    assert share_of(rows) == pytest.approx(101 / 201)
