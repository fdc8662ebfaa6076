"""Reports invented for the purpose, read with the real gazetteer: most of their incidents come out as right rows."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etl.lexicon import fold
from etl.places.find import finder
from etl.places.gazetteer import open_gazetteer
from etl.reading import read
from etl.records import Count, Incident, Report

TOLD = Path(__file__).parent / "told"


def days(told: str) -> tuple[date | None, date | None]:
    first, _, last = told.partition("..")
    last = last if ".." in told else first
    return (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def count(told: Count | None) -> list[int | None] | None:
    return None if told is None else [told.low, told.best if told.high is None else told.high]


def is_right(wanted: dict[str, Any], one: Incident) -> bool:
    same_place = any(fold(wanted["place"]) in fold(name) for name in one.places)
    told = [wanted.get(key) for key in ("killed", "wounded", "detained") if key in wanted]
    read_as = [count(getattr(one, key)) for key in ("killed", "wounded", "detained") if key in wanted]
    stances = {f"{fold(a.actor)}:{a.stance}" for a in one.attributions}
    named = {fold(actor) for actor in wanted.get("actors", ())}
    return (
        (one.event_type, one.status) == (wanted["type"], wanted.get("status", "carried_out"))
        and (one.date_start, one.date_end) == days(wanted["date"])
        and same_place
        and told == read_as
        and all(any(actor.split(":")[1] == s.split(":")[1] for s in stances) for actor in named)
    )


@pytest.mark.parametrize(("code", "share"), [("en", 0.75), ("es", 0.75), ("fr", 0.75)])
def test_most_incidents_are_right_rows_and_few_are_invented(code: str, share: float) -> None:
    find = finder(open_gazetteer())
    right = wanted = predicted = 0
    for number, told in enumerate(tomllib.loads((TOLD / f"{code}.toml").read_text("utf-8"))["report"]):
        report = Report(f"t:{number}", "t", "T", code, "", told["text"].strip(), told["published"])
        found = list(read(report, find).incidents)
        incidents = told.get("incident", [])
        right += sum(any(is_right(one, other) for other in found) for one in incidents)
        wanted, predicted = wanted + len(incidents), predicted + len(found)
    assert right >= share * wanted
    assert predicted <= 1.1 * wanted
