"""Web pages: the article and nothing around it, and its day of publication only as exactly as the page tells it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report

PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "sources" / "reports" / "pages"
PAGE = """<!doctype html><html lang="en"><head><title>Rocket near Taji</title>{head}</head><body><article>
<h1>Rocket near Taji</h1>{line}
<p>A rocket came down near the camp of Taji on Saturday night and wounded two guards, the police said on Sunday.</p>
<p>The guards were taken to a hospital in Baghdad. An officer said that the rocket had been fired from a lorry.</p>
</article><footer>Copyright 2009-2021</footer></body></html>"""


@pytest.fixture
def page(take: Any, tmp_path: Path) -> Any:
    """What a page with these tags in its head, and this line under its headline, gives."""

    def made(head: str = "", line: str = "") -> Any:
        (tmp_path / "p.html").write_text(PAGE.format(head=head, line=line), encoding="utf-8")
        return take("reports", tmp_path / "p.html")

    return made


def canonical(path: str) -> str:
    return f'<link rel="canonical" href="https://example.org{path}">'


def test_only_the_article_is_read(take: Any) -> None:
    found = take("reports", PAGES / "taji.html")
    (report,) = found.reports
    assert report.text.startswith("A rocket came down beside the camp of Taji")
    for around in ("Basra", "Mosul", "Kirkuk", "Aleppo", "Samarra", "Copyright", "color"):
        assert around not in report.text
    _, incidents, _, problems = read_report(report)
    assert problems == ()
    assert {one.places[0] for one in incidents} == {"camp of Taji"}
    assert len(incidents) == 2


def test_a_page_in_arabic_is_read(take: Any) -> None:
    found = take("reports", PAGES / "erbil.html")
    (report,) = found.reports
    assert (report.language, report.published) == ("ar", date(2021, 2, 15))
    assert "حلب" not in report.text
    _, (incident,), _, _ = read_report(report)
    assert (incident.event_type, incident.date_start, incident.country) == ("shelling", date(2021, 2, 14), "IQ")
    assert incident.wounded is not None
    assert incident.wounded.low == 2


def test_a_headline_is_the_title_and_no_sentence_of_the_text(page: Any) -> None:
    (report,) = page().reports
    assert report.title == "Rocket near Taji"
    assert report.text.startswith("A rocket came down")


def test_meta_tags_that_are_not_used_are_named(take: Any) -> None:
    assert "meta tags not used: description, twitter:card, viewport" in take("reports", PAGES / "taji.html").told()


def test_a_page_with_many_tags_names_the_first_and_counts_the_rest(page: Any) -> None:
    told = page("".join(f'<meta name="tag{n:03}" content="x">' for n in range(60))).told()
    assert "tag000, tag001" in told
    assert told.endswith("and 20 more")


DAY = date(2020, 7, 5)


@pytest.mark.parametrize(
    ("head", "line", "basis"),
    [
        ('<meta name="pubdate" content="Sun, 05 Jul 2020 23:30:00 -0700">', "", ""),
        ('<meta name="dc.date" content="2020-07-05T00:30:00+03:00">' + canonical("/2019/01/02/x"), "", ""),
        (canonical("/2020/07/05/rocket.html"), '<time datetime="2021-01-01">1 January</time>', "its address"),
        (canonical("/world-2020/2020-07-05-rocket"), "", "its address"),
        ("", '<time datetime="2020-07-05T10:00:00Z">5 July</time>', "its markup"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-07-05T09:00:00+03:00"}'
         "</script>", "", "its markup"),
        (canonical("/2020/07/rocket"), '<time datetime="2020-07-05T10:00:00Z">5 July</time>', "its markup"),
        ('<meta name="date" content="this morning">' + canonical("/2020/07/05/x"), "", "its address"),
    ],
)  # fmt: skip
def test_a_day_that_a_page_tells_is_taken_and_its_basis_said(page: Any, head: str, line: str, basis: str) -> None:
    found = page(head, line)
    (report,) = found.reports
    assert (report.published, report.published_by) == (DAY, None)
    assert (f"comes from {basis}" in found.told()) if basis else ("comes from" not in found.told())


def test_a_month_in_the_address_is_a_month_and_no_day(page: Any) -> None:
    found = page(canonical("/2020/07/rocket-near-taji"))
    (report,) = found.reports
    assert (report.published, report.published_by) == (None, date(2020, 7, 31))
    assert "only the month is known, 2020-07" in found.told()
    _, (incident,), _, _ = read_report(report)
    assert (incident.date_start, incident.date_end) == (None, date(2020, 7, 31)), "Saturday of which week nobody knows"
    assert (incident.date_precision, incident.date_basis) == ("unknown", "published")


def test_a_day_in_the_markup_outside_the_month_of_the_address_is_of_something_else(page: Any) -> None:
    (report,) = page(canonical("/2020/07/rocket"), '<time datetime="2021-03-09">9 March</time>').reports
    assert (report.published, report.published_by) == (None, date(2020, 7, 31))


@pytest.mark.parametrize(
    "path", ["/2020/rocket", "/news-20200705-rocket", "/a/202007/rocket", "/05/07/2020/x", "/a?d=2015-10-12",
             "/s_2015-10-12_x", "/2020/13/x", "/1850/07/x"],
)  # fmt: skip
def test_no_day_and_no_month_is_guessed(page: Any, path: str) -> None:
    for head in (canonical(path), f'<meta property="og:url" content="https://example.org{path}">'):
        (report,) = page(head).reports
        assert (report.published, report.published_by) == (None, None)


def test_a_page_without_any_day_leaves_the_days_of_its_incidents_open(page: Any) -> None:
    (report,) = page().reports
    assert (report.published, report.published_by) == (None, None)
    _, (incident,), _, _ = read_report(report)
    assert (incident.date_start, incident.date_end, incident.date_precision) == (None, None, "unknown")


def test_a_tag_that_holds_no_day_is_said(page: Any) -> None:
    assert (
        "meta tag 'date', 'this morning', is no day: left out"
        in page('<meta name="date" content="this morning">').told()
    )


def test_a_reader_may_tell_a_month_in_lines(take: Any, tmp_path: Path) -> None:
    line = '{"text": "A bomb killed two in Basra.", "language": "en", "published_by": "2020-07-31"}\n'
    (tmp_path / "l.jsonl").write_text(line, encoding="utf-8")
    found = take("reports", tmp_path / "l.jsonl")
    (report,) = found.reports
    assert isinstance(report, Report)
    assert (report.published, report.published_by, found.notices) == (None, date(2020, 7, 31), [])
