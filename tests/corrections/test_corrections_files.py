"""Decisions in files: what is read, what is refused, what is written."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.corrections import COLUMNS, FIELDS, Correction, append, confirmed, load, together_and_apart
from etl.errors import InputError
from etl.lexicon import DATA

HEADER = ",".join(COLUMNS[:-1])
GOOD = Correction("c1", "a#1", "set", "status", "foiled", "desk", date(2026, 1, 2), "read again")


def written(path, *rows):
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def test_the_decisions_that_ship_are_read_and_speak_of_bundled_reports():
    shipped = load(sorted((DATA / "corrections").glob("*.csv")))
    assert shipped
    assert all(one.target.startswith("summaries:") or one.incidents for one in shipped)


def test_a_decision_comes_back_as_it_was_written(tmp_path):
    log = tmp_path / "store" / "corrections.csv"
    first = append(log, GOOD)
    second = append(
        log, replace(GOOD, correction_id="", target="ev-1", why='said "no", twice\nand again', incidents=("a#1", "b#2"))
    )
    assert second.correction_id.startswith("c-")
    found = load([log])
    assert [replace(c, file="", row=0) for c in found] == [replace(c, file="", row=0) for c in (first, second)]
    assert found[0].row == 2


def test_a_log_only_grows(tmp_path):
    log = tmp_path / "corrections.csv"
    append(log, GOOD)
    before = log.read_bytes()
    append(log, replace(GOOD, correction_id="c2", value="threatened"))
    assert log.read_bytes().startswith(before)


@pytest.mark.parametrize("columns", [COLUMNS[:-1], tuple(reversed(COLUMNS))])
def test_a_log_that_was_edited_by_hand_is_gone_on_with(tmp_path, columns):
    log = tmp_path / "corrections.csv"
    values = {
        "correction_id": "c0",
        "target": "b#1",
        "action": "reject",
        "who": "desk",
        "when": "2026-01-01",
        "why": "x",
    }
    log.write_text("\n".join([",".join(columns), ",".join(values.get(name, "") for name in columns)]), encoding="utf-8")
    append(log, GOOD)
    assert [(c.correction_id, c.target, c.value) for c in load([log])] == [("c0", "b#1", ""), ("c1", "a#1", "foiled")]


def test_a_decision_taken_again_after_it_was_undone_stands(tmp_path):
    log = tmp_path / "corrections.csv"
    reject = replace(GOOD, correction_id="", action="reject", field="", value="")
    for decision in (reject, replace(reject, action="restore"), reject):
        append(log, decision)
    assert [c.action for c in load([log])] == ["reject", "restore", "reject"]


def test_every_field_that_can_be_set_takes_a_value_that_is_unknown(tmp_path):
    for field in FIELDS:
        with suppress(InputError):
            append(tmp_path / "corrections.csv", replace(GOOD, correction_id="", field=field, value=""))
    assert len(load([tmp_path / "corrections.csv"])) > len(FIELDS) / 2
    with pytest.raises(InputError, match="cannot be set"):
        append(tmp_path / "corrections.csv", replace(GOOD, field="machine_coded", value="true"))


def test_a_decision_without_sense_is_not_written(tmp_path):
    log = tmp_path / "corrections.csv"
    with pytest.raises(InputError, match="status is one of"):
        append(log, replace(GOOD, value="perhaps"))
    assert not log.exists()


def test_the_same_words_in_two_files_count_once(tmp_path):
    row = "c1,a#1,set,status,foiled,desk,2026-01-02,read again"
    one, two = written(tmp_path / "one.csv", row), written(tmp_path / "two.csv", row)
    assert len(load([one, two])) == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("c1,a#1,change,status,foiled,desk,2026-01-02,why", "action 'change' is unknown"),
        ("c1,a#1,set,status,perhaps,desk,2026-01-02,why", "status is one of"),
        ("c1,a#1,set,mood,calm,desk,2026-01-02,why", "'mood' cannot be set"),
        ("c1,a#1,set,latitude,3,desk,2026-01-02,why", "'latitude' cannot be set"),
        ("c1,a#1,set,killed,8-3,desk,2026-01-02,why", "highest number lies below"),
        ("c1,a#1,set,date_start,4 May,desk,2026-01-02,why", "'4 May' cannot be used"),
        ("c1,a#1,set,country,Irak,desk,2026-01-02,why", "two capital letters"),
        ("c1,a#1,set,attributions,[1],desk,2026-01-02,why", "JSON list"),
        ("c1,a#1,place,,here,desk,2026-01-02,", "why is empty"),
        ('c1,a#1,place,,"91,0,site",desk,2026-01-02,why', "decimal degrees"),
        ('c1,a#1,place,,"1,1",desk,2026-01-02,why', "latitude,longitude,precision"),
        ("c1,a#1,place,,,desk,2026-01-02,why", "a point or a gazetteer id"),
        ("c1,ev-1,merge,,ev-2,desk,2026-01-02,why", "other than incidents|else than other incidents"),
        ("c1,a#1,split,,a#1,desk,2026-01-02,why", "else than other incidents"),
        ("c1,a#1,sensitivity,,secret,desk,2026-01-02,why", "sensitivity is one of"),
        ("c1,a#1,restore,mood,,desk,2026-01-02,why", "'mood' cannot be set"),
        ("c1,a#1,reject,,,desk,yesterday,why", "'yesterday' is no day"),
        ("c1,,reject,,,desk,2026-01-02,why", "target is empty"),
        ("c1,a#1,reject,,,desk,2026-01-02,why,too,many,cells", "more cells"),
    ],
)
def test_a_row_that_is_no_decision_stops_and_is_named(tmp_path, row, told):
    path = written(tmp_path / "x.csv", "c0,a#1,reject,,,desk,2026-01-02,why", row)
    with pytest.raises(InputError, match=told) as raised:
        load([path])
    assert raised.value.row == 3
    assert raised.value.file.endswith("x.csv")


def test_one_id_for_two_decisions_is_refused(tmp_path):
    path = written(tmp_path / "x.csv", "c1,a#1,reject,,,d,2026-01-02,w", "c1,a#2,reject,,,d,2026-01-02,w")
    with pytest.raises(InputError, match=r"correction_id 'c1' is that of .*row 2"):
        load([path])


@pytest.mark.parametrize("content", [b"", b"id,what\n1,2\n", b"\xff\xfe\x00", b"\x00\x01"])
def test_a_file_of_something_else_is_named(tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"x\.csv"):
        load([path])


def test_the_latest_word_on_a_pair_stands():
    merge = Correction("c1", "a#1", "merge", "", "b#1|c#1", "d", date(2026, 1, 1), "w")
    split = Correction("c2", "c#1", "split", "", "a#1", "d", date(2026, 1, 2), "w")
    assert together_and_apart([split, merge]) == ([("a#1", "b#1")], [("a#1", "c#1")])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), min_size=8, max_size=8))
def test_any_row_is_a_decision_or_is_named(tmp_path, cells):
    path = tmp_path / "x.csv"
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    path.write_text(f"{HEADER}\n{quoted}\n", encoding="utf-8", newline="")
    with suppress(InputError):
        assert len(load([path])) == 1


def test_an_incident_that_an_editor_set_placed_or_merged_is_confirmed():
    def decided(number, target, action, value):
        return replace(GOOD, correction_id=f"c{number}", target=target, action=action, value=value)

    decisions = [
        decided(1, "a#1", "set", "foiled"), decided(2, "b#1", "place", "33.3,44.4,town"),
        decided(3, "c#1", "merge", "d#1"), decided(4, "e#1", "split", "f#1"), decided(5, "g#1", "reject", ""),
        decided(6, "ev-1", "set", "foiled"), decided(7, "a#1", "restore", ""),
    ]  # fmt: skip
    assert confirmed(decisions) == {"b#1", "c#1", "d#1"}
