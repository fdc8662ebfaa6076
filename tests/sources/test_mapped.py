"""Tables of a reader's own with a mapping beside them."""

from __future__ import annotations

import gzip
import shutil
from datetime import date

import pytest

from etl.errors import InputError
from etl.records import Attribution, Count
from etl.sources import files_of, recognise, sources

TOML = 'title = "T"\n[columns]\ndate = "day"\n{}\n[constants]\nevent_type = "other"\n'


@pytest.fixture
def found(take, fixtures):
    return take("mapped", fixtures / "mapped" / "incidents.csv")


@pytest.fixture
def build_of(take, tmp_path):
    """Read a small table by a mapping's text."""

    def build(table, mapping):
        (tmp_path / "t.csv").write_text(table, encoding="utf-8")
        (tmp_path / "t.csv.toml").write_text(mapping, encoding="utf-8")
        return take("mapped", tmp_path / "t.csv")

    return build


def test_every_row_comes_out_as_something(found):
    assert (found.accounted, len(found.rows), len(found.out_of_scope)) == (7, 4, 1)
    assert [(r.row, r.field) for r in found.rejected] == [(7, "When"), (8, "Kind")]
    assert "added to [codes] of the mapping of Example log" in found.rejected[1].remedy


def test_a_row_with_decimal_commas_a_range_and_days_in_the_order_of_the_column(found):
    report, first = found.rows[0]
    assert (first.date_start, first.date_precision, first.event_type) == (date(2021, 5, 3), "day", "bombing")
    assert (first.latitude, first.longitude, first.radius_km, first.country) == (33.75, 44.64, 4.0, "IQ")
    assert first.killed == Count(None, 3, None, "dead: 3")
    assert first.wounded == Count(5, None, 7, "injured: 5-7")
    assert first.attributions == (Attribution("Group A", "stated"),)
    assert (report.report_id, report.title) == ("example-log:1", "A bomb went off near the market")
    assert "read day first" in found.told()


def test_what_is_not_told_stays_unknown(found):
    shots, month, year = (found.incidents[f"example-log:{n}#1"] for n in (2, 4, 5))
    assert (shots.killed.best, shots.wounded, shots.attributions) == (0, None, ())
    assert (month.date_start, month.date_end, month.date_precision) == (date(2021, 5, 1), date(2021, 5, 31), "month")
    assert (month.killed.low, month.killed.high) == (2, None)
    assert (year.date_precision, year.latitude, year.place_precision) == ("year", None, None)
    assert "the point is 0, 0, which is taken for none" in found.told()


def test_the_terms_are_those_of_the_mapping(fixtures):
    told = sources()["mapped"].described(fixtures / "mapped" / "incidents.csv", "Example log")
    assert (told.title, told.licence.name, told.licence.share_alike) == ("Example log", "ODbL 1.0", True)
    assert "Dead" in told.used


def test_evidence_points_at_the_cells_in_the_text(found):
    for report, incident in found.rows:
        for count, name in ((incident.killed, "killed"), (incident.wounded, "wounded")):
            if count is not None:
                words = [report.text[s.start : s.end] for s in incident.evidence[name]]
                assert count.told == " / ".join(words)


@pytest.mark.parametrize("name", ["events.csv.gz.toml", "events.csv.toml", "events.toml"])
def test_a_mapping_is_found_by_its_name_and_may_be_named_itself(fixtures, tmp_path, name):
    table = tmp_path / "events.csv.gz"
    table.write_bytes(gzip.compress((fixtures / "mapped" / "incidents.csv").read_bytes()))
    shutil.copy(fixtures / "mapped" / "incidents.csv.toml", tmp_path / name)
    assert recognise(table).name == recognise(tmp_path / name).name == "mapped"
    assert files_of(tmp_path) == [table], "the mapping is no input of its own"
    by_mapping = list(sources()["mapped"].read(tmp_path / name))
    assert by_mapping == list(sources()["mapped"].read(table))


def test_a_mapping_elsewhere_names_its_table(fixtures, tmp_path, take):
    (tmp_path / "maps").mkdir()
    shutil.copy(fixtures / "mapped" / "incidents.csv", tmp_path / "t.csv")
    told = (fixtures / "mapped" / "incidents.csv.toml").read_text()
    (tmp_path / "maps" / "m.toml").write_text(f'file = "../t.csv"\n{told}')
    assert len(take("mapped", tmp_path / "maps" / "m.toml").rows) == 4


