"""Names as look-up keys: one form for all spellings that differ only in case, accents, hyphens or article."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.lexicon import fold

ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "ath", "az", "adh", "ul", "ud", "il", "l"})
"""The Arabic article as it is written in Latin letters, assimilated forms included."""

ARAB_WORLD = frozenset(
    {"AE", "BH", "DJ", "DZ", "EG", "EH", "IL", "IQ", "IR", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS",
     "QA", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "YE", "AF", "PK"}
)  # fmt: skip
"""Countries (ISO 3166-1 alpha-2) in whose place names a Latin "al" is the Arabic article and may be left out."""

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "e",
     "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ٱ": "ا", "ە": "ه", "٬": None}
)  # fmt: skip
_DROPPED = re.compile(r"['’‘ʼʻ`´ʿʾ\u200c\u200d\u200e\u200f.]")
_PARTED = re.compile(r"[^\w]+|_")


@lru_cache(maxsize=131_072)
def name_key(name: str) -> str:
    """The exact look-up key of a name: folded, apostrophes and dots dropped, all else that is no letter a space."""
    plain = _DROPPED.sub("", fold(name).translate(_LETTERS))
    return _PARTED.sub(" ", plain).strip()


@lru_cache(maxsize=131_072)
def loose_key(key: str) -> str:
    """A key without Arabic articles ("al qaim" is "qaim"); the key itself where nothing would be left."""
    kept = [word for word in key.split(" ") if word not in ARTICLES]
    loose = " ".join(kept)
    return loose if len(loose) > 2 else key
