"""The Global Terrorism Database, as its users download it. All that is known of it: data/sources/gtd.toml."""

from __future__ import annotations

from etl.sources._mapped_table import mapped_source
from etl.sources._mapping_file import shipped

SOURCE = mapped_source("gtd", shipped("gtd"))
