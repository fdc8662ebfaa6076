"""ACLED, Armed Conflict Location & Event Data, as its users export it. What is known of it: data/sources/acled.toml."""

from __future__ import annotations

from etl.sources._mapped_table import mapped_source
from etl.sources._mapping_file import shipped

SOURCE = mapped_source("acled", shipped("acled"))
