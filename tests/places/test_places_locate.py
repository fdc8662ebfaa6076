"""Incidents get the point, the radius and the precision of their most exact safe place."""

from __future__ import annotations

import pytest

from etl.places.gazetteer import distance_km
from etl.places.locate import locate

IRAQ = "The Iraqi military in Baghdad said so."


def only(gazetteer, made):
    (incident,) = locate(gazetteer, *made)
    return incident


def test_the_place_comes_with_id_radius_country_area_and_span(gazetteer, incident_at):
    text = f"A rocket hit the K1 base near Kirkuk. {IRAQ}"
    incident = only(gazetteer, incident_at(text, "K1 base", "Kirkuk"))
    assert incident.gazetteer_id == "site:k1"
    assert (incident.country, incident.admin1, incident.place_precision) == ("IQ", "Kirkuk", "site")
    assert incident.radius_km >= 2
    assert [text[s.start : s.end] for s in incident.evidence["place"]] == ["K1 base", "Kirkuk"]


def test_only_the_coarser_name_is_known_so_its_coarser_precision_is_given(gazetteer, incident_at):
    text = f"Gunmen struck Qarya Ghayr Marufa in Anbar. {IRAQ}"
    incident = only(gazetteer, incident_at(text, "Qarya Ghayr Marufa", "Anbar"))
    assert (incident.place_precision, incident.admin1) == ("province", "Anbar")
    assert incident.radius_km > 100


def test_an_unsafe_place_is_left_open_with_its_candidates(gazetteer, incident_at):
    incident = only(gazetteer, incident_at("A rocket fell near Taji.", "Taji"))
    assert incident.latitude is None
    assert incident.country == ""
    assert "site:camp-taji" in incident.place_candidates


@pytest.mark.parametrize(
    "case",
    [
        ("30 km north of Mosul", "en", (36.605, 43.119), "district"),
        ("à une dizaine de kilomètres à l'ouest de Mossoul", "fr", (36.335, 43.007), "town"),
        ("10 kilómetros al norte de Mosul", "es", (36.425, 43.119), "town"),
    ],
)
def test_a_distance_phrase_is_reckoned_from_its_town(gazetteer, incident_at, case):
    phrase, language, point, precision = case
    text = f"Irak. A convoy was hit {phrase}. {IRAQ}"
    incident = only(gazetteer, incident_at(text, phrase, language=language))
    assert distance_km((incident.latitude, incident.longitude), point) < 3
    assert incident.place_precision == precision
    assert incident.radius_km >= 3


def test_a_part_of_a_country_is_an_area_inside_it(gazetteer, incident_at):
    incident = only(gazetteer, incident_at(f"A patrol was hit in northern Iraq. {IRAQ}", "northern Iraq"))
    assert incident.place_precision == "area"
    assert incident.latitude > 34
    assert incident.country == "IQ"


def test_the_airport_told_with_a_town_is_that_towns_airport(gazetteer, incident_at):
    text = f"A drone came down at the airport. Erbil was calm. {IRAQ}"
    assert only(gazetteer, incident_at(text, "airport", "Erbil")).gazetteer_id == "site:erbil-airport"


def test_an_embassy_is_never_put_at_the_country_it_belongs_to(gazetteer, incident_at):
    incident = only(gazetteer, incident_at(f"Rockets were aimed at the US embassy. {IRAQ}", "US embassy"))
    assert incident.country != "US"


def test_a_name_inside_the_stated_country_only(gazetteer, incident_at):
    text = "Shells fell on Tripoli, in Lebanon. Libya said nothing; Benghazi was quiet."
    assert only(gazetteer, incident_at(text, "Tripoli", "Lebanon")).country == "LB"


def test_names_come_back_most_exact_first(gazetteer, incident_at):
    text = f"Dans la province d'Anbar, des roquettes ont visé la base d'Aïn al-Assad. {IRAQ}"
    incident = only(gazetteer, incident_at(text, "province d'Anbar", "base d'Aïn al-Assad", language="fr"))
    assert incident.places == ("base d'Aïn al-Assad", "province d'Anbar")
    assert incident.gazetteer_id == "site:ain-al-asad"


def test_a_point_that_a_source_gave_is_kept(gazetteer, incident_at):
    from dataclasses import replace

    report, reading = incident_at(f"Rockets hit Taji. {IRAQ}", "Taji")
    given = replace(reading.incidents[0], latitude=1.0, longitude=2.0)
    assert locate(gazetteer, report, replace(reading, incidents=(given,))) == (given,)


def test_a_phrase_without_a_name_lies_in_the_country_of_the_report_and_no_more(gazetteer, incident_at):
    incident = only(gazetteer, incident_at(f"Rockets hit the same base. {IRAQ}", "same base"))
    assert (incident.country, incident.place_precision) == ("IQ", "country")
    assert incident.radius_km > 100


