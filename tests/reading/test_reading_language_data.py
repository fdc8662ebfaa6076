"""The data folder of each language keeps its promises: examples are found where they say, counter-examples are not."""

import re
import tomllib
from datetime import date

import pytest

from etl.lexicon import actor_named, actors
from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import Days
from etl.reading.words.language import FOLDER, PHRASE_FILES, language, languages
from etl.reading.words.text import text_of

PHRASES = [
    pytest.param(code, entry, id=f"{code}-{name}-{entry['layer']}-{entry['kind']}-{number}")
    for code in languages()
    for name in PHRASE_FILES
    for number, entry in enumerate(tomllib.loads((FOLDER / code / f"{name}.toml").read_text("utf-8"))["phrases"])
]
FORMS = [
    pytest.param(code, form, id=f"{code}-{form['means']}-{number}")
    for code in languages()
    for number, form in enumerate(tomllib.loads((FOLDER / code / "temporal.toml").read_text("utf-8"))["form"])
]


def kinds_in(code: str, layer: str, words: str) -> set[str]:
    hits = language(code).book.find(language(code).tokens_of(text_of(words).folded))
    return {hit.phrase.kind for hit in hits.get(layer, ())}


@pytest.mark.parametrize(("code", "entry"), PHRASES)
def test_examples_of_phrases(code: str, entry: dict) -> None:
    for example in entry.get("examples", ()):
        assert entry["kind"] in kinds_in(code, entry["layer"], example), example
    assert entry["kind"] == "none" or entry.get("examples"), "every kind of phrase shows an example"
    if entry["layer"] != "cue":
        for example in entry.get("counter_examples", ()):
            assert entry["kind"] not in kinds_in(code, entry["layer"], example), example


@pytest.mark.parametrize(("code", "form"), FORMS)
def test_examples_of_times(code: str, form: dict) -> None:
    event = Days(date(2020, 6, 30), date(2020, 6, 30), "day", "explicit")
    for example in form["examples"]:
        text = text_of(example)
        found = language(code).temporal.find(text, 0, len(text.plain), language(code).tokens_of(text.folded).words)
        assert [one.means for one in found] == [form["means"]], example
        assert (days_of(found[0], date(2020, 7, 5), event) is None) == (form["means"] == "future"), example
    for example in form.get("counter_examples", ()):
        text = text_of(example)
        found = language(code).temporal.find(text, 0, len(text.plain), language(code).tokens_of(text.folded).words)
        assert form["means"] not in [one.means for one in found], example


SLOTS_NEEDED = {
    "date": ("day", "month", "year"), "day_month": ("day", "month"), "iso": ("day", "month", "year"),
    "days": ("day", "day2", "month"), "day_of_month": ("day",), "days_of_month": ("day", "day2"),
    "month": ("month",), "part_month": ("month", "part"), "half_month": ("month", "part"), "year": ("year",),
    "season": ("season",), "feast": ("feast",), "weekday": ("weekday",), "nights": ("weekday", "weekday2"),
    "ago": ("unit",), "last_unit": ("unit",), "this_unit": ("unit",), "part_this_month": ("part",),
}  # fmt: skip


@pytest.mark.parametrize(("code", "form"), FORMS)
def test_each_pattern_tells_all_that_its_meaning_is_reckoned_from(code: str, form: dict) -> None:
    for pattern in form["patterns"]:
        told = pattern.replace("dayword", "day").replace("monthnumber", "month").replace("shortyear", "year")
        told = told.replace("unitword", "unit")
        named = set(re.findall(r"\{(\w+)\}|\?P<(\w+)>", told))
        slots = {slot or group for slot, group in named}
        assert slots.issuperset(SLOTS_NEEDED.get(form["means"], ())), (code, pattern)


def test_actors_are_many_and_their_names_stand_for_one_only() -> None:
    assert len(actors()) >= 200
    assert actor_named("brigades du Hezbollah") is actor_named("Kataib Hezbollah") is not None
    for actor in actors():
        assert actor.origin, actor.actor_id
        assert actor.kind in {
            "state_forces", "police", "armed_group", "militia", "coalition", "international", "criminal",
        }  # fmt: skip
