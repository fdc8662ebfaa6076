"""Who did a mapped row's deed according to whom, and to whom it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from etl.lexicon import TypeOfCode
from etl.records import Attribution, Span, Stance
from etl.sources._mapped_cells import Told, standing
from etl.sources._mapping import Side, TableMapping, loose


@dataclass(frozen=True, slots=True)
class Who:
    """The attributions and targets of a row, and where each are told."""

    attributions: tuple[Attribution, ...]
    targets: tuple[str, ...]
    evidence: Mapping[str, tuple[Span, ...]]


class WhoReader:
    """Reads the sides of one table's rows."""

    def __init__(self, mapping: TableMapping) -> None:
        self._sides = [(loose(side.column), side) for side in mapping.sides]

    def of(self, told: Told, kind: TypeOfCode, spans: Mapping[str, Span]) -> Who:
        """The sides of a row whose code means `kind`."""
        attributions: list[Attribution] = []
        targets: list[str] = []
        evidence: dict[str, tuple[Span, ...]] = {}
        for name, side in self._sides:
            actor = told.get(name, "")
            if not actor:
                continue
            if _is_target(side, told, kind):
                targets.append(actor)
                field = "targets"
            else:
                stance = _stance(side, told)
                attributions.append(Attribution(actor, stance, actor if stance == "claimed" else ""))
                field = "attributions"
            evidence[field] = (*evidence.get(field, ()), *standing((name,), spans))
        return Who(tuple(dict.fromkeys(attributions)), tuple(targets), evidence)


def _is_target(side: Side, told: Told, kind: TypeOfCode) -> bool:
    named = any(told.get(loose(column), "").removesuffix(".0") in codes for column, codes in side.targets.items())
    return named or (side.second and kind.second != "side")


def _stance(side: Side, told: Told) -> Stance:
    fits = (s for column, code, s in side.stances if told.get(loose(column), "").removesuffix(".0") == code)
    return next(fits, "stated")
