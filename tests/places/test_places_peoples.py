"""Words for a people are no names of their country, in English."""

from __future__ import annotations

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report


@pytest.mark.parametrize("people", ["Israeli", "Pakistani", "Yemeni"])
def test_a_word_for_a_people_is_not_where_it_happened(people: str) -> None:
    text = f"Six people died in an ambulance hit on Friday at Tyre by an {people} rocket."
    (one,) = read_report(Report("r", "s", "s", "en", "", text, None))[1]
    assert one.places == ("Tyre",)