def test_a_phrase_without_a_name_stays_unplaced_where_two_countries_are_named_alike(gazetteer, incident_at):
    incident = only(gazetteer, incident_at("Shells hit a base. Chad and Niger sent troops.", "base"))
    assert incident.latitude is None


@pytest.mark.parametrize(
    "told",
    [
        ("Des tirs dans la capitale haïtienne, selon la police.", "la capitale haïtienne", "fr", "Port-au-Prince"),
        ("Una bomba en la capital de Colombia.", "la capital de Colombia", "es", "Bogotá"),
        ("Gunmen shot two people in the Malian capital.", "the Malian capital", "en", "Bamako"),
        ("A bomb went off in Somalia's capital.", "Somalia's capital", "en", "Mogadishu"),
        ("Gunmen shot two people in South Sudan's capital.", "South Sudan's capital", "en", "Juba"),
        ("A bomb went off in Tunis.", "Tunis", "en", "Tunis"),
        ("هز انفجار العاصمة الأفغانية.", "العاصمة الأفغانية", "ar", "Kabul"),
        ("Clashes in the capital. Somalia's army fights in Baidoa.", "the capital", "en", "Mogadishu"),
        ("CLASHES IN THE CAPITAL. SOMALIA'S ARMY FIGHTS IN BAIDOA.", "CAPITAL", "en", "Mogadishu"),
    ],
)  # fmt: skip
def test_a_capital_told_without_its_name_is_placed(gazetteer, incident_at, told):
    text, phrase, language, place = told
    (placed,) = locate(gazetteer, *incident_at(text, phrase, language=language))
    assert placed.place_precision == "town"
    assert gazetteer.place(placed.gazetteer_id).name == place


@pytest.mark.parametrize(("report", "expected"), [
    (("A bomb went off in China on Friday.", "China", "en"), ("CN", "country")),
    (("Una bomba estalló en Siria.", "Siria", "es"), ("SY", "country")),
    (("Una bomba estalló en el norte de Siria.", "norte de Siria", "es"), ("SY", "area")),
    (("A train was derailed in northern India.", "northern India", "en"), ("IN", "area")),
    (("انفجرت قنبلة في مالي.", "مالي", "ar"), ("ML", "country")),
])  # fmt: skip
def test_a_country_that_is_also_a_word_for_its_people_is_placed(gazetteer, incident_at, report, expected):
    text, place, language = report
    incident = only(gazetteer, incident_at(text, place, language=language))
    assert (incident.country, incident.place_precision) == expected


@pytest.mark.parametrize(
    "told",
    [
        (
            "Les talibans ont pris une base à Jaghori, dans la province de Ghazni. L'armée afghane l'admet.",
            ("Jaghori", "Ghazni"),
            "fr",
        ),
        ("Gunmen killed two herders in Djenné, in the Mopti region. Mali's army said so.", ("Djenné", "Mopti"), "en"),
        ("Un civil herido en Horqueta (Concepción), dijo la policía paraguaya.", ("Horqueta", "Concepción"), "es"),
    ],
)
def test_a_town_comes_before_the_province_that_is_called_as_its_seat(gazetteer, incident_at, told):
    text, names, language = told
    incident = only(gazetteer, incident_at(text, *reversed(names), language=language))
    assert incident.places == names
    town = gazetteer.place(incident.gazetteer_id)
    assert town.name.casefold()[:4] in {names[0].casefold()[:4], "jāgh"}


def test_a_town_beside_another_country_lies_in_its_own(gazetteer, incident_at):
    text = "Dos muertos en Santa Elena de Uairén, junto a Brasil, según Caracas; el ejército venezolano lo niega."
    incident = only(gazetteer, incident_at(text, "Santa Elena de Uairén", "Brasil", language="es"))
    assert (incident.country, incident.place_precision) == ("VE", "town")


def test_an_airport_is_found_under_its_english_name(gazetteer, incident_at):
    text = "Tirs à l'aéroport Diori Hamani de Niamey, au Niger."
    incident = only(gazetteer, incident_at(text, "aéroport Diori Hamani", "Niger", language="fr"))
    assert (incident.country, incident.place_precision) == ("NE", "site")


@pytest.mark.parametrize(
    "told",
    [
        ("Un policía murió en Monterrey. En Pánuco hubo dos detenidos; la Marina mexicana lo confirmó.", "Nuevo León"),
        ("Un incendio en Monterrey, Chiapas, dejó dos heridos; la policía de Tuxtla Gutiérrez investiga.", "Chiapas"),
    ],
)
def test_a_great_town_before_the_hamlets_of_its_name_but_not_where_an_area_is_told(gazetteer, incident_at, told):
    text, area = told
    assert area in only(gazetteer, incident_at(text, "Monterrey", language="es")).admin1


def test_a_namesake_outside_the_province_told_with_it_is_not_meant(gazetteer, incident_at):
    text = "A gendarmerie post at Derecik, Hakkari province, was attacked. The Turkish army said so in Ankara."
    assert only(gazetteer, incident_at(text, "Derecik", "Hakkari province")).place_precision == "province"
