"""The rows of the table in words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.i18n import Translator


def in_rows(rows: pd.DataFrame, t: Translator) -> pd.DataFrame:
    """The rows as a reader sees them: every value in words, an unknown one empty."""
    return pd.DataFrame(
        {
            "date": wording.when(row, t, short=True),
            "event_type": t.word("type", row["event_type"]),
            "place": wording.place(row, t),
            "exactness": wording.exactness(row, t),
            "killed": wording.number(row, "killed", t),
            "wounded": wording.number(row, "wounded", t),
            "voices": int(row["independent_sources"] or 0),
            "status": t.word("status", row["status"]) + (f" · {t('event.contested')}" if row["is_contested"] else ""),
        }
        for row in _known(rows)
    )


def _known(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings in which an empty cell is None, and the place a list as in the table of events."""
    known: list[dict[str, Any]] = rows.astype(object).where(rows.notna(), None).to_dict("records")  # type: ignore[assignment]
    return [{**row, "places": [row["place"]] if row["place"] else []} for row in known]
