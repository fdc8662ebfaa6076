"""The order in which data pass the rooms; the only part of etl that knows them all.

reports and rows -> intake (sources, reading, places) -> gathering -> matching -> corrections -> store
"""

from etl.pipeline.actors import Named, actor_as_named, actor_sides, actors_called
from etl.pipeline.build import Built, NothingBuilt, build
from etl.pipeline.decisions import correction_files
from etl.pipeline.events import place_names, place_of
from etl.pipeline.inputs import Input, bundled_inputs, last_inputs
from etl.pipeline.intake import gazetteer, read_pasted, read_text
from etl.pipeline.proposing import Candidate, Said, as_proposed, candidates, candidates_of, proposal, report_of

__all__ = [
    "Built",
    "Candidate",
    "Input",
    "Named",
    "NothingBuilt",
    "Said",
    "actor_as_named",
    "actor_sides",
    "actors_called",
    "as_proposed",
    "build",
    "bundled_inputs",
    "candidates",
    "candidates_of",
    "correction_files",
    "gazetteer",
    "last_inputs",
    "place_names",
    "place_of",
    "proposal",
    "read_pasted",
    "read_text",
    "report_of",
]
