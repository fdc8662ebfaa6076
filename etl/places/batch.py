"""Whole documents at once: the places of given or found names, as the command line writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from etl.errors import InputError
from etl.places.find import finder
from etl.places.gazetteer import Gazetteer
from etl.places.resolve import Document, Resolved
from etl.records import Span


def answer_batch(
    gazetteer: Gazetteer, documents: Iterable[Mapping[str, Any] | None], threshold: bool, file: str = "--batch"
) -> Iterator[dict[str, Any]]:
    """One dict a name: docid, start, end, latitude, longitude (null for no answer), in the order of the documents.

    documents: dicts with "docid", "text", "language" and, where the names are given, "mentions" (dicts with "start"
    and "end"), which are answered span by span; without them, names are found first. None is a blank line, counted
    but not answered. threshold: answer only what the
    product itself would put on the map; else the best candidate, however weak. Raises InputError, with `file` and
    row, for what is no document and for a span outside its text.
    """
    find = finder(gazetteer)
    for number, document in enumerate(documents, start=1):
        if document is None:
            continue
        _check(document, file, number)
        text, language = document["text"], document.get("language") or "en"
        found = find(text, language)
        given = document.get("mentions")
        if given is None:
            asked = [mention.span for mention in found if mention.kind != "demonym"]
        else:
            asked = [_span(mention, text, file, number) for mention in given]
        resolver = Document(gazetteer, text, [*(mention.span for mention in found), *asked])
        for span in asked:
            yield {
                "docid": document["docid"],
                "start": span.start,
                "end": span.end,
                **_point(resolver.resolve(span), threshold),
            }


def _check(document: Mapping[str, Any], file: str, number: int) -> None:
    whole = isinstance(document, Mapping) and isinstance(document.get("text"), str) and "docid" in document
    given = document.get("mentions") if whole else None
    if not whole or not (given is None or (isinstance(given, list) and all(_has_offsets(one) for one in given))):
        remedy = 'Write {"docid", "text", "language"} and, if names are given, "mentions": [{"start", "end"}].'
        raise InputError(file, "the line is no document", remedy, number)


def _has_offsets(mention: Any) -> bool:
    return isinstance(mention, Mapping) and all(type(mention.get(side)) is int for side in ("start", "end"))


def _span(mention: Mapping[str, Any], text: str, file: str, number: int) -> Span:
    span = Span(mention["start"], mention["end"])
    if not 0 <= span.start < span.end <= len(text):
        raise InputError(file, f"span {span.start}-{span.end} lies outside the text", "Count code points.", number)
    return span


def _point(resolved: Resolved, threshold: bool) -> dict[str, float | None]:
    best = resolved.candidates[0].place if resolved.candidates and not threshold else resolved.answer
    if best is None:
        return {"latitude": None, "longitude": None}
    return {"latitude": best.latitude, "longitude": best.longitude}
