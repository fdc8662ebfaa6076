"""Writes docs/data-dictionary.md from etl/columns.py: `python docs/build_dictionary.py`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from etl.columns import TABLES
from etl.told_columns import ATTRIBUTIONS, DAY, EVIDENCE, FLAG, INT, ORIGINS, REAL, TEXT, TEXTS, Column

SHOWN = {
    TEXT: "text",
    INT: "whole number",
    REAL: "number",
    DAY: "day (YYYY-MM-DD)",
    FLAG: "true or false",
    TEXTS: "list of texts",
    ATTRIBUTIONS: "list of (actor, stance, by)",
    EVIDENCE: "list of (field, start, end)",
    ORIGINS: "list of (field, incident_id, rule)",
}
PAGE = Path(__file__).with_name("data-dictionary.md")


def dictionary() -> str:
    """The whole page, in Markdown."""
    lines = [
        "# Data dictionary",
        "",
        "Made from `etl/columns.py` by `python docs/build_dictionary.py`; a test fails when the two differ.",
        "An empty cell is unknown, never zero. Days are calendar days at the place of the incident.",
    ]
    for table, columns in TABLES.items():
        lines += ["", f"## {table}", "", "| column | type | unit | meaning | corresponds to |", "|---|---|---|---|---|"]
        lines += [_row(column) for column in columns]
    return "\n".join([*lines, ""])


def _row(column: Column) -> str:
    cells = (f"`{column.name}`", SHOWN[column.type], column.unit, column.meaning, column.standard)
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    PAGE.write_text(dictionary(), encoding="utf-8")