def test_rows_without_an_id_are_told_apart_by_what_they_tell_and_equal_ones_by_number(build_of):
    found = build_of("day,what\n2021-01-01,a\n2021-01-01,a\n2021-01-02,b\n", TOML.format('description = "what"'))
    ids = [report.report_id for report, _ in found.rows]
    assert len(set(ids)) == 3
    assert ids[1] == f"{ids[0]}-2"


def test_a_mapping_beside_a_file_goes_before_what_the_file_looks_like(fixtures, tmp_path):
    shutil.copy(fixtures / "acled" / "31_columns.csv", tmp_path / "a.csv")
    assert recognise(tmp_path / "a.csv").name == "acled"
    (tmp_path / "a.toml").write_text(TOML.format("").replace("day", "event_date"))
    assert recognise(tmp_path / "a.csv").name == "mapped"


@pytest.mark.parametrize(("mapping", "why"), [
    ("title = ", "not TOML"), ("titel = 'x'", "the file has 'titel'"), ("[columns]\ndate = 'day'", "event_type"),
    ("[constants]\nevent_type = 'other'", "no column of \\[columns\\] is the date"),
    (TOML.format('killd = "x"'), "\\[columns\\] has 'killd'"), (TOML.format("").replace("other", "boom"), "boom"),
    (TOML.format("") + "[licence]\npermits = ['sale']", "sale"), (TOML.format('latitude = "lat"'), "missing: lat"),
    (TOML.format("") + "[codes.event_type]\na = 'bang'", "bang"), (TOML.format("") + "[forms]\norder = 'x'", "order"),
    ("language = 'zz-q'\n" + TOML.format(""), "ISO 639-1"), (TOML.format("") + "[codes]\nstatus = 3", "makes no sense"),
])  # fmt: skip
def test_a_slip_in_a_mapping_is_told_with_its_place(build_of, mapping, why):
    with pytest.raises(InputError, match=why):
        build_of("day,what\n2021-01-01,a\n", mapping)


def test_a_form_of_days_and_a_list_in_a_cell(build_of):
    mapping = TOML.format('event_type = "terms"') + (
        '[forms]\nday = "%d %b %y"\nsplit = { terms = "|" }\n[codes.event_type]\nrocket = "shelling"\n"*" = "other"\n'
    )
    found = build_of("day,terms\n3 May 21,hit|rocket\n4 May 21,x\nsoon,x\n", mapping)
    assert [i.event_type for i in found.incidents.values()] == ["shelling", "other"]
    assert [i.date_start for i in found.incidents.values()] == [date(2021, 5, 3), date(2021, 5, 4)]
    assert [r.reason for r in found.rejected] == ["it is no day in the form %d %b %y"]


ARABIC = """رقم;التاريخ;المكان;القتلى
1;2021-05-03;الموصل;3
2;2021-05-04;في غزة;2
"""
ARABIC_TOML = """title = "T"
[columns]
id = "رقم"
date = "التاريخ"
places = "المكان"
killed = "القتلى"
[constants]
event_type = "other"
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256"])
def test_an_arabic_table_is_read_as_spreadsheets_save_it(take, tmp_path, encoding):
    (tmp_path / "t.csv").write_bytes(ARABIC.encode(encoding))
    (tmp_path / "t.csv.toml").write_text(ARABIC_TOML, encoding="utf-8")
    assert recognise(tmp_path / "t.csv").name == "mapped"
    read = take("mapped", tmp_path / "t.csv")
    assert [(i.places, i.killed.best) for _, i in read.rows] == [(("الموصل",), 3), (("في غزة",), 2)]
    assert ("read as Windows-1256" in read.told()) == (encoding == "cp1256")


@pytest.mark.parametrize(
    "words", ["Situação em São João", "ÇÕES AÇÃO", "Müller, Ängström", "Les députés créés à Béthûne", "Lviv ´ Õ"]
)
def test_latin_letters_are_not_taken_for_arabic(take, tmp_path, words):
    (tmp_path / "t.csv").write_bytes(f'day,place\n2021-05-03,"{words}"\n'.encode("cp1252"))
    (tmp_path / "t.csv.toml").write_text(TOML.format('places = "place"'), encoding="utf-8")
    assert take("mapped", tmp_path / "t.csv").rows[0][1].places == (words,)


def test_lines_that_end_with_a_return_alone_are_lines(take, tmp_path):
    (tmp_path / "t.csv").write_bytes(b"day,place\r2021-05-03,Taji\r2021-05-04,Mosul\r2021-05-05,Kirkuk")
    (tmp_path / "t.csv.toml").write_text(TOML.format('places = "place"'), encoding="utf-8")
    assert [i.places for _, i in take("mapped", tmp_path / "t.csv").rows] == [("Taji",), ("Mosul",), ("Kirkuk",)]
