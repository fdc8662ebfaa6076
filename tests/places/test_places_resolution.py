"""Names in their context: the right place, or none."""

from __future__ import annotations

import pytest

from etl.places.find import finder
from etl.places.placing import has_name
from etl.places.resolve import Document
from etl.records import Span


def answers(gazetteer, text, language="en"):
    """Name -> the answers' (name, country) or None, in the order of the text."""
    mentions = finder(gazetteer)(text, language)
    document = Document(gazetteer, text, [m.span for m in mentions])
    found = {}
    for mention in mentions:
        if mention.kind != "demonym":
            answer = document.resolve(mention.span).answer
            found.setdefault(mention.text, answer)
    return found


@pytest.mark.parametrize(
    "case",
    [
        ("Six Spaniards died in San Salvador, Spanish envoys told Salvadoran police.", "en", "San Salvador", "SV.10"),
        ("Rockets hit Taji, the Iraqi army said.", "en", "Taji", "IQ.07"),
        ("Un obus est tombé sur la base de Taji, selon l'armée irakienne.", "fr", "base de Taji", "IQ.07"),
        ("A blast in Tripoli; police in Beirut said it was a gas leak.", "en", "Tripoli", "LB.09"),
        ("Clashes in Tripoli, officials in Benghazi said.", "en", "Tripoli", "LY.77"),
        ("Troops entered Georgia and moved towards Tbilisi.", "en", "Georgia", "GE"),
        ("A man was shot in Atlanta, Georgia; police in Savannah look for his car.", "en", "Georgia", "US.GA"),
        ("He was arrested in Paris, Texas, not far from Dallas.", "en", "Paris", "US.TX"),
        ("Deux blessés à Paris, selon la police française.", "fr", "Paris", "FR.11"),
        ("Explosión en Valencia; detenidos en Caracas, dice el gobierno venezolano.", "es", "Valencia", "VE.07"),
        ("Explosión en Valencia y otra en Alicante, según la policía española.", "es", "Valencia", "ES.60"),
        ("Disturbios en Córdoba y Rosario, según la policía argentina.", "es", "Córdoba", "AR.05"),
        ("Disturbios en Córdoba y en Sevilla.", "es", "Córdoba", "ES.51"),
        ("Protesta en San José; la policía de Costa Rica cerró Cartago.", "es", "San José", "CR.08"),
        ("Riots in San Jose, California, spread to Oakland.", "en", "San Jose", "US.CA"),
        ("Les combats autour de Kidal et de Gao, au Mali.", "fr", "Gao", "ML.09"),
        ("استهدف صاروخ قاعدة عين الأسد في محافظة الأنبار غربي العراق.", "ar", "قاعدة عين الأسد", "IQ.01"),
    ],
)  # fmt: skip
def test_a_name_is_placed_by_what_the_report_says(gazetteer, case):
    text, language, name, where = case
    answer = answers(gazetteer, text, language)[name]
    assert answer is not None
    assert (answer.admin1 or answer.country) == where


def test_taji_without_a_country_stays_open_and_is_never_taiji(gazetteer):
    text = "A rocket came down near Taji during the night. Nobody was hurt."
    document = Document(gazetteer, text, [m.span for m in finder(gazetteer)(text, "en")])
    found = document.resolve_name("Taji", (), ())
    assert found.answer is None
    assert found.reason
    assert {candidate.place.country for candidate in found.candidates} >= {"IQ", "JP"}


@pytest.mark.parametrize("name", ["Taji", "camp Taji", "base de Taji", "Camp Taji", "Al-Taji"])
def test_no_form_of_taji_is_answered_in_japan(gazetteer, name):
    found = Document(gazetteer, "", ()).resolve_name(name, (), ())
    assert found.answer is None or found.answer.country == "IQ"


def test_two_forms_of_one_name_do_not_vouch_for_each_other(gazetteer):
    text = "Fire in Springfield. The mayor of Springfield spoke."
    assert set(answers(gazetteer, text).values()) <= {None}


def test_a_village_in_a_report_of_another_country_is_not_answered(gazetteer):
    found = answers(gazetteer, "Gunmen attacked Springfield, the Malian army said in Bamako.")
    assert found.get("Springfield") is None


def test_the_type_word_tells_the_level_of_idlib(gazetteer):
    text = "Syria: strikes in Idlib province went on, and a shell fell on the city of Idlib."
    spans = [m.span for m in finder(gazetteer)(text, "en") if m.text.startswith("Idlib")]
    document = Document(gazetteer, text, [m.span for m in finder(gazetteer)(text, "en")])
    kinds = [document.resolve(span).answer.kind for span in spans]
    assert kinds == ["admin1", "town"]


def test_a_bare_name_shared_by_a_province_and_its_main_town_means_the_town(gazetteer):
    assert answers(gazetteer, "Iraq: a bomb exploded in Baghdad.")["Baghdad"].kind == "town"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Washington blamed Tehran, the United States said.", "Washington", "town"),
        ("Moscow replied; Russia and Ukraine will talk.", "Moscow", "town"),
        ("Quebec and Ontario, Canada, are on alert.", "Quebec", "admin1"),
    ],
)
def test_a_bare_name_means_the_capital_but_not_a_small_town_of_a_large_province(gazetteer, text, name, kind):
    assert answers(gazetteer, text)[name].kind == kind


