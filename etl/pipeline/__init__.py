"""The order in which data pass the rooms; the only part of etl that knows them all.

reports and rows -> intake (sources, reading, places) -> gathering -> matching -> corrections -> store
"""

from etl.pipeline.build import Built, NothingBuilt, build
from etl.pipeline.inputs import Input, bundled_inputs, last_inputs
from etl.pipeline.intake import gazetteer, place_names, read_text

__all__ = [
    "Built",
    "Input",
    "NothingBuilt",
    "build",
    "bundled_inputs",
    "gazetteer",
    "last_inputs",
    "place_names",
    "read_text",
]
