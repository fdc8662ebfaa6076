"""Nothing that a report or an address says ever becomes markup."""

from __future__ import annotations

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.views.markup import highlighted, is_web, link, spoken, tag, text, windows
from etl.records import Span


class Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.said = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.said += data


def read(markup: str) -> Reading:
    reading = Reading()
    reading.feed(markup)
    reading.close()
    return reading


_spans = st.builds(Span, st.integers(0, 40), st.integers(0, 40)).filter(lambda s: s.start <= s.end)


@given(st.text(max_size=40), _spans, st.dictionaries(st.text(max_size=5), st.lists(_spans, max_size=3), max_size=3))
def test_highlighting_shows_the_words_unchanged_and_adds_marks_only(
    whole: str, window: Span, marks: dict[str, list[Span]]
) -> None:
    markup = highlighted(whole, window, marks, {})
    assert set(read(markup).tags) <= {"mark"}
    bare = "".join(part for i, part in enumerate(_between_tags(markup)) if i % 2 == 0)
    assert unescape(bare) == unescape(text(whole[window.start : window.end]))


def _between_tags(markup: str) -> list[str]:
    parts, rest = [], markup
    while "<" in rest:
        before, _, rest = rest.partition("<")
        inside, _, rest = rest.partition(">")
        parts += [before, inside]
    return [*parts, rest]


def test_overlapping_words_are_each_titled_by_all_they_say() -> None:
    markup = highlighted("ten men hurt", Span(0, 12), {"a": [Span(0, 7)], "b": [Span(4, 12)]}, {"a": "A", "b": "B"})
    assert markup == '<mark title="A">ten </mark><mark title="A, B">men</mark><mark title="B"> hurt</mark>'


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example", "java\nscript:alert(1)",
     "http://", "https:///x", "ftp://a.example", "", " https://a.example", "http://[bad"],
)  # fmt: skip
def test_only_web_addresses_become_links(address: str) -> None:
    assert not is_web(address)
    assert link(address, text("words")) == "words"


@given(st.text())
def test_a_link_never_breaks_out_of_its_address(rest: str) -> None:
    markup = link("https://a.example/" + rest, text("words"))
    assert read(markup).said == "words"
    assert read(markup).tags in ([], ["a"])


@given(st.text(), st.text())
def test_words_and_attributes_stay_words(words: str, title: str) -> None:
    assert read(tag("p", text(words), title=title)).tags == ["p"]


def test_words_carry_their_language_and_direction() -> None:
    assert spoken(text("سلام"), "ar") == '<span lang="ar" dir="rtl">سلام</span>'
    assert spoken(text("x"), "") == '<span dir="auto">x</span>'


def test_sentences_that_touch_are_shown_as_one() -> None:
    assert windows([Span(10, 20), Span(0, 9), Span(30, 40)], [], 50) == [Span(0, 20), Span(30, 40)]
    assert windows([], [Span(30, 31)], 40) == [Span(6, 40)]
