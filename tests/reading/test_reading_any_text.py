"""No text makes the reader raise; spans lie in the text; work stays bounded."""

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.reading import read
from etl.records import PlaceMention, Report, Span

TRADE = """attack killed five bomb in Mosul on Saturday , . and the said l'armée a tué trois soldats à Goma samedi ; « »
’ between 10 and 15 wounded no one ١٠ قُتل e\u0301 ² rockets fired from Gaza 2020-07-05 31 February June 27
el sábado mataron a murieron tres heridos \u200f \u202b السبت انفجار في ثلاثة جنود"""
WORDS = st.sampled_from([*TRADE.split(), "\n\n", "\u00a0"])


def nowhere(text: str, language: str) -> list[PlaceMention]:
    at = text.find("Goma")
    return [PlaceMention(Span(at, at + 4), "Goma", "town")] if at >= 0 and language else []


def check(text: str, language: str) -> None:
    found = read(Report("t:1", "t", "T", language, "", text, date(2020, 7, 5)), nowhere)
    assert len(found.incidents) <= len(text) // 5 + 1
    assert len({incident.incident_id for incident in found.incidents}) == len(found.incidents)
    for incident in found.incidents:
        for spans in incident.evidence.values():
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
        quoted = [text[span.start : span.end] for span in incident.evidence.get("weapons", ())]
        assert list(incident.weapons) == quoted
        assert [text[s.start : s.end] for s in incident.evidence.get("targets", ())] == list(incident.targets)
        for name in ("killed", "wounded", "detained"):
            if (count := getattr(incident, name)) is not None:
                assert incident.evidence[name]
                assert all(words in text for words in count.told.split(" / "))
        assert all(place in text for place in incident.places)
        assert all(who.actor in text for who in incident.attributions)
        assert 0 <= (incident.reading_confidence or 0) <= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join), st.sampled_from(["en", "fr", "es", "ar"]))
def test_words_of_the_trade_in_any_order(text: str, language: str) -> None:
    check(text, language)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["en", "fr", "es", "ar"]))
def test_any_text(text: str, language: str) -> None:
    check(text, language)


def test_long_texts_take_time_in_proportion() -> None:
    def seconds(times: int) -> float:
        text = "attack killed five in Goma and " * times
        start = time.process_time()
        check(text, "en")
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 16 * max(seconds(1000), 0.05)
