"""The picture that a reader takes away: what its title, foot and signs say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dashboard import queries
from dashboard.figures.marks import SHAPES
from dashboard.figures.palette import palette
from dashboard.live_figure.picture import picture
from dashboard.queries import Facets, Totals
from dashboard.views import session, summary
from dashboard.views.session import Reader
from etl.records import EVENT_TYPES


def draw(reader: Reader, totals: Totals, facets: Facets, said: list[str]) -> None:
    """The buttons that save it."""
    t, view = reader.t, reader.view
    colours = palette(reader.theme)
    shown = summary.by_type(view, facets)
    terms = queries.sources(reader.version).values()
    sources = t.several([f"{t.word('source', one.name)} ({one.licence})" for one in terms])
    signs = [
        {"path": SHAPES[name][0], "colour": colours.types[name], "label": f"{t.word('type', name)} ({t.number(count)})"}
        for name in EVENT_TYPES
        if (count := shown.get(name))
    ]
    today = t.day(datetime.now(UTC).date())
    picture(
        {
            "title": f"{t('app')}: {summary.title(view, t)}",
            "counts": summary.counts(totals, t),
            "said": " ".join(said),
            "lines": [
                t("picture.measure", measure=t(f"measure.{view.measure}")),
                t("picture.sources", sources=sources),
                t("picture.made", day=today, build=reader.version.build),
                session.link_to(replace(view, selected="")),
                t("figure.borders"),
            ],
            "signs": signs,
            "name": f"incident-atlas-{reader.version.build[:8]}",
            "buttons": {form: t(f"picture.{form}") for form in ("png", "svg")},
            "direction": t.direction,
            "ink": colours.ink,
            "quiet": colours.quiet,
            "paper": colours.surface,
        },
        key="picture",
    )
