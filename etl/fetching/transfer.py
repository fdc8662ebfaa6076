"""Bytes from a server into a file, resumed where they broke off."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

import requests
import urllib3

from etl.errors import FetchError
from etl.fetching.addresses import check_peer, checked, onward
from etl.fetching.headers import begins_at, mark_of, retry_after, total_of

USER_AGENT = "incident-atlas/0.1 (python -m etl fetch)"
_CHUNK = 2**13
"""Bytes taken at a time at most."""
_REDIRECTS = (301, 302, 303, 307, 308)
_LATER = (408, 425, 429, 500, 502, 503, 504)


class _BrokenOffError(Exception):
    """The transfer ended before its end; it may be tried again after some seconds."""

    def __init__(self, why: str, after: float | None = None) -> None:
        super().__init__(why)
        self.after = after


@dataclass(frozen=True, slots=True)
class Manners:
    """How a server is asked. timeout: seconds without a byte; slowest: bytes a second that must come, over as many
    seconds; largest: bytes that are taken at most; longest_wait: for how many seconds a server may ask us to come back
    later; pause waits that many seconds.
    """

    private: bool = False
    timeout: float = 30.0
    slowest: float = 500.0
    attempts: int = 6
    redirects: int = 5
    largest: int = 4 * 2**30
    longest_wait: float = 120.0
    pause: Callable[[float], None] = sleep


@dataclass(frozen=True, slots=True)
class Part:
    """The file that is being written, and beside it what tells whether its server still has the same content."""

    path: Path
    size: int | None

    @property
    def note(self) -> Path:
        """Where the content's mark stands."""
        return self.path.with_name(f"{self.path.name}.json")

    def mark(self, url: str) -> str:
        """The server's mark (ETag, else Last-Modified) of the content that the part is of; "" = begin anew."""
        try:
            told = json.loads(self.note.read_text(encoding="utf-8"))
            return str(told["mark"]) if told["url"] == url else ""
        except (OSError, ValueError, KeyError, TypeError):
            return ""

    def forget(self) -> None:
        """Remove both."""
        self.path.unlink(missing_ok=True)
        self.note.unlink(missing_ok=True)


def transfer(url: str, part: Part, manners: Manners, progress: Callable[[int, int], None]) -> None:
    """Bring the part to its end. progress: called with the bytes that are there and those there will be (0: not told).

    Raises FetchError where the server refuses, leads astray, sends too much, or breaks off `attempts` times.
    """
    why = ""
    with requests.Session() as session:
        session.headers.update({"User-Agent": USER_AGENT, "Accept-Encoding": "identity"})
        for attempt in range(manners.attempts):
            try:
                return _once(session, checked(url, private=manners.private), part, manners, progress)
            except _BrokenOffError as error:
                why = str(error)
                wait = error.after if error.after is not None else min(2.0**attempt, 30.0)
                if wait > manners.longest_wait:
                    raise FetchError(f"{url}: asks to come back in {wait:.0f} seconds. Call again then.") from error
                if attempt + 1 < manners.attempts:
                    manners.pause(wait)
            except (requests.RequestException, ValueError) as error:  # a redirect that is no address is a ValueError
                raise FetchError(f"{url}: cannot be asked ({error}). Check the address and the network.") from error
    told = f"{url}: broke off {manners.attempts} times, last: {why}"
    raise FetchError(f"{told}. What came is kept; call again to go on from there.")


def _once(
    session: requests.Session, url: str, part: Part, manners: Manners, progress: Callable[[int, int], None]
) -> None:
    there = part.path.stat().st_size if part.path.exists() else 0
    mark = part.mark(url) if there else ""
    asked = {"Range": f"bytes={there}-", "If-Range": mark} if mark else {}
    response = _followed(session, url, asked, manners)
    with response:
        if response.status_code == 416:
            part.forget()
            raise _BrokenOffError("the server no longer has the rest", 0)
        resumed = response.status_code == 206 and begins_at(response) == there
        if response.status_code == 206 and not resumed:
            part.forget()
            raise _BrokenOffError("the server sent another part than was asked for", 0)
        there = there if resumed else 0
        total = total_of(response, there)
        _check_size(url, total, part, manners)
        most = min(part.size or manners.largest, manners.largest)
        new = {"url": url, "mark": mark_of(response)}
        part.note.write_text(json.dumps(new), encoding="utf-8")
        with part.path.open("ab" if resumed else "wb") as target:
            for chunk in _chunks(response, manners):
                there += len(chunk)
                if there > most:
                    part.forget()
                    raise FetchError(f"{url}: sends more than {most:,} bytes. Nothing was kept.")
                target.write(chunk)
                progress(there, total)
    if there < (part.size or total):
        raise _BrokenOffError(f"{there:,} of {part.size or total:,} bytes came")


def _followed(session: requests.Session, url: str, asked: dict[str, str], manners: Manners) -> requests.Response:
    """The answer at the end of the redirects, with content in it."""
    for _ in range(manners.redirects + 1):
        try:
            response = session.get(url, headers=asked, stream=True, timeout=manners.timeout, allow_redirects=False)
        except (requests.ConnectionError, requests.Timeout) as error:
            raise _BrokenOffError(str(error)) from error
        check_peer(response, url, private=manners.private)
        if response.status_code not in _REDIRECTS:
            _check_status(url, response)
            return response
        with response:
            url = onward(url, response, private=manners.private)
    raise FetchError(f"{url}: leads on and on, more than {manners.redirects} times. Nothing was read from it.")


def _check_status(url: str, response: requests.Response) -> None:
    status = response.status_code
    if status in _LATER:
        with response:
            raise _BrokenOffError(f"the server answers {status}", retry_after(response))
    if status not in (200, 206, 416):
        with response:
            raise FetchError(f"{url}: the server answers {status} {response.reason}. Look at the dataset's page.")


def _chunks(response: requests.Response, manners: Manners) -> Iterator[bytes]:
    """The content as it comes: one who drips a byte now and then is seen to, where a full chunk is not waited for."""
    since, came = monotonic(), 0
    try:
        while chunk := response.raw.read1(_CHUNK):
            yield chunk
            came += len(chunk)
            if (seconds := monotonic() - since) >= manners.timeout:
                if came < manners.slowest * seconds:
                    raise _BrokenOffError(f"{came:,} bytes came in {seconds:.0f} seconds, which is too slow")
                since, came = monotonic(), 0
    except urllib3.exceptions.HTTPError as error:
        raise _BrokenOffError(f"the connection broke ({type(error).__name__})") from error


def _check_size(url: str, total: int, part: Part, manners: Manners) -> None:
    if part.size and total and total != part.size:
        part.forget()
        told = f"{url}: has {total:,} bytes where {part.size:,} are told"
        raise FetchError(f"{told}; its publisher may have put another release there. Look at the dataset's page.")
    if total > manners.largest:
        raise FetchError(f"{url}: has {total:,} bytes, more than the {manners.largest:,} that are taken.")
