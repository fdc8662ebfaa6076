"""View: everything a reader has set, in one frozen record, and the only form of it as an address.

The address bar, story steps, `export --view` and citations all use `to_query` and `from_query`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlencode

from dashboard.address import FORMS
from dashboard.geography import Bounds, Camera, Near, Outline
from dashboard.i18n import Translator

NO_FILTERS = frozenset(
    {"page", "language", "camera", "selected", "measure", "context", "table_page", "story", "step", "presenting"}
)
"""Fields of a View that show its events in one way or another and leave none out."""
_PASSED_BY = frozenset({"embed", "embed_options"})
"""Keys of the address that belong to Streamlit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is filtered, shown and chosen. Empty = not set; lists are sorted and free of repeats.

    within: only what lies in these degrees. outline: only what lies inside of what was drawn on the map. camera: where
    the map stands; it filters nothing. brush: the days (both included) marked on the timeline. coarsest_place,
    coarsest_date: hide what is less exact than this precision. actors: by any of their names; actors, sides, stances:
    one attribution of the event must meet all of them.
    near: only what lies within a distance of a place. machine_coded: with rows that a program coded and nobody looked
    at, which are hidden otherwise. languages: languages of the reports; language: that of the interface.
    selected: id of the chosen event; on the page "event" it is the one told there. measure: what map and timeline
    count. context: whether the background of the events stands under the timeline. table_page: from 1.
    story, step, presenting: on the page "stories" the story by its name, its step from 1, and whether it is shown to a
    class ("screen") or its notes to the presenter ("notes").
    """

    page: str = "explore"
    language: str = "en"
    date_from: date | None = None
    date_to: date | None = None
    event_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    admin1: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    coarsest_place: str = ""
    coarsest_date: str = ""
    killed_at_least: int | None = None
    sources_at_least: int | None = None
    only_contested: bool = False
    machine_coded: bool = False
    text: str = ""
    near: Near | None = None
    within: Bounds | None = None
    outline: Outline = ()
    camera: Camera | None = None
    brush: tuple[date, date] | None = None
    selected: str = ""
    measure: str = "events"
    context: bool = False
    table_page: int = 1
    story: str = ""
    step: int | None = None
    presenting: str = ""

    def __post_init__(self) -> None:
        """Bring every value into its one form. Raises ValueError for one that has none."""
        for name, form in FORMS.items():
            object.__setattr__(self, name, form.canonical(getattr(self, name)))
        if self.date_from and self.date_to and self.date_from > self.date_to:
            raise ValueError("the period ends before it begins")

    @property
    def days(self) -> tuple[date | None, date | None]:
        """First and last day that the period and the brush together leave, either None where open."""
        first, last = self.brush or (None, None)
        firsts = [day for day in (self.date_from, first) if day]
        lasts = [day for day in (self.date_to, last) if day]
        return max(firsts, default=None), min(lasts, default=None)

    @property
    def filters(self) -> View:
        """The view with nothing but what it filters by: two views of one set of events are equal in it."""
        return View(**{name: getattr(self, name) for name in FORMS if name not in NO_FILTERS})

    def to_query(self) -> str:
        """The view as the query string of an address, without "?"; "" for the default view."""
        told_by_event = self.page == "event" and self.selected
        pairs: list[tuple[str, str]] = []
        for name, form in FORMS.items():
            value = getattr(self, name)
            if value == form.empty or (name == "page" and told_by_event):
                continue
            key = "event" if name == "selected" and told_by_event else form.key
            pairs += [(key, text) for text in form.write(value)]
        return urlencode(pairs)


class Problem(NamedTuple):
    """Something of an address that was set aside: why (a key of the catalogue under "address"), where and what."""

    reason: str
    key: str
    value: str

    def in_words(self, t: Translator) -> str:
        """The message for the reader."""
        return t(f"address.{self.reason}", key=self.key, value=self.value)

    def __str__(self) -> str:
        return f"{self.key}={self.value}: {self.reason}"


def from_query(query: str) -> tuple[View, tuple[Problem, ...]]:
    """The view of a query string, and what of it could not be used; for that the default is kept. Never raises."""
    given = parse_qs(query.removeprefix("?"), keep_blank_values=True, errors="replace")
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    if "event" in given:
        given["page"], given["selected"] = ["event"], given.pop("event")
    for name, form in FORMS.items():
        texts = given.pop(form.key, None)
        if texts is None:
            continue
        if len(texts) > 1 and not form.many:
            problems.append(Problem("repeated", form.key, texts[-1]))
        for kept, text in _readable(name, texts if form.many else texts[:1]):
            if kept is None:
                problems.append(Problem("bad_value", form.key, text))
            else:
                values[name] = (*values.get(name, ()), *kept) if form.many else kept
    problems += [Problem("unknown_key", key, texts[0]) for key, texts in given.items() if key not in _PASSED_BY]
    try:
        return View(**values), tuple(problems)
    except ValueError:
        wrong = Problem("period_reversed", "from", f"{values.pop('date_from')} > {values.pop('date_to')}")
        return View(**values), (*problems, wrong)


def _readable(name: str, texts: list[str]) -> list[tuple[Any, str]]:
    """Each text with its value, None where it has none; one bad value of a repeated key loses only itself."""
    form = FORMS[name]
    read: list[tuple[Any, str]] = []
    for text in texts:
        try:
            read.append((form.canonical(form.read([text])), text))
        except ValueError:
            read.append((None, text))
    return read
