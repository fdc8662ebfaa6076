"""A mapping proposed for a table builds as it is, and says what it is unsure of."""

from __future__ import annotations

import shutil
import tomllib
from datetime import date

import pytest

from etl.errors import InputError
from etl.sources import draft, recognise


@pytest.fixture
def built(take, tmp_path):
    """Draft a mapping for a table's text, put it beside the table, and read it."""

    def read(table, name="t.csv"):
        path = tmp_path / name
        path.write_text(table, encoding="utf-8")
        proposed = draft(path)
        (tmp_path / f"{name}.toml").write_text(proposed, encoding="utf-8")
        assert recognise(path).name == "mapped"
        return proposed, take("mapped", path)

    return read


def test_an_ordinary_table_builds_as_proposed(built):
    proposed, found = built(
        "date,lat,lon,description,deaths\n2021-05-03,33.3,44.4,A bomb went off,3\n2021-05-14,33.4,44.1,Shots,\n"
        "2021-06-01,,,Somewhere,unknown\n"
    )
    assert (found.accounted, len(found.rows), found.rejected) == (3, 3, [])
    first, second, third = found.incidents.values()
    assert (first.date_start, first.latitude, first.killed.best) == (date(2021, 5, 3), 33.3, 3)
    assert (second.killed, third.killed, third.latitude) == (None, None, None)
    assert "no column tells what happened" in proposed
    assert "permits = []" in proposed


@pytest.mark.parametrize(("days", "first"), [
    (("03.05.2021", "14.05.2021"), date(2021, 5, 3)), (("5/3/21", "5/14/21"), date(2021, 5, 3)),
    (("20210503", "20210514"), date(2021, 5, 3)), (("3 May 2021", "14 May 2021"), date(2021, 5, 3)),
    (("2021-05-03T10:00:00Z", "2021-05-14T10:00:00Z"), date(2021, 5, 3)), (("2021/5/3", "2021/5/14"), date(2021, 5, 3)),
    (("2021-05-03 14:30", "2021-05-14 08:00:00"), date(2021, 5, 3)),
    (("May 3, 2021", "May 14, 2021"), date(2021, 5, 3)),
])  # fmt: skip
def test_days_in_many_forms(built, days, first):
    found = built('Date,Latitude,Longitude,Killed\n"{}",33.3,44.4,1\n"{}",33.4,44.5,2\n'.format(*days))[1]
    assert [i.date_start for i in found.incidents.values()] == [first, date(2021, 5, 14)]


def test_what_it_is_unsure_of_stands_in_comments(built):
    proposed, found = built("date;y;x;type;n\n3/5/2021;33,3;44,4;car bomb;1\n4/5/2021;33,4;44,5;speech;2\n")
    assert 'order = "day first"  # UNSURE: other readings fit as well: month first' in proposed
    assert '"speech" = "other"  # UNSURE' in proposed
    assert '"car bomb" = "bombing"\n' in proposed
    assert [i.event_type for i in found.incidents.values()] == ["bombing", "other"]


def test_a_few_odd_cells_hide_no_column_and_are_told(built):
    rows = [f"{day:02}.03.2019;33,3;44,4;{day}" for day in range(1, 29)]
    rows[3] = rows[3].replace("04.03.2019", "sin fecha")
    rows[5] = rows[5].replace(";6", ";varios muertos")
    proposed, found = built("fecha;latitud;longitud;muertos\n" + "\n".join(rows) + "\n")
    assert "such as 'sin fecha'" in proposed
    assert "such as 'varios muertos'" in proposed
    assert found.accounted == 28
    assert {r.value for r in found.rejected} >= {"sin fecha", "varios muertos"}
    assert next(iter(found.incidents.values())).date_start == date(2019, 3, 1)


def test_a_column_that_mostly_is_no_day_is_none(tmp_path):
    days = "\n".join(["2021-01-01", *(f"word {n}" for n in range(5))])
    (tmp_path / "t.csv").write_text(f"date,lat\n{days}\n".replace("\n", ",1\n"))
    with pytest.raises(InputError, match="no column looks like days"):
        draft(tmp_path / "t.csv")


