"""Splink (DuckDB backend) on the judged halves, by the figures of `matching`: the other candidate.

Splink is no dependency of the project: `pip install splink==5.0.0` into an environment of one's own beside the
project's requirements, and run `python -m tests.benchmarks splink` there.
"""

from __future__ import annotations

import importlib
import importlib.util
from pathlib import Path
from typing import Any

import pandas as pd

from tests.matching.judged_events import HALVES, Judged, figures, judged

THRESHOLDS = (0.2, 0.5, 0.8, 0.95)


def run(_kit: Path) -> None:
    """Print pair and event figures of both halves for several thresholds."""
    if importlib.util.find_spec("splink") is None:
        print(
            "skipped: Splink is not here. pip install splink==5.0.0 into an environment of your own and run this there."
        )
        return
    print("half   threshold  pair P     R    F1  event P     R    F1 (B-cubed)")
    for half in HALVES:
        told = judged(half)
        for threshold, groups in _clusters(_frame(told)).items():
            found = figures(groups, told.events)
            print(
                f"{half:6} {threshold:9}   {found.pair_precision:.3f} {found.pair_recall:.3f} {found.pair_f1:.3f}    "
                f"{found.event_precision:.3f} {found.event_recall:.3f} {found.event_f1:.3f}"
            )


def _frame(told: Judged) -> pd.DataFrame:
    """One row an incident, in the plain columns that Splink compares."""
    rows = told.incidents.to_pylist()
    frame = pd.DataFrame(
        {
            "incident_id": [row["incident_id"] for row in rows],
            "day": pd.to_datetime([row["date_start"] for row in rows]),
            "month": [f"{row['date_start']:%Y-%m}" for row in rows],
            "place": [row["places"][0].lower() if row["places"] else None for row in rows],
            "actor": [row["attributions"][0]["actor"].lower() if row["attributions"] else None for row in rows],
            **{name: [row[name] for row in rows] for name in ("event_type", "country", "latitude", "longitude")},
            **{name: [row[f"{name}_best"] for row in rows] for name in ("killed", "wounded")},
        }
    )
    return frame.convert_dtypes().assign(day=frame["day"])


def _clusters(frame: pd.DataFrame) -> dict[float, list[list[str]]]:
    """The groups at each threshold, after Splink's own training without labels."""
    splink: Any = importlib.import_module("splink")
    compare: Any = importlib.import_module("splink.comparison_library")
    settings = splink.SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="incident_id",
        blocking_rules_to_generate_predictions=[splink.block_on("month"), splink.block_on("day")],
        comparisons=[
            compare.AbsoluteTimeDifferenceAtThresholds(
                "day", input_is_string=False, metrics=["day", "day", "day"], thresholds=[0.5, 1.5, 7]
            ),
            compare.DistanceInKMAtThresholds("latitude", "longitude", [3, 25, 100]),
            compare.JaroWinklerAtThresholds("place", [0.9, 0.7]),
            *(compare.ExactMatch(name) for name in ("event_type", "killed", "wounded", "actor")),
        ],
    )
    linker = splink.Linker(splink.DuckDBAPI().register(frame), settings, log_level=None)
    same = splink.block_on("day", "place")
    linker.training.estimate_probability_two_random_records_match([same], recall=0.4)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (splink.block_on("day"), splink.block_on("place")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    found = {}
    for threshold in THRESHOLDS:
        table = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold).as_pandas_dataframe()
        found[threshold] = [list(ids) for _, ids in table.groupby("cluster_id")["incident_id"]]
    return found
