"""What a server keeps for good is looked through once: Streamlit looks for garbage after every single run."""

from __future__ import annotations

import gc

import streamlit as st


def keep(page: str) -> None:
    """Set aside what is loaded once `page` has been drawn for the first time in this process.

    Streamlit collects all generations when a run ends. Among the libraries' own objects that takes a tenth of a second,
    in which no other reader is served; of what is frozen here nothing is looked at again. The next page loads more.
    """
    if page not in (kept := _pages()):
        kept.add(page)
        gc.collect()
        gc.freeze()


@st.cache_resource(show_spinner=False)
def _pages() -> set[str]:
    return set()
