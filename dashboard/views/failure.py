"""What a reader sees when the atlas cannot be drawn: what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.i18n import translator
from dashboard.views import session
from dashboard.views.markup import Markup, spoken, tag, text
from etl.errors import NoBuildError, StoreError
from etl.store import default_store


def guarded(draw: Callable[[], None]) -> Callable[[], None]:
    """The page, or the remedy where there is no store or it is damaged."""

    def page() -> None:
        t = translator(session.view_now().language)
        try:
            draw()
        except NoBuildError:
            _told(t("failure.no_store"), t("failure.build"), text(default_store()))
        except StoreError as error:
            _told(t("failure.damaged"), t("failure.verify"), spoken(text(error), "en"))

    return page


def _told(what: str, remedy: str, details: Markup) -> None:
    st.html(
        tag(
            "section",
            tag("h1", text(what)),
            tag("p", text(remedy)),
            tag("pre", text("python -m etl build"), class_="atlas-command"),
            tag("p", details, class_="atlas-note"),
            class_="atlas atlas-failure",
            role="alert",
        )
    )
