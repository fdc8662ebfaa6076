"""Days that are told in passing: in names, by two days of the month, reckoned from a statement."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "A bomb killed two people at the Monday Market in Maiduguri on Wednesday.", 19, 19),
        ("en", "The army said on Tuesday that its jets had bombed a camp near Gao three days earlier.", 15, 15),
        ("en", "In the night of the 10th to the 11th gunmen killed two people in Gao.", 10, 11),
        ("fr", "Dans la nuit du 10 au 11, des hommes armés ont tué deux gardes à Gao.", 10, 11),
        ("es", "En la noche del 10 al 11, hombres armados mataron a dos guardias en Gao.", 10, 11),
    ],
)
def test_the_day_of_the_act_is_found(language: str, text: str, start: int, end: int) -> None:
    report = Report("r", "s", "s", language, "", text, date(2014, 11, 20))
    (one,) = read_report(report)[1]
    assert (one.date_start, one.date_end) == (date(2014, 11, start), date(2014, 11, end))
