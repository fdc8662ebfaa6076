"""What leaves holds nothing of a source that may not leave, also where its row was merged with others'."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from dashboard import queries
from dashboard.filters import View, from_query
from etl.columns import TABLES
from etl.corrections import Correction, append
from etl.engines import engine
from etl.items import Licence
from etl.pipeline import Input, build
from etl.sources import sources
from etl.store import Store, Version, export
from etl.store.formats import FORMATS

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sources"
SUMMARIES = "Incident Atlas summaries"
OWN_USE = Licence("For one's own use", "", display=True, text=False, export=False)
SHARE_ALIKE = Licence("ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/", share_alike=True)
TRACES = ("UCDP", "ucdp", "Zebra", "777001", "777002", "97", "own use", "ged.csv", "2021-05-06")
"""Words, ids, counts and days that only the rows of the barred dataset tell."""

_HEAD = ("id,year,type_of_violence,conflict_name,dyad_name,side_a,side_b,number_of_sources,source_date,where_prec,"
         "where_coordinates,adm_1,adm_2,latitude,longitude,country,country_id,event_clarity,date_prec,date_start,"
         "date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low")  # fmt: skip
_ROW = ("{},2021,1,Zebra war,Zebra front,Zebra front,Zebra army,7,2021-05-06,1,{},{},,{},{},Iraq,645,1,1,{},{},97,0,0,"
        "0,97,97,97")  # fmt: skip
KIRKUK = ("Kirkuk town", "Kirkuk", 35.468, 44.392)
SAMARRA = ("Samarra town", "Salah al-Din", 34.198, 43.874)
SONG = "The minstrels of the plain sang on while the smoke rose over the orchard."


@pytest.fixture
def inputs(tmp_path: Path) -> list[Input]:
    """Two events of reports, one of which a dataset tells too, and a third that only the dataset tells."""
    rows = [_ROW.format(777001, *KIRKUK, "2021-05-04", "2021-05-04"),
            _ROW.format(777002, *SAMARRA, "2021-05-06", "2021-05-06")]  # fmt: skip
    (tmp_path / "ged.csv").write_text("\n".join([_HEAD, *rows, ""]), encoding="utf-8")
    told = [
        ("r1", f"A roadside bomb killed four soldiers in Kirkuk on Tuesday. {SONG}"),
        ("r2", "Gunmen kidnapped three engineers in Basra on Tuesday."),
    ]
    lines = [
        {"report_id": f"wire:{i}", "source": "Wire", "language": "en", "published": "2021-05-05", "text": text}
        for i, text in told
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return [Input(tmp_path / "ged.csv"), Input(tmp_path / "wire.jsonl")]


def made(inputs: list[Input], folder: Path, monkeypatch: pytest.MonkeyPatch, dataset: Licence) -> Version:
    """The build, with the dataset under another licence, and its first row merged with the report of the same bomb."""
    other = {**sources(), "ucdp_ged": replace(sources()["ucdp_ged"], licence=dataset)}
    monkeypatch.setattr("etl.pipeline.terms.sources", lambda: other)
    store = Store(folder)
    merge = Correction("", "wire:r1#1", "merge", "", "ucdp-ged:777001#1", "desk", date(2026, 1, 1), "the same bomb")
    append(store.log, merge)
    done = build(inputs, store, engine("plain"), lambda *_: None)
    return done.version


def written(version: Version, form: str, query: str = "") -> dict[str, bytes]:
    """The files of an export to a zip, those of formats that are zips themselves as rows."""
    view, problems = from_query(query)
    assert not problems
    target = version.folder.parent.parent / "out.zip"
    export(version, lambda edition: queries.export_table(edition, view), form, target, {})
    with zipfile.ZipFile(target) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    for name, content in files.items():
        if name.endswith(".parquet"):
            files[name] = repr(pq.read_table(io.BytesIO(content)).to_pylist()).encode()
        if name.endswith(".xlsx"):
            book = openpyxl.load_workbook(io.BytesIO(content))
            files[name] = repr([[c.value for c in row] for sheet in book for row in sheet.iter_rows()]).encode()
    return files


def traces(content: str, version: Version) -> list[str]:
    # The time of the build may hold any figures.
    clean = content.replace(version.build, "").replace(version.manifest["built"], "")
    return [trace for trace in TRACES if trace in clean]


@pytest.mark.parametrize("form", FORMATS)
def test_no_export_holds_a_trace_of_a_barred_source(inputs, tmp_path, monkeypatch, form):
    version = made(inputs, tmp_path / "store", monkeypatch, OWN_USE)
    merged = [row for row in version.read("events").to_pylist() if len(row["sources"]) == 2]
    assert [row["killed_high"] for row in merged] == [97], "the store itself holds the barred values"
    files = written(version, form)
    for name, content in files.items():
        assert traces(content.decode(), version) == [], name
        assert SONG not in content.decode()
    assert files[f"events.{form}"].count(b"ev-") >= 2
    assert merged[0]["event_id"].encode() in files[f"events.{form}"], "its address stays"
    assert b"wire:r1" in files["evidence.csv"]


def test_a_view_on_barred_values_finds_nothing_that_leaves(inputs, tmp_path, monkeypatch):
    version = made(inputs, tmp_path / "store", monkeypatch, OWN_USE)
    for query in ("killed=50", "q=Zebra", "source=UCDP+GED", f"q={SONG.split()[1]}"):
        assert written(version, "jsonl", query)["events.jsonl"] == b"", query


def test_the_public_edition_holds_no_trace_and_is_whole(inputs, tmp_path, monkeypatch):
    version = made(inputs, tmp_path / "store", monkeypatch, OWN_USE)
    public = version.public
    assert version.verify() == []
    rows = {name: public.read(name).to_pylist() for name in TABLES}
    assert traces(repr(rows) + json.dumps(public.manifest["inputs"] + public.manifest["sources"]), version) == []
    assert SONG not in repr(rows)
    assert public.search("Zebra") == []
    bomb = next(row for row in rows["events"] if row["event_type"] == "bombing")
    assert (bomb["killed_best"], bomb["independent_sources"], bomb["report_ids"]) == (4, 1, ["wire:r1"])
    assert public.manifest["counts"]["events"] == len(rows["events"]) == 2
    told = next(row for row in rows["incidents"] if row["incident_id"] == "wire:r1#1")
    assert {span["field"] for span in told["evidence"]} >= {"killed", "place"}, "offsets may leave"
    assert str(tmp_path) not in json.dumps(public.manifest)


def test_where_no_source_may_leave_nothing_does(inputs, tmp_path, monkeypatch):
    version = made(inputs[:1], tmp_path / "store", monkeypatch, OWN_USE)
    assert version.public.read("events").num_rows == 0
    assert version.verify() == []


def test_one_name_read_under_two_licences_goes_by_the_stricter(inputs, tmp_path, monkeypatch):
    same = sources()["ucdp_ged"].title
    line = {"report_id": "w:1", "source": same, "language": "en", "published": "2021-05-05",
            "text": "Gunmen shot a farmer in Mosul on Monday."}  # fmt: skip
    (tmp_path / "more.jsonl").write_text(json.dumps(line), encoding="utf-8")
    version = made([*inputs, Input(tmp_path / "more.jsonl")], tmp_path / "store", monkeypatch, OWN_USE)
    assert "w:1" not in version.public.read("reports")["report_id"].to_pylist()
    assert [file["file"] for file in version.public.manifest["inputs"]] == ["wire.jsonl"]


def test_share_alike_leaves_in_a_file_of_its_own_under_its_licence(inputs, tmp_path, monkeypatch):
    version = made(inputs, tmp_path / "store", monkeypatch, SHARE_ALIKE)
    assert version.verify() == []
    files = written(version, "jsonl")
    free = [json.loads(line) for line in files["events.jsonl"].splitlines()]
    apart = [json.loads(line) for line in files["share-alike-odbl-1-0/events.jsonl"].splitlines()]
    assert traces(files["events.jsonl"].decode() + files["about.txt"].decode(), version) == []
    assert [row["licence"] for row in apart] == ["ODbL 1.0"] * 2
    assert b"wire" not in files["share-alike-odbl-1-0/events.jsonl"]
    assert {row["event_id"] for row in free} & {row["event_id"] for row in apart}, "one event, told twice"
    shown = queries.export_table(version.public, View()).to_pylist()
    assert sorted(len(row["sources"]) for row in shown) == [1, 1, 1], "shown once each, never mixed"


BARRED = [n for n, s in sources().items() if not ((s.licence.export and s.licence.display) or s.described)]


@pytest.mark.parametrize("name", BARRED)
def test_what_the_modules_themselves_bar_does_not_leave(tmp_path, name):
    folder = FIXTURES / name
    inputs = [Input(folder), Input(FIXTURES / "summaries")]
    version = build(inputs, Store(tmp_path / "store"), engine("plain"), lambda *_: None).version
    barred = version.read("reports").filter(pc.not_equal(version.read("reports")["source"], SUMMARIES))
    assert barred.num_rows > 1
    assert set(version.public.read("reports")["source"].to_pylist()) == {SUMMARIES}
    left = b"".join(written(version, "jsonl").values()) + (version.public.folder / "manifest.json").read_bytes()
    ids = barred["report_id"].to_pylist()
    assert not [told for told in (*ids, name) if told.encode() in left]


def test_a_mapped_table_leaves_under_the_licence_that_its_mapping_tells(tmp_path):
    inputs = [Input(FIXTURES / "mapped"), Input(FIXTURES / "summaries")]
    version = build(inputs, Store(tmp_path / "store"), engine("plain"), lambda *_: None).version
    files = written(version, "jsonl")
    assert [name for name in files if name.startswith("share-alike-odbl-1-0/")]
    assert b"ODbL" not in files["events.jsonl"]
    assert b"CC BY" not in files["share-alike-odbl-1-0/events.jsonl"]
    assert [file["file"] for file in version.share_alike[0].manifest["inputs"]] == ["incidents.csv"]
    mapping = tmp_path / "own" / "incidents.csv.toml"
    mapping.parent.mkdir()
    (tmp_path / "own" / "incidents.csv").write_bytes((FIXTURES / "mapped" / "incidents.csv").read_bytes())
    told = (FIXTURES / "mapped" / "incidents.csv.toml").read_text(encoding="utf-8")
    mapping.write_text(told.replace('permits = ["display", "text", "export"]', "permits = []"), encoding="utf-8")
    version = build([Input(mapping.parent)], Store(tmp_path / "other"), engine("plain"), lambda *_: None).version
    assert version.public.read("events").num_rows == 0
    assert version.public.manifest["inputs"] == []
