"""Other spellings of a name: by its sounds, and by what Arabic letters leave of a name in Latin ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from etl.places.names import ARAB_WORLD, SOUNDED, loose_key, romanised, sound_key
from etl.places.tokens import is_arabic

SOUNDS_ALIKE = 70.0
"""Least similarity (rapidfuzz ratio, per cent) of two spellings of one name in the Arab world."""
SPELT_ALIKE = 80.0
"""The same for other countries whose names are spelt in several ways: "Lyssytchansk" is "Lysychansk"."""
WRITTEN_ALIKE = 60.0
"""Least similarity (per cent) of a name's Arabic letters to its romanised form, which has more vowels."""
KNOWN_ABROAD = 10_000
"""Least inhabitants of a town of any other country, to be looked up by a name in Arabic letters."""
ABROAD_ALIKE = 75.0
"""Least similarity (per cent) of such a town's name to one in Arabic letters, both levelled."""

_SHORTEST, _SHORTEST_ARABIC = 5, 3
_LEVELLED = str.maketrans({"e": "i", "o": "u", "p": "b", "v": "f", "q": "k", "c": "k", "y": "i", "w": "u", "z": "s"})
"""Latin letters that Arabic writes with one letter."""
_SOFT_C = re.compile(r"c(?=[eiy])")
_SOFT_J = re.compile(r"j|g(?=[ei])")


def sounds_kept(country: str, population: int, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(sound, key without articles) under which a place is found by other spellings of its keys."""
    for key in keys:
        if not key.isascii() or len(key) < _SHORTEST:
            continue
        if country in SOUNDED:
            yield sound_key(key), loose_key(key)
        elif population >= KNOWN_ABROAD:
            soft = _SOFT_C.sub("s", key)
            for form in (key, soft, _SOFT_J.sub("kh", soft)):
                yield sound_key(form), loose_key(key)


def sounds_asked(written: str) -> list[str]:
    """The sounds of a key; of one in Arabic letters all it may stand for: they write "v" as "f", "oa" as "wa"."""
    if not is_arabic(written):
        return [sound_key(written)] if written.isascii() and len(written) >= _SHORTEST else []
    wanted = romanised(written)
    if not wanted.isascii() or len(wanted) < _SHORTEST_ARABIC:
        return []
    forms = (wanted, wanted[:1] + wanted[1:].replace("w", "u"))
    return sorted({sound_key(form.replace("f", v)) for form in forms for v in ("f", "v")})


def is_alike(country: str, key: str, written: str) -> bool:
    """Whether a place's key in Latin letters is likely another spelling of a key that sounds the same."""
    if country not in SOUNDED:
        return is_arabic(written) and fuzz.ratio(_levelled(key), _levelled(romanised(written))) >= ABROAD_ALIKE
    if is_arabic(written):
        return fuzz.ratio(key, romanised(written)) >= WRITTEN_ALIKE
    return fuzz.ratio(key, written) >= (SOUNDS_ALIKE if country in ARAB_WORLD else SPELT_ALIKE)


def _levelled(key: str) -> str:
    plain = key.replace("gh", "g").replace("ph", "f").replace("ch", "sh").translate(_LEVELLED)
    return re.sub(r"(.)\1+", r"\1", plain)
