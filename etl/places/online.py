"""Online geocoders one after the other: asked slowly, remembered for good, and never in the way of a row."""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.location import Location

from etl.errors import UsageError
from etl.places.gazetteer import Gazetteer
from etl.places.reverse import reverse
from etl.places.services import Service, Settings

# What fails is told in `problems`, in one line; geopy's own log of it is for whoever sets up a handler.
logging.getLogger("geopy").addHandler(logging.NullHandler())

RETRIES = 1
"""Further tries at a service that fails, before the next one is asked."""

_FAILURES = (GeopyError, AttributeError, IndexError, KeyError, TypeError, ValueError)
"""What geopy raises where a service fails, and where its answer has not the form geopy expects."""


@dataclass(frozen=True, slots=True)
class OnlineAnswer:
    """What a service says a name is. Degrees WGS 84. It tells no precision, so none is claimed."""

    service: str
    address: str
    latitude: float
    longitude: float


class OnlineGeocoders:
    """The services of some settings behind one question. `problems` names what failed, for a person to read."""

    def __init__(self, settings: Settings, gazetteer: Gazetteer, cache: Path, error_wait_seconds: float = 5.0) -> None:
        self._settings, self._gazetteer, self._wait = settings, gazetteer, error_wait_seconds
        self._limits: dict[int, RateLimiter] = {}
        self.problems: list[str] = []
        self._cache = cache / "online-geocoders.sqlite"
        try:
            cache.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._cache)) as file, file:
                file.execute("CREATE TABLE IF NOT EXISTS answer (question TEXT PRIMARY KEY, found TEXT)")
        except (OSError, sqlite3.Error) as error:
            raise UsageError(f"{self._cache}: {error}. Set ATLAS_CACHE to a folder that can be written") from error

    def ask(self, name: str, country: str | None = None, language: str | None = None) -> OnlineAnswer | None:
        """The first service's answer to a name; None where none knows it or none answers.

        country: ISO 3166-1 alpha-2; an answer that lies surely in another country is left out. Raises nothing: what
        fails is noted in `problems`, and asked again the next time.
        """
        for number, service in enumerate(self._settings.services):
            question = json.dumps([service.kind, service.name, name, country, language], ensure_ascii=False)
            answer = self._remembered(question)
            if answer is None:
                answer = self._asked(number, service, name, country, language)
                if answer is not None:
                    self._remember(question, answer)
            for found in answer or ():
                if country is None or self._may_lie_in(found, country.upper()):
                    return found
        return None

    def _asked(
        self, number: int, service: Service, name: str, country: str | None, language: str | None
    ) -> list[OnlineAnswer] | None:
        """What the service says now, [] where it knows nothing; None where it fails."""
        limited = self._limits.setdefault(number, self._limited(service))
        try:
            place: Location | None = limited(service.question(country, language), name)
        except _FAILURES as error:
            self.problems.append(f"{service.name}: {type(error).__name__}: {error}")
            return None
        if place is None:
            return []
        return [OnlineAnswer(service.name, str(place.address), float(place.latitude), float(place.longitude))]

    def _limited(self, service: Service) -> RateLimiter:
        def asking(question: Callable[[str], Any], name: str) -> Any:
            return question(name)

        return RateLimiter(
            asking, min_delay_seconds=service.min_delay_seconds, max_retries=RETRIES,
            error_wait_seconds=max(self._wait, service.min_delay_seconds), swallow_exceptions=False,
        )  # fmt: skip

    def _may_lie_in(self, found: OnlineAnswer, country: str) -> bool:
        around = reverse(self._gazetteer, found.latitude, found.longitude)
        return not around.sure or around.country == country

    def _remembered(self, question: str) -> list[OnlineAnswer] | None:
        with closing(sqlite3.connect(self._cache)) as file:
            row = file.execute("SELECT found FROM answer WHERE question = ?", (question,)).fetchone()
        return [OnlineAnswer(*one) for one in json.loads(row[0])] if row else None

    def _remember(self, question: str, answers: list[OnlineAnswer]) -> None:
        plain = [[a.service, a.address, a.latitude, a.longitude] for a in answers]
        with closing(sqlite3.connect(self._cache)) as file, file:
            file.execute("INSERT OR REPLACE INTO answer VALUES (?, ?)", (question, json.dumps(plain)))
