"""What a reader sees when a part of the atlas cannot be drawn: what is wrong, what to do, and details to pass on."""

from __future__ import annotations

import logging
import platform
import traceback
from contextlib import ContextDecorator
from importlib.metadata import version as version_of
from pathlib import Path
from types import TracebackType

import streamlit as st

from dashboard.filters import View
from dashboard.i18n import LANGUAGES, Translator, translator
from dashboard.views import session
from dashboard.views.markup import Markup, spoken, tag, text
from etl.errors import NoBuildError, StoreError
from etl.store import default_store

_ROOT = Path(__file__).resolve().parents[2]
_LATER = "atlas:failed"
_log = logging.getLogger("incident_atlas")


class Guarded(ContextDecorator):
    """Around whatever draws: a failure within becomes a box, and what stands beside it is drawn all the same.

    Streamlit's own ways of ending a run are no failures and pass.
    """

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        if not isinstance(error, Exception):
            return False
        _told_of(error)
        return True


class Noted(ContextDecorator):
    """Around what runs before a page is drawn: a failure within is shown by the page (`told_before`)."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> bool:
        if not isinstance(error, Exception):
            return False
        st.session_state[_LATER] = error
        return True


guarded, noted = Guarded(), Noted()


def told_before() -> None:
    """The box of what failed before this run began to draw."""
    error = st.session_state.pop(_LATER, None)
    if error is not None:
        _told_of(error)


def _told_of(error: Exception) -> None:
    t = _translator()
    if isinstance(error, NoBuildError):
        _box(t("failure.no_store"), t("failure.build"), _command(), text(default_store()))
    elif isinstance(error, StoreError):
        _box(t("failure.damaged"), t("failure.verify"), _command(), spoken(text(error), "en"))
    else:
        _log.error("a page could not be drawn", exc_info=error)
        _box(t("failure.unexpected"), t("failure.unexpected_why"))
        key = f"failed:{_where(error)}"
        with st.container(horizontal=True, key=f"{key}:ways"):
            st.button(t("failure.again"), key=f"{key}:again", icon=":material/refresh:")
            st.button(t("failure.anew"), key=f"{key}:anew", icon=":material/filter_alt_off:", on_click=session.change,
                      args=(View(language=t.language),))  # fmt: skip
        with st.expander(t("failure.details")):
            st.code(_details(error), language=None, wrap_lines=True)


def _translator() -> Translator:
    """That of the reader; of the browser's language where the failure came before there was a view."""
    try:
        return translator(session.view_now().language)
    except KeyError:
        spoken_there = (st.context.locale or "")[:2]
        return translator(spoken_there if spoken_there in LANGUAGES else LANGUAGES[0])


def _box(what: str, remedy: str, *more: Markup) -> None:
    details = (tag("p", detail, class_="atlas-note") for detail in more[1:])
    parts = (tag("h1", text(what)), tag("p", text(remedy)), *more[:1], *details)
    st.html(tag("section", *parts, class_="atlas atlas-failure", role="alert"))


def _command() -> Markup:
    return tag("pre", text("python -m etl build"), class_="atlas-command")


def _details(error: Exception) -> str:
    """What somebody who is asked for help needs: no more than the error, where it arose and what was shown."""
    return "\n".join((
        f"{type(error).__name__}: {error}"[:600],
        f"at {_where(error)}",
        f"address ?{session.address()}",
        f"Python {platform.python_version()}, Streamlit {version_of('streamlit')}, plotly {version_of('plotly')}",
    ))  # fmt: skip


def _where(error: Exception) -> str:
    """The last line of our own that the error came through."""
    own = [f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).is_relative_to(_ROOT / "dashboard")
           or Path(f.filename).is_relative_to(_ROOT / "etl")]  # fmt: skip
    return f"{Path(own[-1].filename).relative_to(_ROOT)}:{own[-1].lineno}" if own else "a library"
