"""A row whose point lies in another country than it states is kept and told of."""

from __future__ import annotations

import pytest

from etl.pipeline.stated_countries import StatedCountries
from etl.places.gazetteer import open_gazetteer
from etl.places.reverse import Borders
from etl.records import Incident, Report


@pytest.fixture(scope="module")
def borders():
    return Borders(open_gazetteer())


def told(borders, *rows):
    stated = StatedCountries(borders)
    for number, (country, latitude, longitude) in enumerate(rows):
        incident = Incident(
            incident_id=f"rows:{number}#1", report_id=f"rows:{number}", source="rows", event_type="other",
            latitude=latitude, longitude=longitude, country=country,
        )  # fmt: skip
        stated.check((Report(incident.report_id, "rows", "", "en", "", ""), incident))
    return list(stated.notices("rows.csv"))


def test_a_point_in_another_country_is_named_with_its_row(borders):
    (notice,) = told(borders, ("IQ", 36.34, 43.13), ("SY", 35.36, 139.31))
    assert "rows.csv: 1 rows" in notice
    assert "rows:1 states SY" in notice
    assert "JP" in notice


@pytest.mark.parametrize(
    "row",
    [
        ("IQ", 36.34, 43.13),
        ("SY", 36.72, 38.02),
        ("IL", 31.5, 34.46),
        ("", 36.34, 43.13),
        ("FR", 30.0, -40.0),
        ("TD", 21.5, 18.3),
    ],
)
def test_what_agrees_or_cannot_be_sure_is_not_told(borders, row):
    assert told(borders, row) == []


def test_many_are_counted_and_few_are_named(borders):
    (notice,) = told(borders, *[("SY", 35.36, 139.31)] * 12)
    assert "12 rows" in notice
    assert "and 7 more" in notice
