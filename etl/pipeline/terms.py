"""What each source of a build permits, by the name that its reports bear."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.compute as pc

from etl.items import Licence, Source
from etl.lexicon import fold
from etl.pipeline.taken import Taken
from etl.sources import sources

Terms = dict[str, Any]


def terms_of(taken: Sequence[Taken]) -> list[Terms]:
    """Each source as its reports name it, what read it, and what its licence permits, in the order of the names.

    Where modules with different licences read reports under one name, nothing is permitted that one of them forbids.
    """
    read_by: dict[str, dict[str, Source]] = defaultdict(dict)
    for one in taken:
        for name in pc.unique(one.tables["reports"].column("source")).to_pylist():
            source = source_of(one, name)
            # Two files with mappings of their own may say different things under one name.
            read_by[name][one.file.path if sources()[one.file.source].described else source.name] = source
    return [_terms(name, list(by.values())) for name, by in sorted(read_by.items())]


def source_of(taken: Taken, name: str = "") -> Source:
    """What read a file: a source, or what the file itself tells of one under a name that its reports bear."""
    source = sources()[taken.file.source]
    return source.described(Path(taken.file.path), name) if source.described else source


def _terms(name: str, read_by: Sequence[Source]) -> Terms:
    strictest = min(read_by, key=lambda source: _openness(source.licence))
    licences = [source.licence for source in read_by]
    return {
        "name": name,
        "module": strictest.name,
        "title": strictest.title,
        "publisher": strictest.publisher,
        "citation": strictest.citation,
        "licence": strictest.licence.name,
        "licence_url": strictest.licence.url,
        "display": all(licence.display for licence in licences),
        "text": all(licence.text for licence in licences),
        "export": all(licence.export for licence in licences),
        "share_alike": any(licence.share_alike for licence in licences),
        "machine_coded": all(source.machine_coded for source in read_by),
    }


def _openness(licence: Licence) -> tuple[bool, bool, bool, bool]:
    return licence.export, licence.display, not licence.share_alike, licence.text


def may_leave(terms: Mapping[str, Any]) -> bool:
    """Whether values of a source may be shown to the public and passed on."""
    return bool(terms["display"] and terms["export"])


def all_may_leave(taken: Taken, terms: Sequence[Terms]) -> bool:
    """Whether everything that a file tells may leave, and so its name, its numbers and its rejected cells."""
    barred = {one["name"] for one in terms if not may_leave(one)}
    named = set(pc.unique(taken.tables["reports"].column("source")).to_pylist())
    licence = source_of(taken).licence
    return licence.display and licence.export and named.isdisjoint(barred)


def share_alike_edition(terms: Mapping[str, Any]) -> str:
    """The edition in which a source leaves: a name for its share-alike licence, "" for a free source."""
    if not terms["share_alike"]:
        return ""
    return "share-alike-" + re.sub(r"[^a-z0-9]+", "-", fold(terms["licence"])).strip("-")
