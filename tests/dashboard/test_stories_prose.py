"""A story's text on the page: Markdown without anybody's HTML, pictures or hidden addresses."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.views.story_prose import prose


def test_emphasis_lists_and_links_are_drawn() -> None:
    drawn = prose("Some *words*\n\n- one\n- [two](https://example.org/2)\n\n> said")
    for piece in ("<em>words</em>", "<li>one</li>", '<a href="https://example.org/2">two</a>', "<blockquote>"):
        assert piece in drawn


def test_nothing_of_an_author_is_run_or_fetched() -> None:
    hostile = "<script>alert(1)</script> ![x](https://example.org/x.png) [y](javascript:alert(2)) <img src=x onerror=y>"
    drawn = prose(hostile)
    for piece in ("<script", "<img", 'href="javascript', "onerror=y>"):
        assert piece not in drawn


def test_a_word_of_the_glossary_is_explained_once() -> None:
    drawn = prose("The Green Zone, and again the green zone; Greenland.", {"green zone": "a <quarter>"})
    assert drawn.count("<abbr") == 1
    assert 'title="a &lt;quarter&gt;"' in drawn


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_is_drawn_without_a_tag_of_its_own(words: str) -> None:
    assert "<script" not in prose(words + "<script>x</script>")
