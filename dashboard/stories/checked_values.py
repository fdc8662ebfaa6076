"""Numbers in a story's text that the data must bear out: {count=12}, {killed=3-9}, {count=4 | type=bombing}.

`{count}` alone is filled in from the data. Behind | stands another view than the step's own, as in an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from dashboard.filters import View, from_query
from dashboard.i18n import Translator, translator
from dashboard.queries import Totals, totals
from etl.store import Version

VALUES = ("count", "unplaced", "undated", "contested", "killed")
"""What can be asked for: events shown, of these without a place, without a day, contested; those killed, as a range."""
_GAP = re.compile(r"\{\s*([a-z]+)\s*(?:=\s*([\d,.  –-]+?)\s*)?(?:\|\s*([^{}]*?)\s*)?\}")
_DASH = "–"


class Gap(NamedTuple):
    """One checked value of a text: where it stands, what is asked, what the author wrote ("" = fill it in), of what."""

    start: int
    end: int
    value: str
    written: str
    query: str


def gaps(text: str) -> Iterator[Gap]:
    """The checked values of a text, also those that ask for something unknown."""
    for found in _GAP.finditer(text):
        yield Gap(found.start(), found.end(), found[1], found[2] or "", found[3] or "")


def told_by_data(gap: Gap, view: View, version: Version, t: Translator) -> str:
    """What the data say, in words of a language. Raises ValueError, with what to do, where they cannot."""
    if gap.value not in VALUES:
        raise ValueError(f"{{{gap.value}}} is not known. Use one of: {', '.join(VALUES)}.")
    if gap.query:
        view, problems = from_query(gap.query)
        if problems:
            raise ValueError(" ".join(problem.in_words(translator("en")) for problem in problems))
    return _ASKED[gap.value](totals(version, view), t)


def filled(text: str, view: View, version: Version, t: Translator) -> str:
    """The text with the data's own numbers; what cannot be answered stays as it is written."""
    parts, at = [], 0
    for gap in gaps(text):
        try:
            said = told_by_data(gap, view, version, t)
        except ValueError:
            said = text[gap.start : gap.end]
        parts += [text[at : gap.start], said]
        at = gap.end
    return "".join([*parts, text[at:]])


def agrees(gap: Gap, said: str) -> bool:
    """Whether what the author wrote is what the data say, whatever the grouping of digits and the dash."""
    return not gap.written or _bare(gap.written) == _bare(said)


def _bare(number: str) -> str:
    return re.sub(r"[,.  \s]", "", number).replace("-", _DASH)


def _killed(found: Totals, t: Translator) -> str:
    low, high = found.killed.low, found.killed.high
    if low is None or high is None:
        return t.number(0)
    return t.number(low) if low == high else f"{t.number(low)}{_DASH}{t.number(high)}"


_ASKED: dict[str, Callable[[Totals, Translator], str]] = {
    "count": lambda found, t: t.number(found.shown),
    "unplaced": lambda found, t: t.number(found.unplaced),
    "undated": lambda found, t: t.number(found.undated),
    "contested": lambda found, t: t.number(found.contested),
    "killed": _killed,
}
