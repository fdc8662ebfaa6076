"""Ids of the gazetteer as names that a reader knows apart."""

from etl.pipeline import gazetteer, place_names


def test_ids_become_name_area_and_country_and_an_unknown_id_is_left_out() -> None:
    towns = [place for place in gazetteer().named("Tripoli") if place.kind == "town"]
    named = place_names([*(place.place_id for place in towns), "geonames:0"])
    assert len(named) == len(towns)
    assert {country for _, _, country in named.values()} >= {"LY", "LB"}
    assert len(set(named.values())) > 1
