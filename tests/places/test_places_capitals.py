"""National capitals, under names that provinces and smaller towns share."""

from __future__ import annotations

import pytest

from etl.places.find import finder
from etl.places.resolve import Document


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("A bomb went off in Buenos Aires on Monday.", "Buenos Aires", "AR.07"),
        ("A bomb went off in Islamabad on Monday.", "Islamabad", "PK.08"),
        ("A bomb went off in Delhi on Monday.", "Delhi", "IN.07"),
    ],
)
def test_a_city_told_alone_is_the_one_that_bears_the_name(gazetteer, text, name, where):
    document = Document(gazetteer, text, [m.span for m in finder(gazetteer)(text, "en")])
    answer = document.resolve_name(name, (), ()).answer
    assert answer is not None
    assert answer.admin1 == where
    assert answer.precision == "town"
