"""What the MUC-4 task asks for, out of all that was read: incidents.jsonl on stdin to stdout.

    python -m tests.benchmarks.muc4_scope REPORTS.jsonl[.gz] < incidents.jsonl > in_scope.jsonl

Three rules of the task (MUC-4 Proceedings, 1992; the kit's README), none of which looks at the answers: terrorism in
nine Latin American countries; no fighting between armies and guerrillas, neither clashes nor what one of them does to
the other's troops and nothing else, nor what the task has no template for (arrest, protest, riot); nothing that lies
more than two months before the report. REPORTS gives the days of publication;
without it the newest day told in a report stands for them.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

COUNTRIES = frozenset({"AR", "BO", "CL", "CO", "EC", "GT", "HN", "PE", "SV"})
"""ISO 3166-1 alpha-2 of the nine; an incident without a country is kept."""
LEFT_OUT = frozenset({"armed_clash", "arrest_raid", "protest", "riot"})
RECENT = timedelta(days=62)
TROOPS = re.compile(
    r"\b(?:ARMY|MILITARY|TROOPS?|SOLDIERS?|BATTALIONS?|BRIGADES?|BARRACKS|GARRISONS?|REGIMENT|INFANTRY|ARTILLERY|"
    r"NATIONAL GUARD|GUARDSMEN|DETACHMENT|CONVOYS?|GENERAL STAFF|HIGH COMMAND|COMPANY OF|(?:REBEL|GUERRILLA) \w+|"
    r"GUERRILLAS|REBELS|PATROLS?)\b"
)
"""Words for the two armies of the reports' wars, in capitals as the reports are."""


def in_scope(lines: Iterable[str], published: Mapping[str, date]) -> Iterator[str]:
    """Each line with the incidents that are in the task's scope; published: report id -> day."""
    for line in lines:
        record: dict[str, Any] = json.loads(line)
        ends = [date.fromisoformat(one["date_end"]) for one in record["incidents"] if one["date_end"]]
        newest = published.get(record["report_id"]) or max(ends, default=None)
        kept = [one for one in record["incidents"] if is_asked_for(one, newest)]
        yield json.dumps({**record, "incidents": kept}, ensure_ascii=False)


def is_asked_for(incident: Mapping[str, Any], newest: date | None) -> bool:
    """Whether an incident of a report of that day is in the task's scope."""
    if incident["event_type"] in LEFT_OUT or (incident["country"] and incident["country"] not in COUNTRIES):
        return False
    if incident["targets"] and all(TROOPS.search(target.upper()) for target in incident["targets"]):
        return False
    end = incident["date_end"]
    return newest is None or not end or date.fromisoformat(end) >= newest - RECENT


def published_days(path: Path) -> dict[str, date]:
    """report id -> day of publication, of a reports.jsonl file, gzip-compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["report_id"]: date.fromisoformat(row["published"]) for row in rows if row["published"]}


if __name__ == "__main__":
    days = published_days(Path(sys.argv[1])) if len(sys.argv) > 1 else {}
    sys.stdout.writelines(line + "\n" for line in in_scope(sys.stdin, days))
