"""The reasons of a match, as the build writes them in English, in the reader's language."""

from __future__ import annotations

import re

from dashboard.i18n import Translator

_WEIGHT = re.compile(r"(?P<words>.*) \((?P<weight>[+−]\d+\.\d)\)", re.DOTALL)
_FORMS = {
    "same_day": r"same day",
    "days_apart": r"(?P<count>\d+) days? apart",
    "days_meet": r"dates meet within (?P<count>\d+) days",
    "no_day": r"a day is not known",
    "no_place": r"a place is not known",
    "distance": r"(?P<km>\d+) km apart, radii together (?P<reach>\d+) km",
    "distance_stray": r"(?P<km>\d+) km apart, radii together (?P<reach>\d+) km, (?P<percent>\d+) % of points stray",
    "name": r"same name of the place: (?P<name>.*)",
    "actors": r"same actor: (?P<name>.*)",
    "other_actors": r"different actors",
    "targets": r"same words for the target",
    "weapons": r"same words for the weapon",
    "killed": r"killed (?P<one>\d+) and (?P<other>\d+)",
    "wounded": r"wounded (?P<one>\d+) and (?P<other>\d+)",
    "detained": r"detained (?P<one>\d+) and (?P<other>\d+)",
    "quiet": r"few incidents told there in that season",
    "one_origin": r"told again by one origin",
    "episode": r"one tells of (?P<count>\d+) days, the other of one: episode and event\?",
    "rivals": r"shared among (?P<count>\d+) that fit as well",
    "by_editor": r"put together by an editor",
    "parted": r"parted by an editor",
    "only": r"told in passing: the one event that fits",
    "unfit": r"left apart: does not fit every other report of the event",
    "same_type": r"both (?P<type>\w+)",
    "two_types": r"(?P<type>\w+) and (?P<type2>\w+)",
}
_PATTERNS = {key: re.compile(form, re.DOTALL) for key, form in _FORMS.items()}
_NUMBERS = frozenset({"count", "km", "reach", "percent", "one", "other"})


def said(reason: str, t: Translator) -> str:
    """A reason in the reader's language, its weight as it stands; one of another form as it is, in English."""
    weighed = _WEIGHT.fullmatch(reason)
    words, weight = (weighed["words"], f" ({weighed['weight']})") if weighed else (reason, "")
    for key, pattern in _PATTERNS.items():
        if (form := pattern.fullmatch(words)) is not None:
            return t(f"match.reason.{key}", **_values(form.groupdict(), t)) + weight
    return reason


def _values(told: dict[str, str], t: Translator) -> dict[str, object]:
    """The gaps of a form: numbers as numbers, codes of types and statuses in words."""
    coded = {name: _word(code, t) for name, code in told.items() if name.startswith("type")}
    counted = {name: int(number) for name, number in told.items() if name in _NUMBERS}
    return {**told, **counted, **coded}


def _word(code: str, t: Translator) -> str:
    word = t.word("type", code)
    return (word if word != code else t.word("status", code)).lower()