def test_other_spellings_are_found_only_in_a_country_the_report_speaks_of(gazetteer):
    told = Document(gazetteer, "", (), ["IQ"]).resolve_name("Al-Qadisiyya", ("admin1",), (), alike=True)
    untold = Document(gazetteer, "", (), ["FR"]).resolve_name("Al-Qadisiyyaa", ("admin1",), (), alike=True)
    assert told.answer is not None
    assert told.answer.country == "IQ"
    assert untold.answer is None


def test_a_part_of_a_name_does_not_vouch_for_the_whole(gazetteer):
    text = "The commander Nawar Ahmadi spoke in Ahmadi."
    document = Document(gazetteer, text, [m.span for m in finder(gazetteer)(text, "en")])
    whole, part = document.resolve_name("Nawar Ahmadi", (), ()), document.resolve_name("Ahmadi", (), ())
    assert whole.answer is None
    assert part.answer is None or part.reason != "other names speak for its country"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A fire in London, police in Ontario and Toronto said.", "London"),
        ("A fire in Lebanon; police in Indianapolis and Fort Wayne, Indiana, were told.", "Lebanon"),
    ],
)
def test_a_great_name_stays_open_where_the_report_is_at_home_with_a_namesake(gazetteer, text, name):
    answer = answers(gazetteer, text)[name]
    assert answer is None or answer.country in {"CA", "US"}


def test_a_word_for_a_people_is_no_town_of_that_name(gazetteer):
    text = "Russian officers spoke."
    document = Document(gazetteer, text, [Span(0, 7)])
    assert document.resolve(Span(0, 7)).answer.country == "RU"


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Heurts à Komanda et Fataki, en Ituri, selon l'armée congolaise.", "fr", "Komanda", "CD"),
        ("Des hommes armés ont attaqué Sévaré ; Bamako a réagi.", "fr", "Sévaré", "ML"),
        ("Shells fell on Nad Ali, Afghan officials in Kabul said.", "en", "Nad Ali", "AF"),
        ("Two killed at Akobo, the South Sudanese army in Juba said.", "en", "Akobo", "SS"),
        ("قصف على بلدة كتم في السودان.", "ar", "كتم", "SD"),
    ],
)
def test_towns_of_conflict_news_are_known(gazetteer, text, language, name, country):
    assert answers(gazetteer, text, language)[name].country == country


@pytest.mark.parametrize(
    ("text", "language", "name", "place_id"),
    [
        ("Rockets hit the Green Zone in Baghdad, Iraqi police said.", "en", "Green Zone", "site:green-zone"),
        ("Un obus est tombé à Ali al-Saleh, selon la police de Bagdad.", "fr", "Ali al-Saleh", "site:ali-al-saleh"),
        ("Rockets hit the K1 base near Kirkuk, Iraqi police said.", "en", "K1 base", "site:k1"),
        ("Rockets hit Ain al-Asad, the Iraqi army said.", "en", "Ain al-Asad", "site:ain-al-asad"),
        ("A drone hit Camp Victoria, the Iraqi army said.", "en", "Camp Victoria", "site:camp-victory"),
    ],
)
def test_bases_and_quarters_of_baghdad_are_right_in_context(gazetteer, text, language, name, place_id):
    assert answers(gazetteer, text, language)[name].place_id == place_id


def test_the_capital_is_no_name_in_arabic(gazetteer):
    assert not has_name(gazetteer, "العاصمة")
    assert has_name(gazetteer, "طرابلس")


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Mexico and Guatemala closed the border, officials said.", "Mexico", "country", "MX"),
        ("Envoys from Russia, United States officials said, met twice.", "Russia", "country", "RU"),
        ("PARIS, Mo. — A man was shot on Tuesday.", "PARIS", "town", "US"),
        ("A man of Harrodsburg, Ky., was shot.", "Ky", "admin1", "US"),
        ("Ships crossed the Pacific, the American navy said.", "the Pacific", "sea", ""),
    ],
)
def test_a_bare_name_is_taken_at_its_common_level(gazetteer, text, name, kind, country):
    answer = answers(gazetteer, text)[name]
    assert (answer.kind, answer.country) == (kind, country)


def test_a_large_namesake_abroad_is_not_answered_where_the_report_is_loudly_at_home(gazetteer):
    text = "Dublin council met. Police in Columbus, Ohio, and in Cleveland and Toledo, Ohio, came. Cork was quiet."
    answer = answers(gazetteer, text)["Dublin"]
    assert answer is None or answer.country == "US"


def test_a_river_of_a_towns_name_is_not_the_town(gazetteer):
    text = "A body was found in the Kishwaukee River, police in Chicago and Rockford, Illinois, said."
    at = text.index("Kishwaukee")
    span = Span(at, at + len("Kishwaukee River"))
    document = Document(gazetteer, text, [span, *(m.span for m in finder(gazetteer)(text, "en"))])
    assert document.resolve(span).answer is None


def test_a_small_town_lies_in_no_country_that_only_names_of_towns_speak_for(gazetteer):
    text = "Honduran police in Tegucigalpa and Choluteca, Honduras, said a man was held in Cifuentes near Manicaragua."
    document = Document(gazetteer, text, [m.span for m in finder(gazetteer)(text, "en")])
    assert document.resolve_name("Cifuentes", (), ()).answer is None


def test_the_article_of_a_name_in_capitals_is_no_state(gazetteer):
    text = "SAN SALVADOR -- A BUS WAS BURNED NEAR LA TIENDITA, U.S. OFFICIALS SAID."
    assert "LA" not in answers(gazetteer, text)
