""" "La capitale haïtienne", "the capital of Mali", "العاصمة": a capital told without its name."""

from __future__ import annotations

import re

from etl.places.gazetteer import Gazetteer, Place, names_country
from etl.places.names import name_key
from etl.places.rank import Ranked
from etl.places.resolve import Document, Resolved
from etl.records import Span

_BEFORE = re.compile(
    r"^(?:(?:the|la|l|en|in|dans|في) )*(?:capital|capitale|العاصمه|عاصمه)(?: (?:of|de|du|des|del|d|la|the))*(?: |$)"
)
_AFTER = re.compile(r"^(?:the )?(?P<whose>\w+(?: \w+)?) capital$")

_OWNING = re.compile(r"['’]s (?=capital\b)")
"""What ties an English country to its capital: "Somalia's capital"."""


def capital(gazetteer: Gazetteer, document: Document, name: str, home: Place | None = None) -> Resolved | None:
    """The capital of the country the phrase names, or of the one the report speaks of; None for any other phrase.

    home: the country its incidents lie in, where the report speaks of two as loudly.
    """
    key = name_key(_OWNING.sub(" ", name))
    after = _AFTER.match(key)
    if after is not None and after["whose"] not in {"the", "la"}:
        whose = after["whose"]
    elif before := _BEFORE.match(key):
        whose = key[before.end() :]
    else:
        return None
    country = _country(gazetteer, whose) if whose else document.country() or home
    town = gazetteer.capital(country.country) if country is not None else None
    if town is None:
        return None
    return Resolved(Span(0, 0), name, (Ranked(town, 0.0),), town, f"the capital of {country.name if country else ''}")


def _country(gazetteer: Gazetteer, whose: str) -> Place | None:
    """The country that a name or a word for its people stands for alone."""
    places = gazetteer.named(whose)
    if names_country(places):
        return next(place for place in places if place.kind == "country")
    countries = gazetteer.demonym(whose)
    return gazetteer.area(countries[0]) if len(countries) == 1 else None
