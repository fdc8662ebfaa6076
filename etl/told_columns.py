"""What an incident or event tells, column by column, and the types of columns.

`standard` names the field of ACLED, UCDP GED or PLOVER that the column corresponds to, where there is one.
"""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa

TEXT, INT, REAL, DAY, FLAG = pa.string(), pa.int32(), pa.float64(), pa.date32(), pa.bool_()
TEXTS = pa.list_(pa.string())
ATTRIBUTIONS = pa.list_(pa.struct([("actor", TEXT), ("stance", TEXT), ("by", TEXT)]))
EVIDENCE = pa.list_(pa.struct([("field", TEXT), ("start", INT), ("end", INT)]))
ORIGINS = pa.list_(pa.struct([("field", TEXT), ("incident_id", TEXT), ("rule", TEXT)]))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its Arrow type, its unit (empty where it has none) and what it means."""

    name: str
    type: pa.DataType
    meaning: str
    unit: str = ""
    standard: str = ""


def _count(name: str, who: str, standard: str = "") -> tuple[Column, ...]:
    return (
        Column(f"{name}_low", INT, f"Lowest number of {who} told; empty = not told", "people", standard and "GED low"),
        Column(f"{name}_best", INT, f"Number of {who} held to be best; empty = not told", "people", standard),
        Column(f"{name}_high", INT, "Highest number; empty beside a low = open", "people", standard and "GED high"),
        Column(f"{name}_told", TEXT, f"The words that tell the number of {who}"),
    )


_WHAT = (
    Column("event_type", TEXT, "What happened, by its means first", standard="ACLED sub_event_type; PLOVER event type"),
    Column("status", TEXT, "carried_out, foiled (prevented or failed) or threatened"),
    Column("source_type", TEXT, "The source's own code for what happened", standard="GED type_of_violence"),
)
_WHEN = (
    Column(
        "date_start", DAY, "First day it may have happened; empty = open", "day", "GED date_start; ACLED event_date"
    ),
    Column("date_end", DAY, "Last day it may have happened; empty = open", "day", "GED date_end"),
    Column(
        "date_precision",
        TEXT,
        "How exact the date is: day, days, week, month, season, year, unknown",
        standard="GED date_prec; ACLED time_precision",
    ),
    Column("date_basis", TEXT, "Where the date comes from: explicit, relative, offset, published, none"),
)
_WHERE = (
    Column(
        "places", TEXTS, "Place names as written, most exact first", standard="GED where_coordinates; ACLED location"
    ),
    Column("launched_from", TEXTS, "Names of the place it was launched from, as written"),
    Column(
        "latitude",
        REAL,
        "Latitude of the point that stands for the place; empty = not placed",
        "degrees (WGS 84)",
        "GED latitude; ACLED latitude",
    ),
    Column(
        "longitude",
        REAL,
        "Longitude of that point; empty = not placed",
        "degrees (WGS 84)",
        "GED longitude; ACLED longitude",
    ),
    Column(
        "place_precision",
        TEXT,
        "How exact: site, neighbourhood, town, district, province, country, area",
        standard="GED where_prec; ACLED geo_precision",
    ),
    Column("radius_km", REAL, "Radius that stands for how exact the place is", "km"),
    Column("gazetteer_id", TEXT, "Id of the place in the gazetteer; empty where the source gave the point"),
    Column("place_candidates", TEXTS, "For an ambiguous place left unplaced: ids of the places it may be"),
    Column("country", TEXT, "Country of the place", "ISO 3166-1 alpha-2", "GED country_id; ACLED iso"),
    Column("admin1", TEXT, "First-level area of the place", standard="GED adm_1; ACLED admin1"),
)
_WHO = (
    Column("weapons", TEXTS, "Weapons used, seized or defused, as written"),
    Column(
        "attributions",
        ATTRIBUTIONS,
        "Who did it, the stance (stated, claimed, accused, denied) and who says so",
        standard="GED side_a, side_b; ACLED actor1, actor2",
    ),
    Column("targets", TEXTS, "What or who was meant or hit, as written"),
)
_TOLLS = (
    *_count("killed", "people killed, attackers included", "GED best; ACLED fatalities"),
    *_count("wounded", "people wounded, attackers included", ""),
    *_count("detained", "people arrested, captured or carried off", ""),
    *_count("killed_attackers", "attackers killed", ""),
    *_count("wounded_attackers", "attackers wounded", ""),
)
TOLD = (*_WHAT, *_WHEN, *_WHERE, *_WHO, *_TOLLS)
"""The columns that incidents and events share."""

COUNTS = ("killed", "wounded", "detained", "killed_attackers", "wounded_attackers")
"""The fields of an incident or event that are counts, each four columns wide: _low, _best, _high, _told."""
