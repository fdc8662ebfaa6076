"""`match --pairs`: records that bring both fields and words, and fields in other forms."""

from __future__ import annotations

import pytest

from etl.pipeline.pairs import judge_pairs

STRIKE = {"event_type": "air_strike", "date": "2020-07-04", "country": "IQ", "latitude": 33.31, "longitude": 44.37,
          "killed": [4, 6]}  # fmt: skip


def _asked(one, other):
    return judge_pairs("pairs.jsonl", [(1, {"a": one, "b": other})])[0]


@pytest.mark.parametrize(
    "text",
    [
        "A drone fired missiles at a compound, residents said.",
        "Дрон вдарив по будівлі, повідомили мешканці.",
        "Parliament met on Monday.",
        "",
    ],
)
def test_a_text_beside_the_fields_takes_none_of_them_away(text):
    plain = _asked(STRIKE, STRIKE | {"latitude": 33.9})
    with_text = _asked(STRIKE, STRIKE | {"latitude": 33.9, "text": text})
    assert plain.same
    assert with_text.same
    assert with_text.probability >= plain.probability


def test_what_the_fields_leave_unsaid_is_read_from_the_text():
    bare = {"date_start": "2020-07-04", "date_end": "2020-07-04", "country": "IQ"}
    text = "On 4 July 2020 an air strike killed five people in Baghdad, police said."
    assert not _asked(STRIKE, bare).same
    read = _asked(STRIKE, bare | {"text": text})
    assert read.same
    assert {"same day (+7.0)", "both air_strike (+2.0)"} <= set(read.reasons)


def test_a_text_of_another_act_says_nothing_about_the_fields():
    bare = {"date_start": "2020-07-04", "date_end": "2020-07-04", "country": "IQ", "event_type": "protest"}
    text = "On 4 July 2020 an air strike killed five people in Baghdad, police said."
    assert _asked(STRIKE, bare | {"text": text}).probability == _asked(STRIKE, bare).probability


def test_a_text_with_nothing_but_a_day_was_published_on_that_day():
    text = "An air strike killed five people in Baghdad on Saturday, police said."
    assert _asked(STRIKE | {"killed": 5}, {"text": text, "date": "2020-07-05"}).same


@pytest.mark.parametrize(
    "other",
    [
        {"killed": "4-6"},
        {"deaths": [4, 6]},
        {"fatalities_min": 4, "fatalities_max": "6"},
        {"deaths_low": 4, "deaths_high": 6},
        {"event_type": "Air strike"},
        {"event_type": "airstrike"},
    ],
)
def test_tolls_and_types_in_other_forms(other):
    untold = {name: value for name, value in STRIKE.items() if name not in ("event_type", "killed")}
    kept = {name: STRIKE[name] for name in ("event_type", "killed")}
    if "event_type" not in other:
        kept.pop("killed")
    assert _asked(STRIKE, untold | kept | other) == _asked(STRIKE, STRIKE)
