"""Place mentions from conflict reporting (tests/places/mentions.jsonl), placed as the product places them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.places.gazetteer import Gazetteer, distance_km
from etl.places.locate import locate
from etl.records import Incident, PlacePrecision, Reading, Report, Span

MENTIONS = Path(__file__).resolve().parents[1] / "places" / "mentions.jsonl"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a sentence of ours; the point (degrees) is that of `source`, not of our gazetteer.

    level: the precisions that are right. within_km: how near an answer must lie: 25 km for all that has one point.
    """

    id: str
    language: str
    text: str
    mention: str
    latitude: float
    longitude: float
    level: tuple[str, ...]
    within_km: float
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the product says of a mention. km is None where it leaves it unplaced."""

    mention: Mention
    km: float | None
    precision: PlacePrecision | None
    place_id: str

    @property
    def is_right(self) -> bool:
        """Whether it lies near enough, at a right level."""
        near = self.km is not None and self.km <= self.mention.within_km
        return near and self.precision in self.mention.level


def mentions() -> Iterator[Mention]:
    """The whole set, in the order of the file."""
    for line in MENTIONS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Mention(**{**row, "level": tuple(row["level"])})


def answer(gazetteer: Gazetteer, mention: Mention) -> Answer:
    """The product's answer for an incident told in the mention's sentence, at the mention alone."""
    report = Report(f"mention:{mention.id}", "mention", "", mention.language, "", mention.text)
    told = Incident(
        incident_id=f"{report.report_id}#1", report_id=report.report_id, source="mention", event_type="other",
        places=(mention.mention,), evidence={"incident": (Span(0, len(mention.text)),)},
    )  # fmt: skip
    (placed,) = locate(gazetteer, report, Reading((told,), ()))
    if placed.latitude is None or placed.longitude is None:
        return Answer(mention, None, None, "")
    km = distance_km((placed.latitude, placed.longitude), (mention.latitude, mention.longitude))
    return Answer(mention, km, placed.place_precision, placed.gazetteer_id)
