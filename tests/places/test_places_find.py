"""Place names found in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.places.find import finder
from etl.places.gazetteer import open_gazetteer

FIND = finder(open_gazetteer())


def names(text, language):
    return [mention.text for mention in FIND(text, language) if mention.kind != "demonym"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Two rockets fell in the Green Zone of Baghdad.", "en", ["Green Zone", "Baghdad"]),
        ("Une roquette s'est abattue sur la zone verte à Bagdad.", "fr", ["zone verte", "Bagdad"]),
        ("Dans la province d'Anbar, en Irak, l'attaque a visé Falloujah.", "fr", ["Anbar", "Irak", "Falloujah"]),
        ("The U.S. said that Camp Taji, north of Baghdad, was hit.", "en", ["U.S.", "Camp Taji", "Baghdad"]),
        ("Fighting near al-Qaim, Iraq, and in Deir ez-Zor, Syria.", "en", ["al-Qaim", "Iraq", "Deir ez-Zor", "Syria"]),
        ("وقال مصدر في بغداد إن صاروخا سقط في الموصل", "ar", ["بغداد", "الموصل"]),
        (
            "وفي عفرين، انفجرت دراجة. وقُتل أربعة في تَعِز باليمن وسوريا",
            "ar",
            ["عفرين", "تَعِز", "اليمن", "سوريا"],
        ),
        ("Tres murieron en Gao. El asalto fue en Mali.", "es", ["Gao", "Mali"]),
        ("Un ataque en Cali, Colombia.", "es", ["Cali", "Colombia"]),
    ],
)
def test_the_longest_known_names_are_found(text, language, expected):
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Sunday the Police said that Reading, Hope and Green are ordinary words in May.", "en"),
        ("Mark Jordan met David Lincoln and General Ali.", "en"),
        ("Le général Adel et M. Nancy ont parlé mardi.", "fr"),
        ("The New York Times and the Washington Post reported it.", "en"),
    ],
)
def test_ordinary_words_and_people_are_no_places(text, language):
    assert [n for n in names(text, language) if n not in {"New York"}] == []


def test_a_demonym_names_its_country():
    (mention,) = [m for m in FIND("Des soldats irakiens ont riposté.", "fr") if m.kind == "demonym"]
    assert (mention.text, mention.countries) == ("irakiens", ("IQ",))


_WORDS = st.sampled_from(
    ["Baghdad", "d'Anbar", "zone verte", "al-Qaim", "U.S.", "the", "Reading", "بغداد", "وبغداد", "K1", "St. Louis", ",",
     "\n", "’", "Camp Taji", "'", "-", "東京", "İzmir", "1234", "\u200f", "É", "São Paulo"]
)  # fmt: skip


_TEXTS = st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=25).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=25).map(" ".join)),
    st.sampled_from(["fr", "en", "ar", "es", "xx", ""]),
)
def test_any_text_gives_spans_that_equal_the_words_and_never_overlap(text, language):
    end = 0
    for mention in FIND(text, language):
        assert text[mention.span.start : mention.span.end] == mention.text
        assert end <= mention.span.start < mention.span.end
        end = mention.span.end


def test_half_of_a_hyphened_name_is_no_name() -> None:
    found = finder(open_gazetteer())("Un convoi a été attaqué au Cap-Haïtien, en Haïti. Au Cap-Haïtien, un mort.", "fr")
    assert [mention.text for mention in found] == ["Cap-Haïtien", "Haïti", "Cap-Haïtien"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He flew to China and India, then to the Philippines.", ["China", "India", "Philippines"]),
        ("A man of Paris, Ky., was held; so was one of Moncton, N.B.", ["Paris", "Ky", "Moncton", "N.B."]),
        ("She has lived in B.C. since then.", ["B.C."]),
        ("The house was built in 300 B.C. by hand.", []),
        ("The storm left the Gulf of Mexico for the Atlantic Ocean.", ["Gulf of Mexico", "Atlantic Ocean"]),
    ],
)
def test_countries_shortened_states_and_seas_are_places(gazetteer, text, found):
    assert [m.text for m in finder(gazetteer)(text, "en") if m.kind != "demonym"] == found
