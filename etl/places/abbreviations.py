"""Areas as newspapers shorten them ("Ky.", "B.C."): a place beside another name, an ordinary word anywhere else."""

from __future__ import annotations

from functools import cache

from etl.places.shipped import abbreviations


@cache
def _forms() -> frozenset[str]:
    """Every form as it is written, also without its last full stop and all in capitals: "N.Y", "NSW", "KY."."""
    names = [name for name, _ in abbreviations()]
    return frozenset(
        form for name in names for form in (name, name.rstrip("."), name.upper(), name.upper().rstrip("."))
    )


def is_abbreviation(text: str, start: int, end: int) -> bool:
    """True where `text[start:end]` is written like a shortened area: with its full stop, or all in capitals."""
    name = text[start:end]
    dotted = name.endswith(".") or text[end : end + 1] == "."
    return (dotted or name.isupper()) and name in _forms()


def is_cut_short(name: str, within: str) -> bool:
    """Whether what looks like a shortened area is a word of a name all in capitals: "LA" of "LA TIENDITA"."""
    return name.isupper() and within != name and is_abbreviation(within, 0, len(within))
