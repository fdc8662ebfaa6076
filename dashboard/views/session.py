"""One reader's session: the pinned version, the view, and the address bar that mirrors it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.figures import Theme
from dashboard.filters import Problem, View, from_query
from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.views import reach
from etl.store import Version, open_store

_VIEW, _WRITTEN, _PROBLEMS, _VERSION, _PAGES, _MOVES = (
    f"atlas:{name}" for name in ("view", "written", "problems", "version", "pages", "moves")
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What a page needs to draw itself."""

    version: Version
    view: View
    t: Translator
    theme: Theme

    @property
    def map_revision(self) -> str:
        """Changes when the map must go where the view says, not where the reader left it."""
        return str(st.session_state.get(_MOVES, 0))


def arrive() -> View:
    """The reader's view: that of the address at first and where the reader goes back or forward, else the session's."""
    told = address()
    if _VIEW not in st.session_state:
        _hold(*_viewed(told))
    elif _goes_back() and told != st.session_state.get(_WRITTEN):
        _hold(*_viewed(told))
        st.session_state[_WRITTEN] = told
        moved()
    return view_now()


def _viewed(told: str) -> tuple[View, tuple[Problem, ...]]:
    """The view of an address; one that tells nothing is read in the browser's language."""
    view, problems = from_query(told)
    if not told and (spoken := (st.context.locale or "")[:2]) in LANGUAGES:
        view = replace(view, language=spoken)
    return view, problems


def _goes_back() -> bool:
    """Whether this run was started by the browser's history.

    Every other run comes with the address that the browser had when it was asked for, which may lag behind the view.
    """
    run = get_script_run_ctx()
    return run is not None and run.is_history_navigation


def settle(page: str, pages: dict[str, Any]) -> None:
    """Make the page of the path and that of the view one; an address that names a page in words goes there."""
    state, told = st.session_state, address()
    state[_PAGES] = pages
    view = view_now()
    if view.page != page:
        named = {"page", "event"} & parse_qs(told).keys()
        if named and told != state.get(_WRITTEN):
            go_to(view)
        state[_VIEW] = replace(view, page=page)
    write_address()


def view_now() -> View:
    """The view as it stands in this run."""
    view: View = st.session_state[_VIEW]
    return view


def problems_now() -> tuple[Problem, ...]:
    """What of the address could not be used; told until the view is changed."""
    found: tuple[Problem, ...] = st.session_state.get(_PROBLEMS, ())
    return found


def change(view: View) -> None:
    """Take a new view. In a callback this comes before the page is drawn; anywhere else, rerun afterwards.

    Other events are shown from the first page of their table.
    """
    held = view_now()
    if view.table_page == held.table_page and view.filters != held.filters:
        view = replace(view, table_page=1)
    _hold(view, ())


def moved() -> None:
    """The map must go where the view's camera says at its next drawing."""
    st.session_state[_MOVES] = st.session_state.get(_MOVES, 0) + 1


def go_to(view: View) -> None:
    """Open the page of a view. Ends the run."""
    _hold(view, problems_now())
    st.session_state[_WRITTEN] = _shown(view)
    st.switch_page(st.session_state[_PAGES][view.page], query_params=parse_qs(_shown(view)))


def write_address() -> None:
    """Bring the address bar in step with the view. It holds what came with this run, or what was written since."""
    written = _shown(view_now())
    if {address(), st.session_state.get(_WRITTEN, written)} != {written}:
        st.query_params.from_dict(parse_qs(written))
    st.session_state[_WRITTEN] = written


def reader() -> Reader:
    """The reader with the version pinned at the session's start. Raises StoreError where there is none."""
    state = st.session_state
    version: Version | None = state.get(_VERSION)
    if version is None or not version.folder.is_dir():
        version = reach.shown(open_store().current())
        state[_VERSION] = version
    view = view_now()
    theme: Theme = "dark" if st.context.theme.type == "dark" else "light"
    return Reader(version, view, translator(view.language), theme)


def origin() -> str:
    """The address of the atlas as the reader sees it, without path or query."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def link_to(view: View) -> str:
    """The whole address of a view."""
    query = view.to_query()
    return f"{origin()}/?{query}" if query else f"{origin()}/"


def _hold(view: View, problems: tuple[Problem, ...]) -> None:
    st.session_state[_VIEW] = view
    st.session_state[_PROBLEMS] = problems


def address() -> str:
    """The query of the address bar as it stands."""
    return urlencode([(key, value) for key in st.query_params for value in st.query_params.get_all(key)])


def _shown(view: View) -> str:
    """The view's query as the address bar has it: the path already names the page."""
    pairs = parse_qs(view.to_query())
    pairs.pop("page", None)
    return urlencode(pairs, doseq=True)
