"""Every column of every table, described once.

The store's schemas, the checks, the tooltips of the dashboard and docs/data-dictionary.md read these descriptions.
"""

from __future__ import annotations

import pyarrow as pa

from etl.told_columns import DAY, EVIDENCE, FLAG, INT, ORIGINS, REAL, TEXT, TEXTS, TOLD, Column

INCIDENTS = (
    Column(
        "incident_id",
        TEXT,
        "report_id + # + where the sentence that tells it first begins (its second incident bears .2 behind it)",
        "code points, from 1",
    ),
    Column("report_id", TEXT, "The report that tells it"),
    Column("source", TEXT, "Name of the source"),
    *TOLD,
    Column("evidence", EVIDENCE, "For each field, the spans of the report's text that say it", "code points"),
    Column(
        "reading_confidence",
        REAL,
        "How sure the program is that it read the report right; it says nothing on "
        "whether the report is true; empty for rows of a dataset",
        "0 to 1",
    ),
    Column("confidence_reasons", TEXTS, "Why the reading confidence is what it is"),
    Column("machine_coded", FLAG, "True where the source's program coded it from one mention and nobody looked"),
    Column("reader", TEXT, "What read the report: name and version"),
)

EVENTS = (
    Column("event_id", TEXT, "Id that stays across rebuilds; old ids stay alive in the alias table"),
    *TOLD,
    Column("incident_ids", TEXTS, "The incidents that were matched into this event"),
    Column("report_ids", TEXTS, "The reports that tell it"),
    Column("sources", TEXTS, "Names of the sources that tell it"),
    Column("publishers", TEXTS, "Who published those reports"),
    Column("languages", TEXTS, "Languages of those reports", "ISO 639-1"),
    Column("actors", TEXTS, "Actors of all stances, each under its name in the actor file where it has one"),
    Column("independent_sources", INT, "Voices that tell it; reprints of one wire count once", "sources"),
    Column("first_reported", DAY, "Day of the earliest report", "day"),
    Column("origins", ORIGINS, "For each merged field, the incident and the rule that gave the value"),
    Column("disagreements", TEXTS, "Fields on which the reports differ"),
    Column("is_contested", FLAG, "True where an attribution is denied, or the reports name different actors"),
    Column("reading_confidence", REAL, "Highest reading confidence among its incidents; empty for rows", "0 to 1"),
    Column("machine_coded", FLAG, "True where all of its incidents are machine-coded; hidden unless asked for"),
    Column("corrections", TEXTS, "Ids of the corrections applied"),
    Column("sensitivity", TEXT, "none, coarse_place, no_text or withheld"),
)

REPORTS = (
    Column("report_id", TEXT, "source:publisher's own id, else source:normalised address, else source:content hash"),
    Column("source", TEXT, "Name of the source"),
    Column("publisher", TEXT, "Who published what the report tells"),
    Column("language", TEXT, "Language of the text", "ISO 639-1"),
    Column("title", TEXT, "Title"),
    Column("text", TEXT, "The text; for a row of a dataset its mapped cells, one a line"),
    Column("published", DAY, "Day of publication", "day", "GED source_date"),
    Column("published_by", DAY, "Where only the month of publication is known: its last day", "day"),
    Column("retrieved", DAY, "Day on which it was read from its publisher; empty = not recorded", "day"),
    Column("agency", TEXT, "The wire whose copy it reprints, where credited", standard="GED source_office"),
    Column("url", TEXT, "Address of the page", standard="GED source_original"),
    Column("form", TEXT, "text or row"),
    Column("text_is_summary", FLAG, "True where the text is our summary and not the publisher's words"),
    Column("content_sha256", TEXT, "Hash of the text: the same id with another hash is a revision"),
)
REMARKS = (
    Column("report_id", TEXT, "The report that says it"),
    Column("kind", TEXT, "aggregate, test, plan, opinion or denial"),
    Column("start", INT, "Where it begins in the report's text", "code points"),
    Column("end", INT, "Where it ends", "code points"),
)
REJECTS = (
    Column("file", TEXT, "The file"),
    Column("row", INT, "Line in the file, counted from 1; 0 for the whole file"),
    Column("field", TEXT, "The field that cannot be used"),
    Column("value", TEXT, "What stands there"),
    Column("reason", TEXT, "Why it cannot be kept"),
    Column("remedy", TEXT, "What would mend it"),
)
MATCHES = (
    Column("event_id", TEXT, "The event both incidents were matched into; empty for a near miss kept for review"),
    Column("left_id", TEXT, "One incident"),
    Column("right_id", TEXT, "The other"),
    Column("score", REAL, "How alike they are", "0 to 1"),
    Column("reasons", TEXTS, "What speaks for and against, in words and numbers"),
    Column("is_episode", FLAG, "One tells of several days, the other of one: an episode (an offensive) and its event?"),
)
LINKS = (
    Column(
        "kind",
        TEXT,
        "answers_to (the first answers the other), claimed_with (one voice claims both), follows (the words date one "
        "by the other, the first after it) or same_series (they count both, or the first alone, into one series)",
    ),
    Column("from_event_id", TEXT, "The first event"),
    Column("to_event_id", TEXT, "The other event; empty for a series of which the words name no other"),
    Column("from_incident_id", TEXT, "The incident of the first that the words speak of"),
    Column("to_incident_id", TEXT, "The incident of the other that the words speak of; empty for such a series"),
    Column("report_id", TEXT, "The report that says it"),
    Column("start", INT, "Where the sentence that says it begins in the report's text", "code points"),
    Column("end", INT, "Where it ends", "code points"),
)
CORRECTIONS = (
    Column("event_id", TEXT, "The event that names the decision"),
    Column("correction_id", TEXT, "Id of the decision"),
    Column("target", TEXT, "The event or incident that it is on"),
    Column("action", TEXT, "set, place, merge, split or sensitivity"),
    Column("field", TEXT, "For set, the field"),
    Column("old", TEXT, "What stood there before, as an editor writes it; empty = unknown"),
    Column("new", TEXT, "What stands there now; for merge and split the other incidents"),
    Column("who", TEXT, "Who decided"),
    Column("decided", DAY, "When", "day"),
    Column("why", TEXT, "Why"),
)
ALIASES = (
    Column("old_id", TEXT, "An event id of an earlier build"),
    Column("event_id", TEXT, "The event that answers to it now"),
)
CHANGES = (
    Column("event_id", TEXT, "The event"),
    Column("kind", TEXT, "added, changed, merged (into the event in new) or removed, since the version before"),
    Column("event", TEXT, "Its type, day and place, in words"),
    Column("field", TEXT, "For a changed event, the column that differs"),
    Column("old", TEXT, "What stood there before; lists as JSON"),
    Column("new", TEXT, "What stands there now"),
)
TABLES: dict[str, tuple[Column, ...]] = {
    "events": EVENTS,
    "incidents": INCIDENTS,
    "reports": REPORTS,
    "remarks": REMARKS,
    "rejects": REJECTS,
    "matches": MATCHES,
    "links": LINKS,
    "corrections": CORRECTIONS,
    "aliases": ALIASES,
    "changes": CHANGES,
}
COLUMNS_VERSION = 5
"""Raised whenever a table changes its shape; part of every build's identity."""


def schema(table: str) -> pa.Schema:
    """The Arrow schema of a table of TABLES; KeyError for any other name."""
    return pa.schema([(column.name, column.type) for column in TABLES[table]])


def names(table: str) -> tuple[str, ...]:
    """The column names of a table, in order."""
    return tuple(column.name for column in TABLES[table])
