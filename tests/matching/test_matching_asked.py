"""`match --pairs`: every line gets an answer, told in the order asked; points that stray are learned from the file."""

from __future__ import annotations

import gzip
import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.__main__ import main
from etl.pipeline.pairs import judge_pairs


def _record(day=0, **told):
    when = (date(2020, 7, 4) + timedelta(days=day)).isoformat()
    return {"event_type": "air_strike", "date_start": when, "date_end": when, "place": ["Baghdad"], "country": "IQ",
            "latitude": 33.31, "longitude": 44.37, "place_precision": "town", **told}  # fmt: skip


def _asked(*lines):
    return judge_pairs("pairs.jsonl", list(enumerate(lines, start=1)))


def _same(one, other):
    return _asked({"a": one, "b": other})[0].same


@pytest.mark.parametrize("names", [("a", "b"), ("left", "right"), ("one", "other")])
def test_the_sides_may_go_by_several_names(names):
    (answer,) = _asked({"id": "p7", names[0]: _record(killed=5), names[1]: _record(killed=[4, 6])})
    assert (answer.pair_id, answer.same) == ("p7", True)
    assert "same day (+7.0)" in answer.reasons


def test_other_forms_of_a_record_say_the_same():
    plain = _record(killed=[4, 6])
    other = {"type": "air_strike", "date": "2020-07-04", "location": "Baghdad, Iraq", "lat": "33.31", "lng": 44.37,
             "country": "Irak", "killed_min": 4, "killed_max": "6"}  # fmt: skip
    assert _asked({"a": plain, "b": plain})[0].probability == pytest.approx(
        _asked({"a": plain, "b": {**other, "place_precision": "town"}})[0].probability, abs=0.01
    )


def test_another_week_and_another_country_are_not_the_same():
    assert not _same(_record(), _record(day=7))
    assert not _same(_record(), _record(latitude=15.3, longitude=44.2, country="YE", place=["Sanaa"]))
    assert not _same(_record(killed=2), _record(killed=80))


def _campaign(kilometres):
    """Pairs of one strike each, months apart, of which the second point lies so many km away."""
    for number in range(60):
        off = kilometres / 111.2
        there = {"latitude": 33.31 + off * (1 if number % 2 else -1), "place": [f"quarter {number}"]}
        yield {"a": _record(day=40 * number, killed=3, place=[]), "b": _record(day=40 * number, killed=3, **there)}


def test_how_far_points_stray_is_learned_from_the_file():
    far = {"a": _record(day=9000, killed=[2, 5], place=[]),
           "b": _record(day=9000, killed=[3, 4], latitude=34.0, place=[])}  # fmt: skip
    alone, *_ = _asked(far)
    among, *_ = _asked(far, *_campaign(75))
    beside_exact, *_ = _asked(far, *_campaign(2))
    assert among.same
    assert among.probability > alone.probability > beside_exact.probability
    assert any("of points stray" in reason for reason in among.reasons)


def test_rows_of_one_dataset_share_the_odds():
    ours, near, far = _record(killed=4), _record(killed=4), _record(killed=9, day=1)
    both = _asked({"a": ours, "b": near}, {"a": ours, "b": far})
    assert [answer.same for answer in both] == [True, False]
    twins = _asked({"a": ours, "b": near}, {"a": ours, "b": {**near, "id": "another row"}})
    assert not any(answer.same for answer in twins), "of two alike, neither is matched at random"


def test_two_texts_are_read_placed_and_compared():
    one = {"text": "On 4 July 2020 a rocket killed three people in Baghdad, police said.", "published": "2020-07-05"}
    two = {"text": "Un tir de roquette a tué trois personnes à Bagdad le 4 juillet 2020.", "published": "2020-07-05"}
    none = {"text": "Parliament met on Monday.", "published": "2020-07-05", "language": "en"}
    same, nothing = _asked({"a": one, "b": two}, {"a": one, "b": none})
    assert same.same
    assert (nothing.same, nothing.reasons) == (False, ("one of the texts tells of no incident",))


def test_the_command_answers_every_line_and_says_what_is_wrong(tmp_path, capsys):
    lines = ['{"id": 1, "a": {"date": "soon"}, "b": {}}', "no json", "",
             json.dumps([_record(killed=3), _record(killed=3)])]  # fmt: skip
    path = tmp_path / "pairs.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode()))
    assert main(["match", "--pairs", str(path)]) == 1
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["error"].startswith("pairs.jsonl.gz, line 1: date_start: 'soon'")
    assert first["same"] is None
    assert (second["id"], second["same"]) == (2, None)
    assert third == {"id": 4, "probability": third["probability"], "same": True, "reasons": third["reasons"]}


_ANY = st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=9), lambda x: st.lists(x, max_size=3))
_KEYS = st.sampled_from(["date", "date_start", "place", "lat", "latitude", "lon", "killed", "killed_low", "actors",
                         "country", "event_type", "status", "radius_km", "source", "weapons"])  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(st.lists(st.dictionaries(_KEYS, _ANY, max_size=6), min_size=1, max_size=3))
def test_any_record_gives_an_answer_or_an_error_that_names_the_field(records):
    for answer in _asked(*({"a": record, "b": _record()} for record in records)):
        assert 0 <= answer.probability <= 1
        assert bool(answer.reasons) != bool(answer.error)
