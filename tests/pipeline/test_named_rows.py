"""A table with names of places and no points becomes dots, and a person is told which rows did not."""

from __future__ import annotations

from etl.pipeline.inputs import Input, files_to_read
from etl.pipeline.intake import take

TABLE = """Date;Lieu;Pays;Latitude;Longitude;Morts
03/04/2020;Gao;Mali;;;3
15/04/2020;Gao;Mali;10,5;3,5;
25/04/2020;San Marzouk;Mali;;;1
26/04/2020;Springfield;;;;1
"""
TOML = """title = "T"
language = "fr"
[columns]
date = "Date"
places = "Lieu"
country = "Pays"
latitude = "Latitude"
longitude = "Longitude"
killed = "Morts"
[constants]
event_type = "other"
"""


def test_rows_without_a_point_are_placed_by_their_names_and_counted(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    path.with_name("t.csv.toml").write_text(TOML, encoding="utf-8")
    files, _ = files_to_read([Input(path)])
    taken = take(files[0])
    rows = taken.tables["incidents"].to_pylist()
    assert [(row["latitude"], row["gazetteer_id"]) for row in rows] == [
        (16.2717, "geonames:2457163"), (10.5, ""), (None, ""), (None, ""),
    ]  # fmt: skip
    assert len(rows[3]["place_candidates"]) > 1
    told = " ".join(taken.notices)
    assert "1 rows give no point and were placed by the names they tell" in told
    assert "2 rows stay unplaced" in told
