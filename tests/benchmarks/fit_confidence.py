"""Fits the weights of the reading confidence and writes data/languages/confidence.toml: run it after rules changed.

    python -m tests.benchmarks.fit_confidence [../shared]

What is learnt from: MUC-4 dev of the kit (within the task's scope, see muc4_scope) and the fit half of tests/gold; not
the bundled gold, on which the rules were worked until nine of ten incidents came out right: it would make them surer
than they may be of a text they do not know. An incident is right where the kit's scorer aligns it with one of the gold.
A logistic with a ridge penalty, by Newton's method; neither the check half nor tst1, tst2 and tst3 are read.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from tests.benchmarks.judged import Judged, judged
from tests.benchmarks.sets import ROOT, GoldSet, half_sets, muc_set

RIDGE = 6.0
"""Penalty on the square of each weight, the base left out; set on MUC-4 tst1."""
RARE = 25
"""A mark seen on fewer incidents gets no weight."""
STEPS = 30
OUT = ROOT / "data" / "languages" / "confidence.toml"
_HEAD = """# Weights of the logistic in confidence.py over the marks of marks.py (etl/reading/assembling).
# Positive speaks for a right reading. Written by tests/benchmarks/fit_confidence.py from {told}.
[weights]
"""


def learning_sets(kit: Path) -> Iterator[GoldSet]:
    """The sets that weights are learnt from."""
    yield muc_set(kit, "dev")
    yield from half_sets("fit")


def fitted(rows: Sequence[Judged], ridge: float = RIDGE) -> dict[str, float]:
    """mark -> weight, and "base"."""
    counts = Counter(mark for row in rows for mark in row.marks)
    names = sorted(mark for mark, number in counts.items() if number >= RARE)
    at = {name: column for column, name in enumerate(names, start=1)}
    told = np.zeros((len(rows), len(names) + 1))
    told[:, 0] = 1.0
    for number, row in enumerate(rows):
        told[number, [at[mark] for mark in row.marks if mark in at]] = 1.0
    right = np.array([row.right for row in rows], dtype=float)
    weights = np.zeros(len(names) + 1)
    penalty = np.full(len(weights), ridge)
    penalty[0] = 1e-6
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (right - chance) - penalty * weights
        curve = (told * (chance * (1 - chance))[:, None]).T @ told + np.diag(penalty)
        weights += np.linalg.solve(curve, slope)
    return {"base": float(weights[0]), **{name: float(weights[column]) for name, column in at.items()}}


def main(kit: Path) -> None:
    """Fit and write."""
    rows: list[Judged] = []
    told: list[str] = []
    for one in learning_sets(kit):
        found = list(judged(one, kit))
        told.append(f"{one.name} ({sum(row.right for row in found)} of {len(found)} right)")
        rows += found
    lines = [f"{name} = {weight:.2f}\n" for name, weight in fitted(rows).items()]
    OUT.write_text(_HEAD.format(told=",\n# ".join(told)) + "".join(lines), encoding="utf-8")
    print(f"{OUT}: {len(rows)} incidents of {len(told)} sets, {len(lines)} weights")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
