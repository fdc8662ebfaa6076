"""Rows that tell names and no point are put where these surely lie, never outside what the row tells."""

from __future__ import annotations

import pytest

from etl.places.rows import by_names
from etl.records import Incident


@pytest.fixture
def placed(gazetteer):
    def made(*places, country="", admin1="", language="en"):
        incident = Incident(
            incident_id="t:1#1", report_id="t:1", source="t", event_type="other",
            places=places, country=country, admin1=admin1,
        )  # fmt: skip
        return by_names(gazetteer, incident, language)

    return made


@pytest.mark.parametrize(
    ("names", "country", "language", "area"),
    [
        (("Gao",), "ML", "en", "Gao"),
        (("GAO",), "ML", "fr", "Gao"),
        (("الموصل",), "IQ", "ar", "Nineveh"),
        (("Rue des Martyrs, Gao",), "ML", "fr", "Gao"),
        (("Al Qaim", "Anbar"), "", "en", "Anbar"),
        (("market of Kirkuk",), "IQ", "en", "Kirkuk"),
    ],
)
def test_a_name_with_one_meaning_is_placed_with_id_and_area(placed, names, country, language, area):
    found = placed(*names, country=country, language=language)
    assert (found.place_precision, found.admin1) == ("town", area)
    assert found.gazetteer_id
    assert found.places == names


def test_a_country_and_a_province_choose_among_namesakes(placed):
    spread = [placed("Columbus", country="US", admin1=area) for area in ("Ohio", "Georgia")]
    assert [round(one.latitude) for one in spread] == [40, 32]
    assert placed("Taji", country="IQ").country == "IQ"


@pytest.mark.parametrize(
    ("names", "country"), [(("Springfield",), "US"), (("San José",), "CO"), (("Gao",), ""), (("Springfield",), "")]
)
def test_a_name_of_several_places_stays_unplaced_with_what_it_may_be(placed, names, country):
    found = placed(*names, country=country)
    assert found.latitude is None
    assert len(found.place_candidates) > 1


@pytest.mark.parametrize("name", ["Unknown", "Various", "Nowhereville", "n/a", "several villages", "PD3", "Tizi Ouzou"])
def test_what_names_no_place_of_the_country_told_gets_no_point(placed, name):
    found = placed(name, country="ML")
    assert (found.latitude, found.place_candidates, found.country) == (None, (), "ML")


@pytest.mark.parametrize("name", ["Qarya Majhula", "Mosul", "Unknown"])
def test_what_is_not_known_in_the_province_told_is_put_at_the_province(placed, name):
    found = placed(name, country="IQ", admin1="Anbar")
    assert (found.place_precision, found.admin1) == ("province", "Anbar")
    assert found.radius_km > 100


def test_a_town_told_behind_an_unknown_name_is_not_the_place_itself(placed):
    found = placed("Qarya Majhula", "Kirkuk", country="IQ")
    assert found.place_precision in {"district", "province"}
    assert found.radius_km >= 25
