"""The ids of the incidents of a report, after where each is told first: so a decision on one stays on that one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from etl.reading.scan.clauses import Scan
from etl.records import Incident


def numbered(scanned: Scan, incidents: Sequence[Incident]) -> tuple[Incident, ...]:
    """The incidents with their ids: report_id, "#", the code point (from 1) where the sentence begins that tells it
    first; from the second one of a sentence on, also which one it is ("r#1", "r#214", "r#214.2").

    What else of the text comes to be read, or read no more, changes none of them. Each must have evidence of the field
    "incident".
    """
    begins = [scanned.text.span(sentence.start, sentence.start + 1).start for sentence in scanned.sentences]
    of_sentence: Counter[int] = Counter()
    found: list[Incident] = []
    for incident in incidents:
        first = min(span.start for span in incident.evidence["incident"])
        begin = begins[max(0, bisect_right(begins, first) - 1)] + 1
        of_sentence[begin] += 1
        which = f".{of_sentence[begin]}" if of_sentence[begin] > 1 else ""
        found.append(replace(incident, incident_id=f"{incident.report_id}#{begin}{which}"))
    return tuple(found)
