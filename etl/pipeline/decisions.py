"""Which editors' decisions a build applies: those that ship with the project, then those of the store's own log."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from etl.corrections import Correction, load
from etl.lexicon import DATA
from etl.pipeline.inputs import shown
from etl.store import Store


def correction_files(store: Store) -> list[Path]:
    """The files of decisions that a build applies: those that ship with the project, then the store's log."""
    return [*_shipped(), *([store.log] if store.log.exists() else [])]


def decisions_for(store: Store, reports: pa.Table) -> tuple[Correction, ...]:
    """The decisions that a build of these reports applies.

    Those that ship speak of bundled reports: in a build without the report they have no say, and nobody is told so.
    Raises InputError for a row that is no decision.
    """
    shipped = {str(path) for path in _shipped()}
    decisions = load(correction_files(store))
    told = sorted({report for decision in decisions for report in _reports_of(decision)})
    there = pc.is_in(pa.array(told, pa.string()), value_set=reports["report_id"].combine_chunks())
    held = set(pa.array(told, pa.string()).filter(there).to_pylist())
    apply = (one for one in decisions if one.file not in shipped or held.intersection(_reports_of(one)))
    return tuple(replace(one, file=shown(Path(one.file))) if one.file in shipped else one for one in apply)


def _reports_of(decision: Correction) -> list[str]:
    """The reports whose incidents a decision is on."""
    incidents = [decision.target] if decision.is_of_incident else decision.incidents
    return [incident.rpartition("#")[0] for incident in incidents]


def _shipped() -> list[Path]:
    return sorted((DATA / "corrections").glob("*.csv"))
