"""Numbers beside a word of harm that are ages, hours, years or parts of a code."""

from __future__ import annotations

from etl.reading.scan.clauses import Scan
from etl.reading.scan.quantity import Quantity, is_plural

_COUNTED_WITHIN = 2
_HOUR_DIGITS, _HOURS, _MINUTES = 4, 24, 60


def is_age_or_code(scanned: Scan, one: Quantity) -> bool:
    """Whether a number is an age ("X, 21, was killed", "65-year-old"), an hour or year ("at 1100"), or of a code."""
    start, end = scanned.tokens.starts[one.first], scanned.tokens.ends[one.first]
    plain = scanned.text.plain
    if _is_age_of(scanned, one) or _is_age_aside(scanned, one) or _is_behind_aged(scanned, one):
        return True
    if _is_hour(scanned, one):
        return True
    hyphened = plain[end : end + 1] == "-" and plain[end + 1 : end + 2].isalpha()
    if hyphened and scanned.tokens.words[one.first + 1] not in scanned.language.numbers.words:
        return True
    if not plain[start:end].isdecimal():
        return False
    coded = plain[start - 1 : start] == "-" and plain[max(0, start - 2) : start - 1].isalpha()
    parted = plain[max(0, start - 3) : start].rstrip().endswith(",") and plain[end : end + 1] in (",", ".")
    return coded or (not one.whom and (parted or end - start == _HOUR_DIGITS))


def _is_age_of(scanned: Scan, one: Quantity) -> bool:
    """Whether a number says how old the person right before it is: "a student of 24"."""
    words, starts, at = scanned.tokens.words, scanned.tokens.starts, one.first - 1
    if one.whom or at < 1 or not scanned.language.is_one_of(words[at], "of"):
        return False
    people = scanned.between("people", starts[max(0, at - _COUNTED_WITHIN)], starts[at])
    return any(hit.last == at for hit in people) and not is_plural(words[at - 1], scanned.language)


def _is_behind_aged(scanned: Scan, one: Quantity) -> bool:
    """Whether a number stands behind a word of age, alone or in a list: "two students, aged 19 and 21"."""
    words, language, at = scanned.tokens.words, scanned.language, one.first - 1
    while at > 0 and (words[at].isdecimal() or any(language.is_one_of(words[at], kind) for kind in ("and", "of"))):
        at -= 1
    return not one.whom and at >= 0 and language.is_one_of(words[at], "aged")


def _is_hour(scanned: Scan, one: Quantity) -> bool:
    """Whether four digits behind a preposition and a rough word are an hour: "at approximately 1100, killing two"."""
    tokens, at = scanned.tokens, one.last - 1
    digits = scanned.text.plain[tokens.starts[at] : tokens.ends[at]]
    rough = 0 < one.first < at and len(digits) == _HOUR_DIGITS and digits.isdecimal()
    hour = rough and int(digits[:2]) < _HOURS and int(digits[2:]) < _MINUTES
    return hour and not one.whom and scanned.language.is_one_of(tokens.words[one.first - 1], "prepositions")


def _is_age_aside(scanned: Scan, one: Quantity) -> bool:
    """Whether a number with an article says how old somebody is: "a mason, in his fifties" as "la cinquantaine"."""
    tokens, plain = scanned.tokens, scanned.text.plain
    if one.whom or one.first < 2 or not scanned.language.is_one_of(tokens.words[one.first - 1], "definite"):
        return False
    before = plain[: tokens.starts[one.first - 1]].rstrip()[-1:]
    return before == "," and plain[tokens.ends[one.last - 1] :][:1] in (",", ".")
