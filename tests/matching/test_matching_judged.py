"""Several pages on one event, and hard negatives of the same day and town: the half that no weight was set on."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from judged_events import HALVES, figures, judged
from judged_rows import found_pairs, half_of, judged_rows

from etl.matching import match

SOURCES = Path(__file__).parents[2].parent / "shared" / "data" / "sources"


@pytest.fixture(autouse=True)
def _few_actors():
    """The actors of the project itself: these are its own reports."""


def test_pairs_and_events_of_the_check_half_are_found():
    half = judged("check")
    found = figures(match(half.incidents, half.reports).events["incident_ids"].to_pylist(), half.events)
    assert found.pair_f1 >= 0.90
    assert found.event_f1 >= 0.85


def test_each_incident_is_judged_once_and_there_are_enough_pairs():
    told = Counter(one for half in HALVES for event in judged(half).events for one in event)
    assert max(told.values()) == 1
    assert all(sum(1 for event in judged(half).events for _ in combinations(event, 2)) >= 200 for half in HALVES)
    assert set(told) == {i for half in HALVES for i in judged(half).incidents["incident_id"].to_pylist()}


@pytest.mark.skipif(not SOURCES.is_dir(), reason="../shared/data/sources is not here")
def test_rows_of_real_datasets_are_never_matched_wrongly():
    told = judged_rows(SOURCES)
    assert len(told.same | told.apart) >= 130
    assert min(Counter(half_of(pair) for pair in told.same | told.apart).values()) >= 60
    events = match(told.incidents, told.reports).events["incident_ids"].to_pylist()
    assert not found_pairs(events, told.apart)
