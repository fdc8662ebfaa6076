"""The cells of a UCDP GED row that are used, in one order for every layout, and the text that they make."""

from __future__ import annotations

from collections.abc import Mapping
from operator import itemgetter

from etl.records import Span
from etl.sources._cells import NOT_TOLD

_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("event_type", ("type_of_violence",)),
    ("date", ("date_start", "date_end", "date_prec")),
    ("place", ("where_coordinates", "where_description", "adm_2", "adm_1", "country", "where_prec",
               "latitude", "longitude")),
    ("attributions", ("side_a",)),
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
_RANGES = [(field, AT[names[0]], AT[names[-1]] + 1) for field, names in _GROUPS]


class RowText:
    """Cells and text of one file's rows. labels: the file's own name of each column; at: its position in the file."""

    def __init__(self, at: Mapping[str, int], labels: Mapping[str, str]) -> None:
        # A column that the file lacks stands at -1, where every row gets an empty cell.
        self._pick = itemgetter(*(at.get(name, -1) for name in USED))
        self._labels = [f"{labels.get(name, name)}: " for name in TEXT_COLUMNS]
        self._spans = _Spans()

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

    def text(self, cells: list[str]) -> tuple[str, dict[str, tuple[Span, ...]]]:
        """One line "column: value" for each cell that tells something, and where each field's lines stand."""
        # The cells behind those of TEXT_COLUMNS have no label: zip leaves them out.
        lines = [label + cell if cell else "" for label, cell in zip(self._labels, cells, strict=False)]
        known = self._spans
        parts: list[str] = []
        spans: dict[str, tuple[Span, ...]] = {}
        start = 0
        for field, first, last in _RANGES:
            part = lines[first] if last - first == 1 else "\n".join(filter(None, lines[first:last]))
            if part:
                parts.append(part)
                end = start + len(part)
                if field:
                    spans[field] = known[start, end]
                start = end + 1
        text = "\n".join(parts)
        spans["incident"] = known[0, len(text)]
        if more := spans.pop("killed_range", ()):
            spans["killed"] = (*spans.get("killed", ()), *more)
        return text, spans


class _Spans(dict[tuple[int, int], tuple[Span]]):
    """Spans by start and end; they recur from row to row, and finding one is faster than making it."""

    def __missing__(self, ends: tuple[int, int]) -> tuple[Span]:
        made = self[ends] = (Span(*ends),)
        return made
