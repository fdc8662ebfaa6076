"""Numbers in words and digits: "three dozen", "quatre-vingt", "five and twenty", "1,200"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.reading.words.language import NumberWords
from etl.reading.words.text import Tokens

_GROUP = 3
_HALVED = 10


def number_at(tokens: Tokens, at: int, last: int, numbers: NumberWords) -> tuple[int, int] | None:
    """(value, token after) of the number that starts at a token."""
    if at >= last:
        return None
    word = tokens.words[at]
    if word[0].isdecimal():
        value = _digits(word, numbers.group)
        if value is None or _is_no_count(tokens, at, last):
            return None
        at += 1
        if at < last and (times := numbers.multipliers.get(tokens.words[at])) is not None:
            return value * times, at + 1
        return value, at
    if word in numbers.halves:
        whole = numbers.words.get(tokens.words[at + 1], 0) if at + 1 < last else 0
        return (whole // 2, at + 2) if whole >= _HALVED else None
    start = at
    total = current = 0
    while at < last:
        one = numbers.words.get(tokens.words[at])
        if one is None or (at > start and tokens.starts[at] - tokens.ends[at - 1] > 1):
            joins = tokens.words[at] in numbers.joined and at > start and at + 1 < last
            if joins and _goes_on(total + current, tokens.words[at + 1], numbers):
                at += 1
                continue
            break
        if current and one > current and tokens.words[at] not in numbers.added:
            current *= one
        else:
            current += one
        if current >= 1000:
            total, current = total + current, 0
        at += 1
    return (total + current, at) if at > start else None


def _goes_on(value: int, following: str, numbers: NumberWords) -> bool:
    """Whether a number goes on after "and": "twenty and five", or the unit first where tens are added to it."""
    further = numbers.words.get(following, 1000)
    if not numbers.added:
        return value >= 20 and further < 20
    return (value % 100 == 0 and further < 100) or (value % 100 < 10 and following in numbers.added and further < 100)


def _digits(word: str, group: str) -> int | None:
    head, *thousands = re.split(f"[{re.escape(group)}]", word) if group else [word]
    if any(len(part) != _GROUP for part in thousands):
        return None
    plain = "".join((head, *thousands))
    return int(plain) if plain.isdecimal() and len(plain) <= 6 else None


def _is_no_count(tokens: Tokens, at: int, last: int) -> bool:
    """A year, a clock time or an age is no number of people."""
    word = tokens.words[at]
    if len(word) == 4 and word[:2] in ("19", "20"):
        return True
    following: Sequence[str] = tokens.words[at + 1 : min(at + 3, last)]
    return bool(following) and following[0] in ("h", "km", "kg", "year", "ans", "anos", "am", "pm", "gmt", "utc")
