"""Reports and our summaries: one a file, or one a line."""

from __future__ import annotations

import hashlib
import json
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from etl.errors import InputError
from etl.items import Notice, Rejected
from etl.records import Report
from etl.sources import files_of, recognise

SLOW = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HEAD = "---\nid: 1\nsource: Example\nlanguage: en\npublished: 2019-03-04\n---\n"


def test_a_summary_names_the_page_that_it_is_based_on(take, fixtures):
    (report,) = take("summaries", fixtures / "summaries" / "page.md").reports
    assert report.report_id == "summaries:en-2019-03-04-example"
    assert (report.source, report.publisher, report.agency) == (
        "Incident Atlas summaries",
        "Example Gazette",
        "Example Wire",
    )
    assert report.url == "https://example.org/news/well-road"
    assert report.text_is_summary
    assert report.text.startswith("Two people")
    assert report.text.endswith("Gazette.")
    assert report.content_sha256 == hashlib.sha256(report.text.encode()).hexdigest()


def test_a_markdown_report_with_front_matter(take, fixtures):
    found = take("reports", fixtures / "reports" / "note.md")
    (report,) = found.reports
    assert report.report_id == "example-gazette:n-17"
    assert (report.title, report.language, report.published) == ("Well road: two hurt", "en", date(2019, 3, 4))
    assert (report.agency, report.text_is_summary) == ("", False)
    assert report.text == ("Two people were hurt on the well road on Sunday.\n\nNobody said who was behind it.")
    assert found.told() == "field 'mood' is not used"


def test_a_page_gives_its_article_and_the_day_in_its_address(take, fixtures):
    found = take("reports", fixtures / "reports" / "page.html")
    (report,) = found.reports
    assert (report.title, report.language) == ("Deux blessés sur la route du puits", "fr")
    assert report.publisher == "La Gazette d’exemple"
    assert report.published == date(2019, 3, 4)
    assert "comes from its address" in found.told()
    assert report.report_id == "la-gazette-d-exemple:example.org/2019/03/04/route-du-puits.html"
    assert "Deux personnes ont été blessées dimanche" in report.text
    assert "Sport" not in report.text
    assert "2015" not in report.text


def test_a_meta_tag_goes_before_the_address(take, fixtures, tmp_path):
    page = (fixtures / "reports" / "page.html").read_text()
    tag = '<meta property="article:published_time" content="2019-03-05T00:30:00+03:00"><title>'
    (tmp_path / "p.html").write_text(page.replace("<title>", tag, 1))
    found = take("reports", tmp_path / "p.html")
    assert found.reports[0].published == date(2019, 3, 5), "the calendar day as written, whatever the zone"
    assert not found.notices


@pytest.mark.parametrize("address", ["/2019/13/40/x", "/2019/03/x", "/a-2019-x", "/x"])
def test_no_day_is_guessed_from_an_address_that_has_none(take, fixtures, tmp_path, address):
    page = (fixtures / "reports" / "page.html").read_text().replace("/2019/03/04/route-du-puits.html", address)
    (tmp_path / "p.html").write_text(page)
    assert take("reports", tmp_path / "p.html").reports[0].published is None


def test_lines_keep_ids_and_texts_to_the_letter(take, fixtures):
    found = take("reports", fixtures / "reports" / "lines.jsonl")
    assert [r.report_id for r in found.reports][:2] == ["ex-01", "ex-02"]
    assert found.reports[0].text == " Two people were hurt.  "
    assert found.reports[1].published is None
    assert found.reports[2].report_id == "example-gazette:example.org/c"
    assert found.reports[3].report_id.startswith("example-gazette:")
    assert found.reports[3].url == ""
    assert {r.row: r.field for r in found.rejected} == {3: "", 4: "published", 5: "text", 6: ""}
    assert found.accounted == 8
    assert "field 'mood' is not used (1 lines)" in found.told()
    assert "'javascript:alert(1)' is no web address" in found.told()


def test_a_text_without_anything_else_is_a_report_too(take, tmp_path):
    (tmp_path / "plain.txt").write_text("A bomb went off.\r\nNobody was hurt.\r\n")
    (report,) = take("reports", tmp_path / "plain.txt").reports
    assert report.text == "A bomb went off.\nNobody was hurt."
    assert report.report_id == f"reports:{report.content_sha256[:16]}"
    assert (report.language, report.title, report.published) == ("", "plain", None)


