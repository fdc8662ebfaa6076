"""Spanish wire copy: days tied to a noun of act, whole names of quarters, datelines, who claims from where."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report

PUBLISHED = date(2016, 5, 12)  # a Thursday


def told(text: str, title: str = "") -> list[Incident]:
    report = Report("t:1", "t", "", "es", title, text, PUBLISHED)
    return list(read_report(report)[1])


def stances(incident: Incident) -> list[tuple[str, str]]:
    return sorted((one.actor, one.stance) for one in incident.attributions)


@pytest.mark.parametrize(
    "text",
    [
        "Los talibanes se atribuyeron el ataque del lunes contra un hotel de Kabul, que mató a nueve personas.",
        "Washington responsabilizó a Teherán del ataque con drones del lunes contra el puerto de Adén.",
    ],
)
def test_the_day_of_an_attack_claimed_or_blamed_is_that_of_the_attack(text):
    (incident,) = told(text)
    assert incident.date_start == incident.date_end == date(2016, 5, 9)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Una bomba mató ayer a dos personas en el barrio Virgen del Carmen, en Quito.", "barrio Virgen del Carmen"),
        ("Una granada hirió ayer a un hombre en el barrio San José Obrero, en Guayaquil.", "barrio San José Obrero"),
        ("Una bomba mató ayer a dos hombres ante el Palacio Municipal de Uruapan.", "Palacio Municipal de Uruapan"),
    ],
)
def test_the_name_of_a_quarter_or_site_is_whole_though_a_town_is_called_like_a_part_of_it(text, place):
    (incident,) = told(text)
    assert incident.places[0] == place


@pytest.mark.parametrize(
    "text",
    [
        "SAN SALVADOR. Dos guardias murieron ayer en un ataque en la colonia Atlacatl.",
        "San Salvador, 12 de mayo. Dos guardias murieron ayer en un ataque en la colonia Atlacatl.",
    ],
)
def test_a_dateline_may_end_in_a_full_stop(text):
    (incident,) = told(text)
    assert incident.country == "SV"
    assert len(incident.places) > 1


def test_another_kind_of_act_in_another_town_is_another_incident_though_the_first_has_only_the_dateline():
    riot, fire = told(
        "MANAGUA - Tres personas murieron anoche en choques entre manifestantes y policías. "
        "En León fue incendiada la casa del estudiante."
    )
    assert (riot.places[0], fire.places[0]) == ("MANAGUA", "León")
    assert fire.killed is None


def test_a_newspaper_of_a_capital_is_no_government_that_claims():
    (incident,) = told("Un diario de Londres recibió una carta en la que Al Qaeda reivindica el atentado en Madrid.")
    assert stances(incident) == [("Al Qaeda", "claimed")]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("La policía mató a tiros el sábado a dos manifestantes en Arequipa.", "policía"),
        ("El lunes hombres armados mataron en Medellín a un juez y a dos escoltas.", "hombres armados"),
    ],
)
def test_a_finite_verb_of_killing_has_its_subject_as_the_doer(text, actor):
    (incident,) = told(text)
    assert stances(incident) == [(actor, "stated")]


def test_a_person_and_a_number_each_marked_as_objects_are_added():
    (incident,) = told("Pistoleros asesinaron ayer al fiscal Restrepo y a dos escoltas en Medellín.")
    assert incident.killed is not None
    assert incident.killed.best == 3


def test_a_missile_that_downs_a_plane_was_not_foiled():
    (incident,) = told("Un misil derribó ayer un avión cerca de Donetsk.")
    assert (incident.event_type, incident.status) == ("shelling", "carried_out")


def test_a_hyphen_within_a_name_parts_no_sentence():
    (incident,) = told(
        "El atentado del domingo contra un mitin del partido Jamiat Ulema-e-Islam en Khar, en Pakistán, "
        "causó 54 muertos y 130 heridos."
    )
    assert incident.killed is not None
    assert (incident.killed.best, incident.places[0]) == (54, "Khar")


def test_the_title_speaks_for_the_country_of_a_town_that_others_have_too():
    text = "Un guardia mató ayer a tiros a un joven en Trujillo."
    assert told(text, "Un muerto en Perú")[0].country == "PE"
    assert told(text, "Un muerto en Venezuela")[0].country == "VE"


def test_a_road_from_one_town_to_another_is_told_whole():
    (incident,) = told("Pistoleros mataron el lunes a nueve soldados en la carretera de Ménaka a Ansongo.")
    assert incident.places[0] == "carretera de Ménaka a Ansongo"
    assert set(incident.places[1:]) == {"Ménaka", "Ansongo"}


def test_of_a_group_only_those_who_are_told_to_have_died_count():
    (incident,) = told("Un policía murió el sábado en Salta atacado por veinte pistoleros, dos de los cuales murieron.")
    assert incident.killed is not None
    assert incident.killed.best in (2, 3)


def test_the_number_of_shots_counts_nobody():
    (incident,) = told("Unos pistoleros secuestraron ayer en Cali a un periodista y lo mataron de tres tiros.")
    assert incident.killed is not None
    assert incident.killed.best == 1


def test_what_a_government_denies_to_have_done_is_no_second_act():
    (incident,) = told("Aviones de la coalición mataron ayer a 140 personas en Saná; Riad niega haber bombardeado.")
    assert ("Riad", "denied") in stances(incident)


def test_the_day_on_which_a_toll_is_repeated_parts_no_sentence():
    (incident,) = told(
        "El vocero reiteró ayer que fueron 26 los muertos "
        "cuando el Ejército abrió fuego el lunes contra un mitin en Puebla."
    )
    assert incident.killed is not None
    assert (incident.killed.best, incident.date_start) == (26, date(2016, 5, 9))


def test_a_quarter_told_beside_its_town_comes_first():
    (incident,) = told("Ocho personas murieron ayer en un tiroteo en el sur de Cali, en el barrio Ciudad Jardín.")
    assert incident.places[0] == "barrio Ciudad Jardín"


def test_what_is_counted_in_a_whole_country_is_no_incident():
    assert told("En 2015 fueron asesinadas 4.700 personas en todo el país.") == []


def test_another_killing_of_the_same_day_in_a_place_of_its_own_is_another_incident():
    one, other = told(
        "El jueves, soldados asesinaron en Kigali a diez paracaidistas belgas. "
        "Ese mismo día 17 religiosos fueron pasados por las armas en Butare."
    )
    assert one.killed is not None
    assert other.killed is not None
    assert (one.killed.best, other.killed.best) == (10, 17)
