"""The contract geopy users know, and points back to places."""

from __future__ import annotations

import pytest
from geopy.exc import GeocoderQueryError
from geopy.location import Location

from etl.places.geocoder import GazetteerGeocoder
from etl.places.reverse import reverse
from etl.places.search import search


@pytest.fixture(scope="module")
def geocoder(gazetteer):
    return GazetteerGeocoder(gazetteer)


def test_exactly_one_gives_a_location_with_the_gazetteers_row(geocoder):
    found = geocoder.geocode("Mossoul", language="fr")
    assert isinstance(found, Location)
    assert found.address == "Mosul, Nineveh, Irak"
    assert found.raw["precision"] == "town"
    assert found.raw["place_id"] == "geonames:99072"


def test_all_candidates_up_to_a_limit(geocoder):
    assert len(geocoder.geocode("Springfield", exactly_one=False, limit=4)) == 4
    assert len(geocoder.geocode("Springfield", exactly_one=False)) > 10


def test_nothing_known_is_none(geocoder):
    assert geocoder.geocode("Xyzzyqwv") is None
    assert geocoder.geocode("Xyzzyqwv", exactly_one=False) is None
    assert geocoder.geocode("") is None


@pytest.mark.parametrize("codes", ["ve", ["VE"], "ve,pe"])
def test_country_codes_filter(geocoder, codes):
    assert geocoder.geocode("Valencia", country_codes=codes).raw["country"] in {"VE", "PE"}


def test_viewbox_prefers_and_bounded_demands(geocoder):
    lebanon = [(33, 34), (36, 37)]
    assert geocoder.geocode("Tripoli", viewbox=lebanon).raw["country"] == "LB"
    assert {p.raw["country"] for p in geocoder.geocode("Tripoli", viewbox=lebanon, exactly_one=False)} > {"LB"}
    bounded = geocoder.geocode("Tripoli", viewbox=lebanon, bounded=True, exactly_one=False)
    assert {p.raw["country"] for p in bounded} == {"LB"}


def test_a_code_of_no_country_is_no_leave_to_look_everywhere(geocoder):
    assert geocoder.geocode("Paris", country_codes="zz") is None
    assert geocoder.geocode("Paris", country_codes=["zz", "us"]).raw["country"] == "US"


@pytest.mark.parametrize("point", [(90, 0), (-90, 180), (0, -30), (0, 180), (0, -180)])
def test_at_the_poles_and_at_sea_there_is_no_town(geocoder, point):
    assert geocoder.reverse(point) is None


def test_the_180th_meridian_is_no_border(geocoder):
    found = [[place.address for place in geocoder.reverse((-16.8, lon), exactly_one=False)] for lon in (180, -180)]
    assert found[0] == found[1]
    assert {place.longitude > 0 for place in geocoder.reverse((-16.8, 180), exactly_one=False)} == {True, False}


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_below_one_is_geopys_error_for_points_too(geocoder, limit):
    with pytest.raises(GeocoderQueryError):
        geocoder.reverse((33.3, 44.4), exactly_one=False, limit=limit)


@pytest.mark.parametrize("call", [
    {"query": None}, {"query": "Paris", "limit": 0}, {"query": "Paris", "viewbox": []},
    {"query": "Paris", "viewbox": [(1, 2)]}, {"query": "Paris", "viewbox": "12"},
])  # fmt: skip
def test_a_wrong_query_is_geopys_error(geocoder, call):
    with pytest.raises(GeocoderQueryError):
        geocoder.geocode(**call)


def test_reverse_finds_the_nearest_towns(geocoder):
    assert geocoder.reverse((33.34, 44.40)).raw["name"] == "Baghdad"
    assert len(geocoder.reverse("33.34, 44.40", exactly_one=False, limit=3)) == 3
    assert geocoder.reverse((-40.0, -120.0)) is None


def test_reverse_says_when_it_is_not_sure(gazetteer):
    inland, border, sea = reverse(gazetteer, 33.3, 44.4), reverse(gazetteer, 47.56, 7.59), reverse(gazetteer, -40, -120)
    assert (inland.country, inland.admin1, inland.sure) == ("IQ", "IQ.07", True)
    assert not border.sure
    assert (sea.country, sea.nearest, sea.sure) == ("", None, False)
    with pytest.raises(ValueError, match="no point"):
        reverse(gazetteer, 91, 0)


def test_search_ranks_and_marks_what_the_product_would_take(gazetteer):
    assert not any(hit.answered for hit in search(gazetteer, "Taji"))
    best = search(gazetteer, "Taji", country="iq")[0]
    assert (best.place.place_id, best.answered) == ("site:camp-taji", True)
    assert search(gazetteer, "Paris, Texas")[0].place.admin1 == "US.TX"
    assert search(gazetteer, "Nowhereville-on-Nothing") == ()
