"""Who may reach the dashboard: this machine alone, or everybody, who then sees only what may leave."""

from __future__ import annotations

import ipaddress
import os

import streamlit as st

from dashboard.i18n import Translator
from dashboard.views.markup import tag, text
from etl.store import Version

SWITCH = "ATLAS_PUBLIC"


def is_public() -> bool:
    """Whether this is a public instance: ATLAS_PUBLIC=1."""
    return os.environ.get(SWITCH, "") == "1"


def shown(version: Version) -> Version:
    """What this instance shows of a version. Raises StoreError where it was built without a public edition."""
    return version.public if is_public() else version


def is_open(address: str | None) -> bool:
    """Whether a server at this address (None: all of the machine's) is reached from other machines."""
    if address == "localhost":
        return False
    try:
        return not ipaddress.ip_address(address or "0.0.0.0").is_loopback  # noqa: S104 - what Streamlit takes
    except ValueError:
        return True


def may_serve() -> bool:
    """Whether what this instance shows may go where the server's address lets it go."""
    return is_public() or not is_open(st.get_option("server.address"))


def refuse(t: Translator) -> None:
    """Say why nothing is shown, and both ways out."""
    st.html(
        tag(
            "section",
            tag("h1", text(t("failure.too_open"))),
            tag("p", text(t("failure.too_open_why"))),
            tag("pre", text(f"--server.address 127.0.0.1\n{SWITCH}=1"), class_="atlas-command"),
            class_="atlas atlas-failure",
            role="alert",
        )
    )
