"""Names as look-up keys: one form for all spellings that differ only in case, accents, hyphens or article."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset(
    {
        "al",
        "el",
        "ad",
        "an",
        "ar",
        "as",
        "ash",
        "at",
        "ath",
        "az",
        "adh",
        "ul",
        "ud",
        "il",
        "l",
        "ed",
        "ech",
        "ez",
        "er",
    }
)
"""The Arabic article as it is written in Latin letters, assimilated forms included."""

ARAB_WORLD = frozenset(
    {"AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "IR", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS",
     "QA", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "YE", "AF", "PK"}
)  # fmt: skip
"""Countries (ISO 3166-1 alpha-2) in whose place names a Latin "al" is the Arabic article and may be left out."""

SOUNDED = ARAB_WORLD | {
    "ML", "NE", "NG", "BF", "CM", "ET", "ER", "KE", "UG", "CD", "CF", "SN", "GN", "CI", "BJ", "TG", "GH", "RW", "BI",
    "TZ", "MZ", "PH", "ID", "TH", "MM", "BD", "LK", "KG", "TJ", "UZ", "TM", "AZ", "AM", "GE", "UA", "RU", "IN",
    "CY", "BA",
}  # fmt: skip
"""Countries whose place names are looked up by their sounds, being spelt in several ways in Latin letters."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e",
     "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ە": "ه", "٬": None}
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f]")
_DROPPED = re.compile(r"['’‘ʼʻ`´ʿʾ.]")
_PARTED = re.compile(r"[^\w]+|_")


@lru_cache(maxsize=32_768)
def name_key(name: str) -> str:
    """The exact look-up key of a name: no case, accents, vowel marks, apostrophes or dots; all else a single space."""
    plain = name.casefold()
    if not plain.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", plain)).translate(_LETTERS)
    return _PARTED.sub(" ", _DROPPED.sub("", plain)).strip()


@lru_cache(maxsize=32_768)
def loose_key(key: str) -> str:
    """A key without Arabic articles ("al qaim" is "qaim"); the key itself where nothing would be left."""
    kept = [word for word in key.split(" ") if word not in ARTICLES]
    loose = " ".join(kept)
    return loose if len(loose) > 2 else key


_SOUNDS = (
    ("ou", "u"), ("oo", "u"), ("kh", "x"), ("gh", "g"), ("dj", "j"), ("tch", "s"), ("sch", "s"), ("ch", "s"),
    ("sh", "s"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("q", "k"), ("c", "k"), ("z", "s"), ("v", "w"), ("p", "b"),
    ("y", ""), ("e", ""), ("a", ""), ("i", ""), ("o", ""), ("u", ""), ("h", ""),
)  # fmt: skip


_ROMANISED = str.maketrans(
    {"ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z",
     "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k",
     "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i", "ء": None, "گ": "g", "ڤ": "v", "پ": "b", "چ": "ch"}
)  # fmt: skip
_GLIDE = re.compile(r"\bو|و(?=[اي])")


def romanised(key: str) -> str:
    """A key in Arabic letters in Latin ones, consonants and long vowels alone, no articles: "ترهونه" is "trhunh"."""
    words = [word[2:] if word.startswith("ال") and len(word) > 4 else word for word in key.split(" ")]
    return _GLIDE.sub("w", " ".join(words)).translate(_ROMANISED)


@lru_cache(maxsize=32_768)
def sound_key(key: str) -> str:
    """The consonants of a romanised Arabic name, so that "Qadisiyah" and "Kadissiya" meet; no articles, no vowels."""
    plain = loose_key(key)
    for written, sound in _SOUNDS:
        plain = plain.replace(written, sound)
    return re.sub(r"(.)\1+", r"\1", plain.replace(" ", ""))


def root_of(name: str) -> str:
    """The key under which all forms of one name in a document are counted as one voice."""
    return loose_key(name_key(name))
