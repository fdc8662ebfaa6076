"""Names that begin with a consonant and an apostrophe are no elided words."""

from __future__ import annotations

import pytest

from etl.places.find import finder
from etl.places.gazetteer import Gazetteer


@pytest.mark.parametrize(("text", "name"), [("Il est à N'Djamena.", "N'Djamena"), ("Le port de M'Bour.", "M'Bour")])
def test_a_consonant_and_an_apostrophe_begin_a_name(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert name in [mention.text for mention in finder(gazetteer)(text, "fr")]


def test_an_article_before_a_name_is_left_out(gazetteer: Gazetteer) -> None:
    assert [mention.text for mention in finder(gazetteer)("L'Irak n'a rien dit.", "fr")] == ["Irak"]
