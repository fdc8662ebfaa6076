"""An incident keeps its id as long as the text tells it where it does, whatever else of the text is read."""

from __future__ import annotations

from collections.abc import Callable

from etl.records import Reading

Read = Callable[..., Reading]


def test_an_incident_that_is_read_no_more_leaves_the_ids_of_the_others(reading: Read) -> None:
    bomb = "A bomb killed two guards in Gao on Thursday."
    whole = reading("A mortar round hit Mopti on Monday. " + bomb)
    less = reading("The mayor of Mopti planted 6 trees. " + bomb)
    assert (len(whole.incidents), len(less.incidents)) == (2, 1)
    assert whole.incidents[-1].incident_id == less.incidents[-1].incident_id


def test_the_second_incident_of_a_sentence_is_told_apart(reading: Read) -> None:
    text = "On Friday the army shelled Goma in response to a bombing in Gao on Thursday that killed two soldiers."
    assert [incident.incident_id for incident in reading(text).incidents] == ["t:1#1", "t:1#1.2"]
