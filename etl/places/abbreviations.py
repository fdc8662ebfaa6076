"""Areas as newspapers shorten them ("Ky.", "B.C."): a place beside another name, an ordinary word anywhere else."""

from __future__ import annotations

from functools import cache

from etl.places.names import name_key
from etl.places.shipped import abbreviations


@cache
def _keys() -> frozenset[str]:
    return frozenset(name_key(name) for name, _ in abbreviations())


def is_abbreviation(text: str, start: int, end: int) -> bool:
    """True where `text[start:end]` is written like a shortened area: with its full stop, or all in capitals."""
    name = text[start:end]
    dotted = name.endswith(".") or text[end : end + 1] == "."
    return name[:1].isupper() and (dotted or name.isupper()) and name_key(name) in _keys()
