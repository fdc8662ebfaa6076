"""The dashboard's only SQL: DuckDB over the Parquet files of one pinned version, bounded before it reaches pandas.

Every question takes the version and the view; days reach figures as ISO strings.
"""

from dashboard.queries.attributed import Found, actors_found
from dashboard.queries.changes import Changes, changes
from dashboard.queries.context import Background, background
from dashboard.queries.coverage import coverage
from dashboard.queries.event import EventFile, Match, event, flat, one_event
from dashboard.queries.extent import around, in_sight, sample
from dashboard.queries.facets import STEPS, Facets, facets, leading
from dashboard.queries.linked import LinkedEvent, linked
from dashboard.queries.listing import PAGE_ROWS, Range, Totals, export_table, rejects, table, totals
from dashboard.queries.marks import Cells, cells, events, no_events
from dashboard.queries.near_misses import NearMiss, near_misses
from dashboard.queries.references import differing, event_of, known_reports
from dashboard.queries.sources import Terms, sources
from dashboard.queries.timeline import Bins, bins

__all__ = [
    "PAGE_ROWS",
    "STEPS",
    "Background",
    "Bins",
    "Cells",
    "Changes",
    "EventFile",
    "Facets",
    "Found",
    "LinkedEvent",
    "Match",
    "NearMiss",
    "Range",
    "Terms",
    "Totals",
    "actors_found",
    "around",
    "background",
    "bins",
    "cells",
    "changes",
    "coverage",
    "differing",
    "event",
    "event_of",
    "events",
    "export_table",
    "facets",
    "flat",
    "in_sight",
    "known_reports",
    "leading",
    "linked",
    "near_misses",
    "no_events",
    "one_event",
    "rejects",
    "sample",
    "sources",
    "table",
    "totals",
]
