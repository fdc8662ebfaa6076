"""The cells of UCDP GED rows that are used, in one order for every layout, and the text that they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.sources._cells import NOT_TOLD

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("event_type", ("type_of_violence",)),
    ("date", ("date_start", "date_end", "date_prec")),
    ("place", ("where_coordinates", "where_description", "adm_2", "adm_1", "country", "where_prec",
               "latitude", "longitude")),
    ("side_a", ("side_a",)),
    ("side_b", ("side_b",)),
    ("killed", ("best",)),
    ("killed_range", ("low", "high")),
    ("", ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "combatant_deaths", "conflict_name",
          "dyad_name", "event_clarity", "code_status", "number_of_sources", "source_original", "source_headline",
          "source_office", "source_date", "source_article")),
)  # fmt: skip
"""The columns of a row's text, in their order there, each group under the field that it is evidence of."""

TEXT_COLUMNS = tuple(name for _, names in _GROUPS for name in names)
USED = (*TEXT_COLUMNS, "id", "country_id", "year")
"""Every column that is used, in the order of `RowText.cells`."""

AT: Mapping[str, int] = {name: index for index, name in enumerate(USED)}
"""Where each of them stands there."""

Numbers = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of some rows, and where each group's lines begin and end in them; an end before its begin = none."""

    text: pa.Array
    begin: Mapping[str, Numbers]
    end: Mapping[str, Numbers]
    killed_told: pa.Array
    """The line of best; without one the lines of low and high; null without either."""

    def told(self, field: str) -> Numbers:
        """Whether each row has lines of a group."""
        there: Numbers = self.end[field] > self.begin[field]
        return there


class RowText:
    """Cells and texts of one file's rows. labels: the file's own name of each column; at: its position in the file."""

    def __init__(self, at: Mapping[str, int], labels: Mapping[str, str]) -> None:
        # A column that the file lacks stands at -1, where every row gets an empty cell.
        self._pick = itemgetter(*(at.get(name, -1) for name in USED))
        self._labels = [f"{labels.get(name, name)}: " for name in TEXT_COLUMNS]

    def cells(self, given: list[str]) -> list[str]:
        """The used cells in the order of USED; empty where the file tells nothing."""
        given.append("")
        cells = list(map(str.strip, self._pick(given)))
        if not NOT_TOLD.isdisjoint(cells):
            cells = ["" if cell in NOT_TOLD else cell for cell in cells]
        if "\n" in "".join(cells):
            cells = [" ".join(cell.split()) for cell in cells]
        if cells[AT["number_of_sources"]] == "-1":
            cells[AT["number_of_sources"]] = ""  # the codebook's word for "not recorded"
        if cells[AT["source_headline"]] and cells[AT["source_office"]]:
            cells[AT["source_article"]] = ""  # it repeats headline, office and date
        return cells

    def texts(self, columns: Sequence[Sequence[str]]) -> Texts:
        """One line "column: value" for each cell that tells something. columns: in the order of USED.

        Raises UnicodeEncodeError where a cell holds half a character.
        """
        lines = []
        # The columns behind those of TEXT_COLUMNS have no label: zip leaves them out.
        for label, column in zip(self._labels, columns, strict=False):
            cells = pa.array(column, pa.string())
            lines.append(pc.if_else(pc.equal(cells, ""), "", pc.binary_join_element_wise(label, cells, "\n", "")))
        widths = [pc.utf8_length(line).to_numpy() for line in lines]
        ends = np.cumsum(np.vstack([np.zeros_like(widths[0]), *widths]), axis=0)
        begin, end = {}, {}
        for field, names in _GROUPS:
            begin[field], end[field] = ends[AT[names[0]]], ends[AT[names[-1]] + 1] - 1
        begin["incident"], end["incident"] = ends[0], ends[-1] - 1
        bounds = pc.binary_join_element_wise(lines[AT["low"]], lines[AT["high"]], "")
        killed = pc.if_else(pc.equal(lines[AT["best"]], ""), bounds, lines[AT["best"]])
        text = pc.binary_join_element_wise(*lines, "")
        return Texts(_without_end(text), begin, end, pc.if_else(pc.equal(killed, ""), None, _without_end(killed)))


def _without_end(lines: pa.Array) -> pa.Array:
    return pc.utf8_slice_codeunits(lines, 0, -1)