def test_an_address_makes_one_id_whatever_its_dress(take, tmp_path):
    ids = set()
    for number, url in enumerate(
        [
            "https://www.example.org/a/?b=2&a=1",
            "http://example.org/a?a=1&b=2&utm_medium=x#top",
            "https://EXAMPLE.org/a/?a=1&b=2",
        ]
    ):
        (tmp_path / f"{number}.md").write_text(f"---\nsource: Example\nurl: {url}\n---\nText {number}.")
        ids.add(take("reports", tmp_path / f"{number}.md").reports[0].report_id)
    assert ids == {"example:example.org/a?a=1&b=2"}


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("---\nid: 1\nText without an end of the head.", 1, "no closing line"),
        ("---\nid: [1\n---\nText.", 2, "no YAML"),
        ("---\n- a\n- b\n---\nText.", 2, "names no fields"),
        ("---\nid: 1\npublished: 4 March\n---\nText.", 3, "no day"),
        ("---\nid: 1\npublished: 2019-02-30\n---\nText.", 3, "no day"),
        ("---\nid: 1\nbased_on: a page\n---\nText.", 3, "names no publisher"),
        ("---\nid: [1, 2]\n---\nText.", 2, "a list or mapping"),
        ("---\nid: 1\n---\n  \n", 1, "no text"),
        ("", 1, "no text"),
        ('---\nid: "\\ud800"\n---\nText.', 2, "half a character"),
    ],
)
def test_a_file_that_cannot_be_kept_is_named_with_line_and_remedy(take, tmp_path, content, line, reason):
    (tmp_path / "x.md").write_text(content)
    found = take("reports", tmp_path / "x.md")
    (rejected,) = found.rejected
    assert rejected.row == line
    assert reason in rejected.reason
    assert rejected.remedy
    assert rejected.file.endswith("x.md")


def test_a_file_in_another_encoding_is_read_and_said(take, tmp_path):
    words = "Une roquette est tombée samedi près d'une école à Bagdad, blessant légèrement deux élèves. " * 4
    (tmp_path / "x.txt").write_bytes(words.encode("cp1252"))
    found = take("reports", tmp_path / "x.txt")
    assert "tombée samedi près d'une école à Bagdad" in found.reports[0].text
    assert "not UTF-8; it was taken for" in found.told()


def test_a_file_that_is_no_text_is_named(take, tmp_path):
    (tmp_path / "x.txt").write_bytes(bytes(range(256)) * 4)
    with pytest.raises(InputError, match=r"x\.txt: .*Save the file as UTF-8"):
        take("reports", tmp_path / "x.txt")


def test_a_text_keeps_its_own_form_of_letters(take, tmp_path):
    (tmp_path / "x.md").write_text(HEAD + "E\u0301cole et \u00e9cole\u00a0: fin.", encoding="utf-8")
    assert take("reports", tmp_path / "x.md").reports[0].text == "E\u0301cole et \u00e9cole\u00a0: fin."


@SLOW
@given(content=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
@example(content="[" * 5000)
@example(content="? [a]\n: b")
@example(content="a: &a [*a]")
@example(content="based_on: &a {url: *a}")
def test_any_head_gives_one_report_or_one_reject(take, tmp_path, content):
    for text in (content, f"---\n{content}\n---\nText."):
        (tmp_path / "x.md").write_text(text, encoding="utf-8")
        assert take("reports", tmp_path / "x.md").accounted == 1


FIELDS = st.sampled_from(["text", "id", "url", "published", "language", "based_on", "x"])
VALUES = st.one_of(
    st.none(), st.integers(), st.text(max_size=8), st.just({"url": "http://[x"}), st.just("http://[::1"), st.just([1])
)
LINE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), min_size=1),
    st.dictionaries(FIELDS, VALUES).map(json.dumps),
    st.sampled_from(['{"text": "a", "title": "\\ud83d"}', '{"text": "\\udc00"}', "[" * 10_000, '{"text": 1e999}']),
).filter(lambda line: line.encode().strip())


@SLOW
@given(lines=st.lists(LINE, max_size=6))
def test_any_lines_give_a_report_or_a_reject_each(take, tmp_path, lines):
    (tmp_path / "x.jsonl").write_bytes("\n".join(lines).encode())
    found = take("reports", tmp_path / "x.jsonl")
    assert found.accounted == len(lines)
    assert all(isinstance(i, Report | Rejected | Notice) for i in found.items)


@SLOW
@given(content=st.text(max_size=300))
@example(content="<div>" * 3000)
@example(content="<meta name=date content='x'><p>" + "word " * 80)
def test_any_page_gives_one_report_or_one_reject(take, tmp_path, content):
    (tmp_path / "x.html").write_bytes(content.encode("utf-8", errors="replace"))
    assert take("reports", tmp_path / "x.html").accounted == 1


def test_the_bundled_reports_are_summaries_and_all_are_kept(take):
    from etl.lexicon import DATA

    files = files_of(DATA / "reports")
    assert len(files) >= 60
    for path in files:
        assert recognise(path).name == "summaries", path
        found = take("summaries", path)
        (report,) = found.reports
        assert not found.notices, path
        assert report.text_is_summary, path
        assert report.publisher, path
        assert report.published, path
        assert report.url, path


def test_the_benchmarks_reports_are_kept_to_the_letter(take, shared):
    found = take("reports", shared / "bench" / "sample" / "reports.jsonl")
    assert [r.report_id for r in found.reports] == ["pub-fr-01", "pub-en-01", "pub-ar-01", "pub-es-01"]
    assert not found.rejected
    assert not found.notices
