"""Front matter: fields in YAML between two lines of three hyphens at the head of a text."""

from __future__ import annotations

from typing import Any

import yaml

_FENCE = "---"


class FrontMatterError(ValueError):
    """Front matter that cannot be read; `line` counts from 1 in the file."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


def parted(text: str) -> tuple[dict[str, Any], str]:
    """The fields and the body after them; no fields where the text has no front matter.

    Every value is text, a list or a mapping as it was written: no day, number or yes-no is made of it; "null", "~"
    and nothing become None. Raises FrontMatterError.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return {}, text
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == _FENCE), None)
    if end is None:
        raise FrontMatterError(1, "the front matter has no closing line of three hyphens")
    try:
        # BaseLoader makes nothing but texts, lists and mappings.
        fields = yaml.load("\n".join(lines[1:end]), Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = 2 + (error.problem_mark.line if error.problem_mark else 0)
        raise FrontMatterError(line, f"the front matter is no YAML ({error.problem})") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise FrontMatterError(2, "the front matter is no YAML") from error
    if not isinstance(fields, dict):
        raise FrontMatterError(2, "the front matter names no fields")
    return {str(name): _shallow(value) for name, value in fields.items()}, "\n".join(lines[end + 1 :])


def _shallow(value: Any) -> Any:
    """A value with its nulls known. One level is enough for `based_on`, and YAML may hold itself further down."""
    if isinstance(value, dict):
        return {str(name): _told(inner) for name, inner in value.items()}
    return _told(value)


def _told(value: Any) -> Any:
    return None if value in ("", "~", "null", "Null", "NULL") else value
