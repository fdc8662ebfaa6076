"""The Global Terrorism Database, on rows of our own under its real header."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from source_tables import header_and_rows, written

from etl.records import Attribution, Count
from etl.sources import recognise, sources


@pytest.fixture
def sample(fixtures):
    return fixtures / "gtd" / "135_columns.csv"


@pytest.fixture
def found(take, sample):
    return take("gtd", sample)


def incident(found, number):
    return next(i for name, i in found.incidents.items() if name.endswith(f"{number:04}#1"))


def test_every_row_is_accounted_for(found):
    assert (found.accounted, len(found.rows)) == (10, 8)
    assert [(r.field, r.value) for r in found.rejected] == [("attacktype1", "77/16"), ("iyear", "2014-13-1")]


def test_a_plain_row(found):
    first = incident(found, 1)
    assert (first.event_type, first.source_type, first.status) == ("bombing", "3", "carried_out")
    assert (first.date_start, first.date_precision) == (date(2014, 6, 3), "day")
    assert first.attributions == (Attribution("Group A", "claimed", "Group A"),)
    assert first.killed == Count(None, 2, None, "nkill: 2")
    assert first.killed_attackers == Count(None, 1, None, "nkillter: 1")
    assert first.wounded is None, "an empty cell is unknown, not zero"
    assert (first.targets, first.places) == (("Patrol",), ("Example Town", "Diyala", "Iraq"))


def test_a_day_or_month_of_0_is_unknown_and_an_approximate_date_no_exact_day(found):
    month, year, unsure = incident(found, 2), incident(found, 3), incident(found, 8)
    assert (month.date_start, month.date_end, month.date_precision) == (date(2014, 6, 1), date(2014, 6, 30), "month")
    assert (year.date_start, year.date_end, year.date_precision) == (date(1971, 1, 1), date(1971, 12, 31), "year")
    assert (unsure.date_start, unsure.date_precision) == (date(2014, 6, 9), "unknown")


def test_codes_for_unknown_are_no_numbers_and_no_names(found):
    early, hidden = incident(found, 3), incident(found, 7)
    assert (early.attributions, early.killed, early.latitude, early.confidence_reasons) == ((), None, None, ())
    assert early.country == "DE", "West Germany (FRG)"
    assert (hidden.detained, hidden.killed, hidden.wounded.best) == (None, None, 3)


def test_the_weapon_tells_a_rocket_from_a_bomb_and_failure_is_foiled(found):
    assert incident(found, 4).event_type == "shelling"
    assert incident(found, 4).killed.best == 0, "told to be none"
    assert incident(found, 4).confidence_reasons == ("GTD doubts that it was terrorism",)
    assert incident(found, 5).status == "foiled"
    assert incident(found, 5).attributions == (Attribution("Group A", "accused"),)


def test_specificity_and_vicinity(found):
    exact = {n: (incident(found, n).place_precision, incident(found, n).radius_km) for n in (1, 4, 5, 6, 7)}
    assert exact[1] == ("town", 5.0)
    assert exact[4] == ("district", 25.0), "in the vicinity"
    assert exact[5] == ("province", 100.0)
    assert {exact[6][0], exact[7][0]} == {"district"}


def test_a_kidnapping_that_went_on_is_an_interval_and_its_hostages_are_counted(found):
    taken = incident(found, 6)
    assert (taken.event_type, taken.detained.best) == ("abduction", 4)
    assert (taken.date_start, taken.date_end, taken.date_precision) == (date(2014, 6, 7), date(2014, 6, 15), "days")


def test_more_attackers_killed_than_killed_at_all_is_told(take, sample, tmp_path):
    header, rows = header_and_rows(sample)
    found = take("gtd", written(tmp_path / "x.csv", header, [{**rows[0], "nkillter": "9"}]))
    assert "nkillter is above nkill in 1 rows (kept as given): rows 2" in found.told()


def test_a_minus_9_may_be_a_latitude(take, sample, tmp_path):
    header, rows = header_and_rows(sample)
    found = take("gtd", written(tmp_path / "x.csv", header, [{**rows[0], "latitude": "-9", "longitude": "13.2"}]))
    assert incident(found, 1).latitude == -9


def test_a_workbook_and_the_older_header_tell_the_same(take, found, sample, tmp_path):
    header, rows = header_and_rows(sample)
    book = openpyxl.Workbook()
    older = [name for name in header if name != "individual"]
    book.active.append(older)
    for row in rows:
        cells = [row[name] for name in older]
        book.active.append([int(cell) if cell.lstrip("-").isdecimal() else cell or None for cell in cells])
    book.save(tmp_path / "gtd.xlsx")
    assert recognise(tmp_path / "gtd.xlsx").name == "gtd"
    other = take("gtd", tmp_path / "gtd.xlsx")
    assert {k: (v.killed, v.date_start) for k, v in other.incidents.items()} == {
        k: (v.killed, v.date_start) for k, v in found.incidents.items()
    }


def test_it_is_neither_shown_in_public_nor_passed_on():
    licence = sources()["gtd"].licence
    assert (licence.display, licence.text, licence.export) == (False, False, False)


def test_a_share_of_a_total_is_a_range_of_whole_numbers(take, sample, tmp_path):
    header, rows = header_and_rows(sample)
    found = take("gtd", written(tmp_path / "x.csv", header, [{**rows[0], "nkill": "2.5", "nwound": "3.0"}]))
    killed = incident(found, 1).killed
    assert (killed.low, killed.best, killed.high, killed.told) == (2, None, 3, "nkill: 2.5")
    assert incident(found, 1).wounded.best == 3


def test_what_may_be_thousands_is_no_share(take, sample, tmp_path):
    header, rows = header_and_rows(sample)
    found = take("gtd", written(tmp_path / "x.csv", header, [{**rows[0], "nkill": "1.234"}]))
    assert [(r.field, r.value) for r in found.rejected] == [("nkill", "1.234")]