def test_odd_names_and_cells_stay_text(built):
    name = '"a ""quoted"" \\ name"'
    proposed, found = built(f'date,{name},country\n2021-01-01,"x = ""1"" # no",Iraq\n')
    assert tomllib.loads(proposed)["ignored"] == ['a "quoted" \\ name']
    assert next(iter(found.incidents.values())).country == "IQ"


def test_a_table_without_days_is_refused_with_a_remedy(tmp_path):
    (tmp_path / "t.csv").write_text("a,b\n1,2\n")
    with pytest.raises(InputError, match=r"t\.csv: no column looks like days.*Name the column"):
        draft(tmp_path / "t.csv")


@pytest.mark.parametrize(("name", "rows"), [
    ("viina_2022_rebuild.csv.gz", 2_060), ("iraq_sigacts_2006_2008_geocausal.csv.gz", 112_313),
])  # fmt: skip
def test_real_tables_build_as_proposed(take, exports, tmp_path, name, rows):
    path = shutil.copy(exports / name, tmp_path / name)
    (tmp_path / f"{name}.toml").write_text(draft(path), encoding="utf-8")
    found = take("mapped", path)
    assert (found.accounted, len(found.rows), found.rejected) == (rows, rows, [])
    assert len({report.report_id for report, _ in found.rows}) == rows
    assert all(incident.date_precision == "day" for incident in found.incidents.values())


@pytest.mark.parametrize(
    "table",
    [
        "Fecha;Lugar;Muertos;Tipo\n03/04/2021;Cali;2;Tiroteo\n25/12/2021;Neiva;n/d;Tiroteo\n",
        "Date;Lieu;Tués;Type\n03/04/2021;Gao;2;Fusillade\n25/12/2021;Kidal;inconnu;Fusillade\n",
        "التاريخ;المكان;عدد القتلى;النوع\n03/04/2021;بغداد;2;إطلاق نار\n25/12/2021;الموصل;غير معروف;إطلاق نار\n",
    ],
)
def test_a_table_in_another_language_is_understood(built, table):
    proposed, found = built(table)
    assert "ignored" not in proposed
    first, second = found.incidents.values()
    assert (first.event_type, first.killed.best, first.date_start) == ("armed_attack", 2, date(2021, 4, 3))
    assert second.killed is None


def test_arabic_digits_and_degrees_with_signs_are_read_and_the_foot_is_told(built):
    arabic = built(
        "التاريخ,المكان,خط العرض,خط الطول,القتلى\n٠٣/٠٤/٢٠٢٠,الموصل,٣٦٫٣٤,٤٣٫١٣,٣\n٢٥/٠٤/٢٠٢٠,بغداد,٣٣٫٣٤,٤٤٫٤٠,\n"
    )[1]
    first = next(iter(arabic.incidents.values()))
    assert (first.latitude, first.longitude, first.killed.best) == (36.34, 43.13, 3)
    french = built(
        "Date;Lieu;Latitude;Longitude;Morts\n03/04/2020;Gao;16,2717;-0,0447;3\n28/04/2020;Ansongo;15°39'43\"N;0°30'12\"O;1\n"
        "TOTAL;;;;4\nSource : relevé;;;;\n"
    )[1]
    gao, ansongo = french.incidents.values()
    assert (gao.latitude, gao.longitude) == (16.2717, -0.0447)
    assert (round(ansongo.latitude, 4), round(ansongo.longitude, 4)) == (15.6619, -0.5033)
    assert [r.value for r in french.rejected] == ["TOTAL", "Source : relevé"]


@pytest.mark.parametrize("cells", ["15°39'E,3.2", "15.66,0°30'12\"N", "15°75'N,3.2", "95°N,3.2", "15°39'43,3"])
def test_degrees_that_are_none_are_told(built, cells):
    whole = "".join(f"2021-05-{day},33.3,44.4\n" for day in range(10, 30))
    found = built(f"date,lat,lon\n{whole}2021-05-30,{cells}\n")[1]
    assert [(r.row, r.value) for r in found.rejected] == [(22, cells.replace(",", ", "))]


def test_a_title_above_the_names_of_the_columns_is_told(tmp_path):
    (tmp_path / "t.csv").write_text("Attacks since 2020,,,\nDate,Place,Lat,Lon\n2021-05-03,Gao,16.2,0.1\n")
    with pytest.raises(InputError, match=r"no header\. Remove the lines above"):
        draft(tmp_path / "t.csv")
