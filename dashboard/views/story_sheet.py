"""A story as one HTML file: everything inside, no network; a screen shows it step by step, paper shows all of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from plotly.offline import get_plotlyjs

from dashboard import queries, wording
from dashboard.figures import legend
from dashboard.figures.context import when, with_context
from dashboard.figures.paper import for_paper, paper_map
from dashboard.live_figure.locales import locale_of
from dashboard.stories import Step, Story, filled
from dashboard.views import story_canvas, story_words
from dashboard.views.markup import Markup, link, spoken, tag, text
from dashboard.views.session import Reader
from dashboard.views.shared_figures import MOST_MARKS
from dashboard.views.story_prose import prose

WIDTH, MAP_HEIGHT, TIMELINE_HEIGHT = 660, 360, 190
_STYLE = Path(__file__).resolve().parents[1] / "style" / "sheet.css"
_SCRIPT = Path(__file__).with_name("story_sheet.js")
_QUIET = {"displayModeBar": False, "responsive": False}


def sheet_file(reader: Reader, story: Story, *, with_answers: bool) -> bytes:
    """As `sheet`, as it is downloaded: of what may leave."""
    leaving = replace(reader, version=reader.version.public)
    return sheet(leaving, story, with_answers=with_answers).encode()


def sheet(reader: Reader, story: Story, *, with_answers: bool) -> str:
    """The file's text. with_answers: for the teacher, with answers and notes; else for the class."""
    t = reader.t
    tongue = story.spoken(t.language)
    figures: dict[str, object] = {}
    steps = [_step(reader, story, number, figures, with_answers) for number in range(1, len(story.steps) + 1)]
    title = story.titles[tongue]
    head = [tag("h1", text(title)), tag("p", text(story.summaries.get(tongue, "")), class_="lead")]
    if warning := story.content_notes.get(tongue):
        head.append(tag("p", text(warning), class_="caution"))
    ways = tag(
        "nav", tag("button", text(t("story.back")), id="back", type="button"), tag("output", id="where"),
        tag("button", text(t("story.on")), id="on", type="button"),
        tag("button", text(t("story.print")), id="print", type="button"),
    )  # fmt: skip
    body = tag("main", tag("header", *head), ways, *steps, _foot(reader, story))
    inside = {"figures": figures, "locale": t.language, "words": locale_of(t.language)}
    told = json.dumps(inside, separators=(",", ":")).replace("<", "\\u003c")
    return (
        f'<!doctype html>\n<html lang="{tongue}" dir="{t.direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"{tag('title', text(title))}<style>{_STYLE.read_text(encoding='utf-8')}</style></head>"
        f'<body>{body}<script>{get_plotlyjs()}</script><script id="figures" type="application/json">{told}</script>'
        f"<script>{_SCRIPT.read_text(encoding='utf-8')}</script></body></html>\n"
    )


def _step(reader: Reader, story: Story, number: int, figures: dict[str, object], with_answers: bool) -> Markup:
    step, t = story.steps[number - 1], reader.t
    tongue = story.spoken(t.language)
    told = step.tellings[tongue]
    _draw(reader, step, number, figures)
    parts = [
        tag("p", text(t("story.step_of", number=number, count=len(story.steps))), class_="where"),
        tag("h2", text(told.title)),
        spoken(story_words.told(reader, step, told.text), tongue, "div"),
        tag("div", id=f"map-{number}", class_="figure", role="img", aria_label=told.title),
        tag("div", id=f"time-{number}", class_="figure", role="img", aria_label=told.title),
        _key(reader, step),
        _events(reader, step),
    ]
    asked = [("question", told.question)] + [("answer", told.answer), ("notes", told.notes)] * with_answers
    for name, words in asked:
        if words:
            said = prose(filled(words, step.view, reader.version, t))
            parts.append(tag("aside", tag("h3", text(t(f"story.{name}"))), said))
    return tag("section", *parts, story_words.sources(reader, step, with_addresses=True), class_="step")


def _draw(reader: Reader, step: Step, number: int, figures: dict[str, object]) -> None:
    t, version, view = reader.t, reader.version, story_canvas.view_of(step)
    camera = view.camera or story_canvas.camera_of(reader, view, MAP_HEIGHT)
    where = paper_map(queries.events(version, view, MOST_MARKS), t=t, camera=camera, width=WIDTH, height=MAP_HEIGHT,
                      selected=story_canvas.chosen_events(reader, step))  # fmt: skip
    over_time = with_context(story_canvas.timeline_of(reader, view, "light"), queries.background(), t)
    for name, figure in (("map", where), ("time", for_paper(over_time, width=WIDTH, height=TIMELINE_HEIGHT))):
        drawn = json.loads(figure.to_json())
        figures[f"{name}-{number}"] = {"data": drawn["data"], "layout": drawn["layout"], "config": _QUIET}


def _key(reader: Reader, step: Step) -> Markup:
    """What the shapes mean, those that the step shows."""
    t = reader.t
    shown = queries.facets(reader.version, story_canvas.view_of(step))["event_types"]
    signs = legend(t, "light").to_dict("records")
    words = " · ".join(f"{sign['symbol']} {sign['label']}" for sign in signs if shown.get(sign["event_type"]))
    return tag("p", text(f"{words}. {t('story.paper_key')}"), class_="key")


def _events(reader: Reader, step: Step) -> Markup:
    """The events that the step points at, each in one line with how exactly it is known and who tells it."""
    t = reader.t
    items = []
    for event_id in story_canvas.chosen_events(reader, step):
        found = queries.event(reader.version, event_id, t.language)
        if found is not None:
            told = " · ".join([wording.exactness(found.values, t), *wording.tolls(found.values, t)])
            by = t.several(sorted({report.publisher for report in found.reports.values() if report.publisher}))
            line = tag("strong", spoken(text(wording.headline(found.values, t)), ""))
            items.append(tag("li", line, text(f" {told}. "), spoken(text(by), "")))
    return tag("ul", *items, class_="events") if items else Markup("")


def _reaches(reader: Reader, step: Step, entry: queries.Background) -> bool:
    """Whether the timeline of a step shows an entry."""
    shown = queries.bins(reader.version, story_canvas.view_of(step))
    return bool(shown.first and shown.last and entry.first <= shown.last and entry.last >= shown.first)


def _foot(reader: Reader, story: Story) -> Markup:
    """Background shown under the timelines, licences, and which build this is."""
    t, manifest = reader.t, reader.version.manifest
    entries = [
        tag("li", text(f"{when(e.first, e.last, t)}: {e.title(t.language)}. "), link(e.source, text(e.source)))
        for e in queries.background()
        if any(_reaches(reader, step, e) for step in story.steps)
    ]
    rights = [
        tag(
            "li",
            spoken(text(f"{terms.citation}. {terms.licence} "), ""),
            link(terms.licence_url, text(terms.licence_url)),
        )
        for terms in queries.sources(reader.version).values()
    ]
    built, today = datetime.fromisoformat(manifest["built"]).date(), datetime.now(UTC).date()
    made = t("story.made", build=reader.version.build, built=t.day(built), today=t.day(today))
    closing = [text(line) for line in (story.licence, t("figure.borders"), made) if line]
    background = [tag("h2", text(t("context.heading"))), tag("ul", *entries)] if entries else []
    return tag(
        "footer",
        *background,
        tag("h2", text(t("story.licence"))),
        tag("ul", *rights),
        *(tag("p", line) for line in closing),
    )
