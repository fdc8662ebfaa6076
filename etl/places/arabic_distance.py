"""Distances and bearings as Arabic tells them: "على بعد 30 كلم شمال شرقي بعقوبة" is 30 km north-east of Baqubah."""

from __future__ import annotations

import re

from etl.lexicon import fold

_ONES = {
    "خمسة": 5, "خمس": 5, "ستة": 6, "سبعة": 7, "ثمانية": 8, "تسعة": 9, "عشرة": 10, "ثلاثة": 3, "اربعة": 4, "ثلاث": 3,
    "واحد": 1, "اثنين": 2, "خمسة عشر": 15, "اثني عشر": 12, "ثمانية عشر": 18,
}  # fmt: skip
_TENS = {
    "عشرين": 20, "ثلاثين": 30, "اربعين": 40, "خمسين": 50, "ستين": 60, "سبعين": 70, "ثمانين": 80, "تسعين": 90,
    "مئة": 100, "مائة": 100, "مئتي": 200, "مائتي": 200,
}  # fmt: skip
_NUMBERS = {fold(word): value for word, value in {**_ONES, **_TENS}.items()}
_HUNDREDS = "مئة|مائة|مئتي|مائتي"
_WORDS = "|".join(sorted((re.escape(word) for word in _NUMBERS), key=len, reverse=True))
_NORTH_SOUTH = {"شمال": 0, "جنوب": 180}
_EAST_WEST = {"شرق": 90, "غرب": 270}
_TURNED = {(0, 90): 45, (180, 90): 135, (180, 270): 225, (0, 270): 315}
_DISTANCE = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)?|(?:{_WORDS})(?: و(?:{_WORDS}))*)\s*"
    r"(?P<unit>كم|كلم|كيلومتر\w*|ميلا|ميل|اميال)\b"
    r"(?:\s+(?:الى|باتجاه|نحو|من جهة))?"
    r"(?:\s+(?:ال)?(?P<northing>شمال|جنوب)ي?\b)?(?:\s+(?:ال)?(?P<easting>شرق|غرب)ي?\b)?"
    r"[^.;:()]{0,12}?\s(?:(?:من|عن)\s+)?(?=\w)"
)
_KM_OF_MILE = 1.609344


def arabic_distance(folded: str) -> tuple[float, int | None, str] | None:
    """(km, bearing in degrees from north or None, the rest behind it) of a folded phrase; None where it tells none."""
    match = _DISTANCE.search(folded)
    if match is None:
        return None
    number = match["number"]
    if number[0].isdecimal():
        value = float(number.replace(",", "."))
    else:
        value = float(sum(_NUMBERS[word] for word in re.split(r" و(?=\w)", number)))
    unit = _KM_OF_MILE if match["unit"] not in ("كم", "كلم") and "ميل" in match["unit"] else 1.0
    return value * unit, _bearing(match["northing"], match["easting"]), folded[match.end() :]


def _bearing(northing: str | None, easting: str | None) -> int | None:
    """Degrees clockwise from north of one word of direction or two."""
    along, across = _NORTH_SOUTH.get(northing or ""), _EAST_WEST.get(easting or "")
    if along is not None and across is not None:
        return _TURNED[along, across]
    return along if along is not None else across
