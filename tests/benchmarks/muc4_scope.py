"""What the MUC-4 task asks for, out of all that was read: incidents.jsonl on stdin to stdout.

    python -m tests.benchmarks.muc4_scope REPORTS.jsonl[.gz] < incidents.jsonl > in_scope.jsonl

Three rules of the task, none of which looks at the answers (the evaluation task's description, appendix A of the MUC-3
Proceedings, 1991, taken over by MUC-4; the kit's README): terrorism in nine Latin American countries; nothing that lies
more than two months before the report; no act against the armed forces or the police of one's own country, or against
a group of one's own sort, alone. Such an act is asked for where civilians or their property are hit, too; retired
soldiers and foreign forces count as civilians. Nor is what the task has no template for (arrest, protest, riot).
REPORTS gives the days of publication; without it the newest day told in a report stands for them.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

COUNTRIES = frozenset({"AR", "BO", "CL", "CO", "EC", "GT", "HN", "PE", "SV"})
"""ISO 3166-1 alpha-2 of the nine; an incident without a country is kept."""
LEFT_OUT = frozenset({"arrest_raid", "protest", "riot"})
RECENT = timedelta(days=62)
FIGHTERS = re.compile(
    r"\b(?:ARMY|MILITARY|TROOPS?|SOLDIERS?|BATTALIONS?|BRIGADES?|BARRACKS|GARRISONS?|REGIMENT|INFANTRY|ARTILLERY|"
    r"NATIONAL GUARD|GUARDSMEN|DETACHMENT|CONVOYS?|GENERAL STAFF|HIGH COMMAND|COMPANY OF|(?:REBEL|GUERRILLA) \w+|"
    r"GUERRILLAS|REBELS|PATROLS?|PATROLM[AE]N|POLICE\w*)\b"
)
"""Words for both sides of the reports' wars, in capitals as the reports are."""
SPARED = re.compile(r"\b(?:FORMER|RETIRED|U\.S\.|AMERICANS?)")
"""Words for soldiers who have left the forces or are another country's."""
CIVILIANS = re.compile(
    r"\b(?:CIVILIANS?|PEASANTS?|CHILD(?:REN)?|WOM[AE]N|GIRLS?|BOYS?|MINORS?|REPORTERS?|JOURNALISTS?|NEWSM[AE]N|"
    r"CAMERAM[AE]N|PRIESTS?|JESUITS?|NUNS?|DOCTORS?|TEACHERS?|STUDENTS?|WORKERS?|RESIDENTS?|VILLAGERS?|FARMERS?|"
    r"PASSENGERS?|DIPLOMATS?|AMBASSADORS?|MAYORS?|JUDGES?|MINISTERS?|AMBULANCES?|BUS(?:ES)?|SCHOOLS?|CHURCH(?:ES)?|"
    r"HOSPITALS?|HOTELS?|HOMES?|HOUSES?|SHOPS?|STORES?|BANKS?|FACTORY|FACTORIES|EMBASSY|BRIDGES?|PYLONS?|POSTS|"
    r"SUBSTATIONS?)\b"
)
"""Words for civilians, their property and what a country lives on: looked for in a clash alone."""


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
    if is_between_fighters(incident["event_type"], [" ".join(one.upper().split()) for one in incident["targets"]]):
        return False
    end = incident["date_end"]
    return newest is None or not end or date.fromisoformat(end) >= newest - RECENT


def is_between_fighters(event_type: str, targets: Sequence[str]) -> bool:
    """Whether none but fighters is told to have been hit, in a clash whether no civilian is."""
    if event_type == "armed_clash":
        return not any(CIVILIANS.search(one) for one in targets)
    return bool(targets) and all(FIGHTERS.search(one) and not SPARED.search(one) for one in targets)


def published_days(path: Path) -> dict[str, date]:
    """report id -> day of publication, of a reports.jsonl file, gzip-compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["report_id"]: date.fromisoformat(row["published"]) for row in rows if row["published"]}


if __name__ == "__main__":
    days = published_days(Path(sys.argv[1])) if len(sys.argv) > 1 else {}
    sys.stdout.writelines(line + "\n" for line in in_scope(sys.stdin, days))
