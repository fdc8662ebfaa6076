"""The dashboard: navigation only. Run it with `python -m streamlit run dashboard/app.py`, from any folder."""

from __future__ import annotations

import sys
from pathlib import Path

_ROOT = str(Path(__file__).resolve().parent.parent)
if _ROOT not in sys.path:
    # Streamlit puts only this file's folder there, and nothing needs to be installed to run the dashboard.
    sys.path.insert(0, _ROOT)

import streamlit as st  # noqa: E402

from dashboard.address import PAGES  # noqa: E402
from dashboard.i18n import translator  # noqa: E402
from dashboard.live_figure import prepare  # noqa: E402
from dashboard.views import about, at_rest, event, explore, failure, reach, read, session, stories  # noqa: E402

_STYLE = Path(__file__).resolve().parent / "style"
_DRAWN = {
    "explore": explore.draw, "event": event.draw, "stories": stories.draw, "read": read.draw, "about": about.draw
}  # fmt: skip


@failure.guarded
def main() -> None:
    """Find the page that the address asks for and draw it."""
    st.set_page_config(page_title="Incident Atlas", page_icon=str(_STYLE / "icon.svg"), layout="wide")
    st.html(_STYLE / "atlas.css")
    st.html(_STYLE / "stories.css")
    st.cache_resource(show_spinner=False)(prepare)()
    t = translator(session.arrive().language)
    if not reach.may_serve():
        reach.refuse(t)
        return
    pages = {
        name: st.Page(failure.guarded(_DRAWN[name]), title=t(f"page.{name}"), url_path=name, default=name == "explore")
        for name in PAGES
    }
    chosen = st.navigation(list(pages.values()), position="hidden" if st.context.is_embedded else "top")
    session.settle(chosen.url_path or "explore", pages)
    chosen.run()
    session.write_address()
    at_rest.keep(chosen.url_path or "explore")


main()
