"""Whether the reading confidence is what it says: of incidents read with confidence p, a share p is right.

    python -m tests.benchmarks.bench_calibration ../shared muc-tst2 [fit-en ...]     (check-* and muc-tst3 by default)

Five bins of equal count over all sets together: the mean confidence of each, its share right with the 95 % interval of
Wilson (1927), and the expected calibration error. Each set is shown by itself as well.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.judged import Judged, judged
from tests.benchmarks.sets import LANGUAGES, named

BINS = 5
Z = 1.96
HELD = (*(f"check-{language}" for language in LANGUAGES), "muc-tst3")
"""The sets nothing was fitted on."""


def run(kit: Path, names: Sequence[str] = HELD) -> None:
    """Print the bins of the sets together, and the error of each."""
    if not kit.is_dir():
        return
    pooled: list[Judged] = []
    print("\n--- calibration of the reading confidence ---")
    for name in names:
        rows = list(judged(named(name, kit), kit))
        pooled += rows
        print(f"{name:12} {len(rows):4} incidents, ECE {expected_error(bins_of(rows)):.3f}")
    print(f"{'mean':>8} {'right':>8} {'95 % interval':>17} {'inside':>8} {'count':>6}")
    bins = bins_of(pooled)
    for rows in bins:
        mean, share = mean_of(rows), share_of(rows)
        low, high = interval(share, len(rows))
        inside = "yes" if low <= mean <= high else "no"
        print(f"{mean:8.3f} {share:8.3f} {low:8.3f} - {high:5.3f} {inside:>8} {len(rows):6}")
    print(f"expected calibration error {expected_error(bins):.3f} over {len(pooled)} incidents")


def bins_of(rows: Sequence[Judged]) -> list[list[Judged]]:
    """The incidents by confidence, in five bins of equal count (their sizes differ by one at most)."""
    ordered = sorted(rows, key=lambda row: row.confidence)
    edges = [round(number * len(ordered) / BINS) for number in range(BINS + 1)]
    return [part for low, high in pairwise(edges) if (part := ordered[low:high])]


def mean_of(rows: Sequence[Judged]) -> float:
    """The mean confidence."""
    return sum(row.confidence for row in rows) / len(rows)


def share_of(rows: Sequence[Judged]) -> float:
    """The share that is right."""
    return sum(row.right for row in rows) / len(rows)


def interval(share: float, number: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    middle = (share + Z * Z / (2 * number)) / (1 + Z * Z / number)
    half = Z / (1 + Z * Z / number) * math.sqrt(share * (1 - share) / number + Z * Z / (4 * number * number))
    return middle - half, middle + half


def expected_error(bins: Sequence[Sequence[Judged]]) -> float:
    """The mean distance of confidence and share right, by count."""
    total = sum(len(rows) for rows in bins)
    return sum(len(rows) * abs(mean_of(rows) - share_of(rows)) for rows in bins) / total if total else 0.0


if __name__ == "__main__":
    run(Path(sys.argv[1]), sys.argv[2:] or HELD)
