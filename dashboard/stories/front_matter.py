"""The front matter of a story's file: what stands between its two lines of ---."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from dashboard.stories.story import Fault

KEYS = ("title", "summary", "content note", "licence")


class FrontMatter:
    """What the front matter says. `values` is None where there is none that can be read; body: the first line after it.

    Faults are added to the list that is handed in.
    """

    def __init__(self, file: str, lines: Sequence[str], faults: list[Fault]) -> None:
        self._file, self._lines, self._faults = file, lines, faults
        self.body = 0
        self.values = self._read()

    def _fault(self, line: int, message: str) -> None:
        self._faults.append(Fault(self._file, line, message))

    def _read(self) -> Mapping[str, Any] | None:
        ends = [number for number, line in enumerate(self._lines) if line.strip() == "---"][:2]
        if len(ends) < 2 or any(line.strip() for line in self._lines[: ends[0]]):
            self._fault(1, "the file must begin with a line ---, then title and summary, then a line ---.")
            return None
        self.body = ends[1] + 1
        try:
            values = yaml.safe_load("\n".join(self._lines[ends[0] + 1 : ends[1]])) or {}
        except yaml.MarkedYAMLError as problem:
            line = (problem.problem_mark.line if problem.problem_mark else 0) + ends[0] + 2
            self._fault(line, f"between the lines of --- stands what cannot be read: {problem.problem}. "
                              "Put texts with a colon between quotation marks.")  # fmt: skip
            return None
        except yaml.YAMLError as problem:
            self._fault(ends[0] + 2, f"between the lines of --- stands what cannot be read: {problem}.")
            return None
        if not isinstance(values, Mapping):
            self._fault(ends[0] + 2, "between the lines of --- each line must be a name, a colon and a value.")
            return None
        for key in values:
            if key not in KEYS:
                self._fault(self._line_of(str(key)), f"{key!r} is not known here. Use one of: {', '.join(KEYS)}.")
        return values

    def _line_of(self, key: str) -> int:
        return next((number for number, line in enumerate(self._lines, start=1) if line.startswith(key)), 1)

    def by_language(self, key: str) -> dict[str, str]:
        """The texts of a key by language; empty where the file has none."""
        value = (self.values or {}).get(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping) or not all(isinstance(v, str) and v.strip() for v in value.values()):
            self._fault(
                self._line_of(key), f"{key} needs a text for each language, such as {key}: {{en: ..., fr: ...}}."
            )
            return {}
        return {str(language): text.strip() for language, text in value.items()}

    def text(self, key: str) -> str:
        """The one text of a key; "" where the file has none."""
        return str((self.values or {}).get(key) or "")
