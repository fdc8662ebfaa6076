"""What map and timeline show under the current filter, in words: for everyone, and for those who cannot see them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from dashboard.chips import in_words, period_in_words
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import Bins, Facets, Totals

_MANY = 2
"""Events that make a time busy."""
_NAMED = 3
"""Types and countries that a summary names."""


def by_type(view: View, facets: Facets) -> dict[str, int]:
    """Events shown of each type, most first: the facet without the types that are filtered away."""
    return {k: n for k, n in facets["event_types"].items() if n and (not view.event_types or k in view.event_types)}


def counts(totals: Totals, t: Translator) -> str:
    """Shown of total, and what cannot be drawn."""
    parts = [t("counts.shown", shown=totals.shown, count=totals.total)]
    if totals.unplaced:
        parts.append(t("counts.unplaced", count=totals.unplaced))
    if totals.undated:
        parts.append(t("counts.undated", count=totals.undated))
    if totals.maybe:
        parts.append(t("counts.maybe", count=totals.maybe))
    if totals.machine_coded:
        parts.append(t("counts.machine", count=totals.machine_coded))
    if totals.through:
        parts.append(t("counts.through", day=t.day(totals.through)))
    return " · ".join(parts)


def sentences(view: View, totals: Totals, facets: Facets, bins: Bins, t: Translator) -> list[str]:
    """Two or three sentences: how many, of what, where, when most, how many killed."""
    if not totals.shown:
        return [t("summary.nothing")]
    # An event of "some day in 2020" belongs to a March that was asked for, and does not make it a year.
    asked_first, asked_last = view.days
    first = max(filter(None, (totals.first, asked_first)), default=None)
    last = min(filter(None, (totals.last, asked_last)), default=None)
    period = period_in_words(first, last, t)
    said = [t("summary.shown", count=totals.shown, period=period) if period else t("counts.events", count=totals.shown)]
    types = _leading(by_type(view, facets))
    said.append(t("summary.types", types=t.several([f"{t.word('type', k)} ({t.number(n)})" for k, n in types])))
    lands = {k: n for k, n in facets["countries"].items() if n and (not view.countries or k in view.countries)}
    if len(lands) > 1:
        named = [f"{t.country(k)} ({t.number(n)})" for k, n in _leading(lands)]
        said.append(t("summary.countries", countries=t.several(named)))
    # The bins are drawn without regard to the marked days, so they say nothing of what those hold.
    if view.brush is None and (peak := _peak(bins, t)):
        said.append(peak)
    said.append(_killed(totals, t))
    return [line for line in said if line]


def _leading(found: dict[str, int]) -> list[tuple[str, int]]:
    """The first of what was counted, without those that hardly count beside the most frequent."""
    most = max(found.values(), default=0)
    return [(value, number) for value, number in found.items() if number >= most / 50][:_NAMED]


def _peak(bins: Bins, t: Translator) -> str:
    """The fullest bin of the timeline, where there is more than one."""
    summed: Counter[str] = Counter()
    for start, number in zip(bins.bins["start"], bins.bins["events"], strict=True):
        summed[str(start)] += int(number)
    if len(summed) < 2:
        return ""
    start, most = max(sorted(summed.items()), key=lambda item: item[1])
    if most < _MANY:
        return ""
    day = date.fromisoformat(start)
    words = {"day": t.day(day), "week": t("summary.week_of", day=t.day(day)), "month": t.month(day), "year": start[:4]}
    return t("summary.peak", when=words[bins.width], count=most)


def _killed(totals: Totals, t: Translator) -> str:
    told = totals.killed
    if told.low is None and told.best is None:
        return t("summary.killed_unknown")
    low, high = told.low or told.best or 0, told.high or told.best or 0
    if low == high:
        form = "killed_open" if told.is_open else "killed_exact"
    else:
        form = "killed_all" if told.events == totals.shown else "killed"
    return t(f"summary.{form}", low=low, count=high, events=told.events, total=totals.shown)


def title(view: View, t: Translator) -> str:
    """The filters as one line, for headings and files."""
    return " · ".join(chip.text for chip in in_words(view, t)) or t("summary.everything")
