"""Expressions of time in a text: forms as data (`temporal.toml` of each language), found by rule.

A form is a template with slots ({day}, {month}, {year}, {weekday}, {n}, {unit}, ...) and a meaning; `days.py` turns
what is found into days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from etl.reading.words.text import Text, fold, text_of
from etl.reading.words.time_forms import Form, Forms

_SLOTS = {
    "day": r"(?P<day>[0-2]?\d|3[01])(?!\d)", "day2": r"(?P<day2>[0-2]?\d|3[01])(?!\d)",
    "monthnumber": r"(?P<monthnumber>1[0-2]|0?[1-9])", "year": r"(?P<year>(?:19|20)\d\d)(?![\d.,]\d)",
    "shortyear": r"(?P<shortyear>\d\d)(?!\d)",
}  # fmt: skip
_NEEDS = ("month", "weekday", "unit", "season", "year")
_GROUP = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\{\w+\}|\[[^\]]*\]")
_CHOICE = re.compile(r"(?<![^ '-])\((?:\?:|\?P<\w+>)([^()\[\]{}?*+\\]+)\)(?![\w?*+(\[{])")
_WORD = re.compile(r"(?<![^ '-])[^\W\d_]+(?![^ '-])")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """`plain[start:end]`, what kind of expression it is, and the values of its slots."""

    start: int
    end: int
    means: str
    slots: Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class TemporalGrammar:
    """The forms of one language, compiled once."""

    forms: tuple[Form, ...]
    classes: Mapping[str, str]
    values: Mapping[str, Mapping[str, int | str]]
    since: frozenset[str]
    by_need: dict[frozenset[str], Forms] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def load(cls, data: Mapping[str, Any], number_words: Mapping[str, int]) -> TemporalGrammar:
        """Compile the forms of a `temporal.toml`."""
        small = {_plain(word): value for word, value in number_words.items() if 0 < value <= 60}
        small |= {_plain(word): value for word, value in data.get("counts", {}).items()}
        values: dict[str, dict[str, int | str]] = {
            "month": _keyed(data["months"]), "weekday": _keyed(data["weekdays"]),
            "unit": _keyed(data["units"]), "season": _keyed(data["seasons"]), "n": dict(small),
            "twice": _keyed(data.get("twice", {})), "feast": _keyed(data.get("feasts", {})),
            "dayword": _keyed(data.get("days", {})),
        }  # fmt: skip
        slots = dict(_SLOTS)
        begin = _begin("".join(data.get("joined", ())))
        for name, words in values.items():
            if not words:
                continue
            more = {"n": "|[0-9]{1,3}"}.get(name, "")
            dotted = r"(?:\.(?= \d))?" if name == "month" else ""
            slots[name] = rf"(?P<{name}>{_either(words)}{more})\b{dotted}"
            slots[f"{name}2"] = slots[name].replace(f"<{name}>", f"<{name}2>")
        feasts = f"(?:{_either(values['feast'])})"
        forms = [
            Form(form["means"], _compiled(begin, pattern, slots),
                  _needs(pattern), _keys(spelled), *_words_needed(spelled),
                  {_plain(part): value for part, value in form.get("parts", {}).items()})
            for form in data["form"] for pattern in form["patterns"]
            for spelled in [pattern.replace("{feast}", feasts)]
        ]  # fmt: skip
        classes = {word.split()[0]: name for name in _NEEDS[:4] for word in values[name]}
        return cls(tuple(forms), classes, values, frozenset(_plain(word) for word in data.get("since", ())))

    def find(self, text: Text, start: int, end: int, words: list[str]) -> list[TimeExpression]:
        """The expressions of `plain[start:end]`, whose tokens are `words`, in order; the longest where they overlap."""
        present = {self.classes[word] for word in words if word in self.classes}
        known = frozenset(words)
        present |= {"year"} if any(len(word) == 4 and word.isdecimal() for word in words) else frozenset[str]()
        found = [
            TimeExpression(match.start(), match.end(), form.means, self._slots_of(match, form))
            for form in self._possible(frozenset(present)).of(known)
            if form.always <= known and not any(map(known.isdisjoint, form.choices))
            for match in form.pattern.finditer(text.folded, start, end)
        ]
        return list(_apart(found))

    def _possible(self, present: frozenset[str]) -> Forms:
        """The forms all of whose classes of words are present."""
        possible = self.by_need.get(present)
        if possible is None:
            possible = self.by_need[present] = Forms([form for form in self.forms if form.needs <= present])
        return possible

    def _slots_of(self, match: re.Match[str], form: Form) -> dict[str, int | str]:
        slots: dict[str, int | str] = {}
        for name, told in match.groupdict().items():
            if told is None:
                continue
            kind = name.rstrip("2")
            words = self.values.get(kind)
            if words is not None and told in words:
                slots[name] = words[told]
            elif kind == "unitword":
                slots["unit"] = self.values["unit"].get(told, told)
            elif kind == "part":
                slots["part"] = form.parts.get(told, told)
            else:
                slots[name] = int(told) if told.isdecimal() else told
        if "dayword" in slots:
            slots["day"] = slots.pop("dayword")
        if (number := self.values["twice"].get(match.groupdict().get("unit") or "")) is not None:
            slots["n"] = number
        return slots

    @property
    def words(self) -> frozenset[str]:
        """All words of the forms and their classes, folded."""
        return frozenset(self.classes).union(*(form.keys for form in self.forms))


def _needs(pattern: str) -> frozenset[str]:
    """The classes of words without which a pattern cannot match; an optional slot is not needed."""
    needed = re.sub(r"\(\?:[^()]*\)\?", "", re.sub(r"\(\?:[^()]*\)\?", "", pattern))
    return frozenset(need for need in _NEEDS if "{" + need + "}" in needed)


def _keys(pattern: str) -> frozenset[str]:
    """The words of a pattern, one of which a text must hold where the pattern needs no slot."""
    bare = re.sub(r"\(\?<?[!=][^()]*\)|\(\?P<\w+>|\{\w+\}", " ", pattern)
    return frozenset(re.findall(r"[^\W\d_]+", bare))


def _words_needed(pattern: str) -> tuple[frozenset[str], tuple[frozenset[str], ...]]:
    """Words that a text must hold for the pattern to match, and sets of words of each of which it must hold one."""
    outside = _GROUP.sub("{}", pattern)
    choices = set() if _needs(pattern) or not _keys(pattern) else {_keys(pattern)}
    if "|" in outside:
        return frozenset(), tuple(choices)
    for choice in _CHOICE.findall(pattern):
        words = [_WORD.findall(option) for option in choice.split("|")]
        if _depth(pattern, choice) == 1 and all(words):
            choices.add(frozenset(word for option in words for word in option))
    return frozenset(_WORD.findall(outside)), tuple(sorted(choices, key=len))


def _depth(pattern: str, part: str) -> int:
    """In how many groups a part of a pattern stands."""
    before = pattern[: pattern.index(part)]
    return before.count("(") - before.count(")")


def _begin(joined: str) -> str:
    """Where an expression may begin: at a word, or behind one or two of the letters that are written with it."""
    return rf"(?:\b|(?<=\b[{joined}])|(?<=\b[{joined}]{{2}}))" if joined else r"\b"


def _compiled(begin: str, pattern: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    filled = re.sub(
        r"\{([a-z]+2?)\}", lambda slot: slots[slot.group(1)] if slot.group(1) in slots else slot.group(), pattern
    )
    return re.compile(begin + "(?:" + filled.replace(" ", r"(?:[ \n]+)") + r")(?!\w)")


def _plain(word: str) -> str:
    return fold(text_of(word).plain)


def _keyed(words: Mapping[str, int | str]) -> dict[str, int | str]:
    return {_plain(word): value for word, value in words.items()}


def _either(words: Mapping[str, Any]) -> str:
    return "|".join(re.escape(word).replace("\\ ", " ") for word in sorted(words, key=len, reverse=True))


def _apart(found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """Longest first where expressions overlap, in the order of the text."""
    kept: list[TimeExpression] = []
    for one in sorted(found, key=lambda e: (e.start - e.end, e.start)):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda e: e.start)
