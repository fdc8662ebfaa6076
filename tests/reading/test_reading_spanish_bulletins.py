"""Spanish bulletins: a dateline with a point before its dash, lists of different fates, blame told with a silence."""

from datetime import date

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def only(text: str) -> Incident:
    """The one incident of a text."""
    incidents = read_report(Report("t:1", "test", "Test", "es", "", text, date(2020, 7, 5)))[1]
    assert len(incidents) == 1
    return incidents[0]


def test_a_dateline_closed_by_a_point_and_a_dash_names_the_town() -> None:
    read = only("Managua.- Una bomba estalló el lunes frente a un cuartel y mató a dos soldados.")
    assert (read.places, read.country) == (("Managua",), "NI")


def test_those_taken_away_are_not_among_the_dead_counted_before_them() -> None:
    read = only(
        "Policías dispararon el lunes contra un autobús en Iguala; "
        "murieron seis personas y 43 jóvenes fueron llevados con rumbo desconocido."
    )
    assert read.killed is not None
    assert (read.killed.low, read.killed.high) == (6, 6)


def test_who_is_blamed_and_keeps_silent_is_accused() -> None:
    read = only(
        "Un coche bomba mató a dos personas en Bogotá el lunes. "
        "El Gobierno atribuyó el atentado a las FARC, que no se han pronunciado."
    )
    assert [(who.actor, who.stance) for who in read.attributions] == [("FARC", "accused")]
