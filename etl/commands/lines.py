"""Lines for a terminal: what files and servers say is shown and never obeyed."""

from __future__ import annotations

import unicodedata


def harmless(line: str) -> str:
    """A line without control characters, which could steer a terminal."""
    return "".join(sign for sign in line if unicodedata.category(sign) != "Cc")
