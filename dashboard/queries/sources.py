"""What each source of a version permits, and how it is cited; from the manifest."""

from __future__ import annotations

from dataclasses import dataclass

from etl.store import Version


@dataclass(frozen=True, slots=True)
class Terms:
    """A source and its licence: `text` of its reports may be shown, its rows may leave (`export`).

    may_leave: its values reach the public edition; apart: they leave in files of their own (share-alike).
    """

    name: str
    title: str
    citation: str
    licence: str
    licence_url: str
    text: bool
    export: bool
    may_leave: bool
    apart: bool


def sources(version: Version) -> dict[str, Terms]:
    """The sources of a version by the name that its reports bear."""
    return {
        told["name"]: Terms(
            name=told["name"],
            title=told.get("title") or told["name"],
            citation=told.get("citation", ""),
            licence=told["licence"],
            licence_url=told.get("licence_url", ""),
            text=bool(told.get("display", True) and told.get("text", False)),
            export=bool(told["export"]),
            may_leave=bool(told.get("display", True) and told["export"]),
            apart=bool(told.get("display", True) and told["export"] and told.get("share_alike", False)),
        )
        for told in version.manifest.get("sources", [])
    }
