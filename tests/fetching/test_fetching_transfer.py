"""A dataset comes whole or not at all, from a server that does everything wrong."""

from __future__ import annotations

import hashlib
import io
import zipfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from dataset_server import Served, serving

from etl.errors import FetchError
from etl.fetching import Dataset, Manners, fetch


def _zip(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, content in files.items():
            made.writestr(name, content)
    return target.getvalue()


CONTENT = _zip(ged=bytes(range(256)) * 2_000)


class Asked:
    """One fetch, with the pauses that it would have made."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.pauses, self.steps = folder / "downloads", [], []

    def __call__(self, url: str, content: bytes = CONTENT, **manners: object) -> bytes:
        dataset = Dataset("ged", url, "ged.zip", len(content), {"sha256": hashlib.sha256(content).hexdigest()},
                          "GED", "CC BY 4.0", "")  # fmt: skip
        return self.of(dataset, **manners)

    def of(self, dataset: Dataset, **manners: object) -> bytes:
        polite = Manners(**{"private": True, "timeout": 0.5, "pause": self.pauses.append, **manners})
        done = fetch(dataset, self.folder, polite, lambda *step: self.steps.append(step))
        assert done.path == self.folder / "ged.zip"
        return done.path.read_bytes()

    def left(self) -> set[str]:
        return {path.name for path in self.folder.parent.rglob("*") if path.is_file() and path.suffix != ".lock"}


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    return Asked(tmp_path)


@contextmanager
def _refused(match: str, asked: Asked, *, left: bool = False):
    """The fetch fails in words, and nothing stands there but, perhaps, the part to go on from."""
    with pytest.raises(FetchError, match=match):
        yield
    assert asked.left() <= ({".ged.zip.part", ".ged.zip.part.json"} if left else set())


def test_a_dataset_comes_whole_and_is_not_asked_for_again(asked):
    served = Served(CONTENT)
    with serving(served) as url:
        assert asked(url) == CONTENT
        assert asked(url) == CONTENT
    assert len(served.calls) == 1
    assert served.calls[0]["User-Agent"].startswith("incident-atlas/")
    assert asked.steps[-1] == (len(CONTENT), len(CONTENT))
    assert asked.left() == {"ged.zip"}


def test_a_transfer_that_breaks_off_goes_on_where_it_broke(asked):
    served = Served(CONTENT, cut=[8192, 245_760])
    with serving(served) as url:
        assert asked(url) == CONTENT
    assert [call.get("Range") for call in served.calls] == [None, "bytes=8192-", "bytes=253952-"]
    assert asked.pauses == [1.0, 2.0]


def test_a_later_call_goes_on_too(asked):
    served = Served(CONTENT, cut=[204_800])
    with serving(served) as url:
        with _refused("call again to go on", asked, left=True):
            asked(url, attempts=1)
        assert asked(url) == CONTENT
    assert served.calls[1]["Range"] == "bytes=204800-"


def test_content_that_changed_meanwhile_is_begun_anew(asked):
    served = Served(b"x" * len(CONTENT), tag='"old"', cut=[1000])
    with serving(served) as url:
        with _refused("broke off", asked, left=True):
            asked(url, attempts=1)
        served.content, served.tag = CONTENT, '"new"'
        assert asked(url) == CONTENT


def test_a_server_without_ranges_is_begun_anew(asked):
    with serving(Served(CONTENT, cut=[1000], ranges=False)) as url:
        assert asked(url) == CONTENT


def test_a_server_that_stalls_is_not_waited_for_without_end(asked):
    served = Served(CONTENT, cut=[1000, 1000], stall=True)
    with serving(served) as url, _refused("broke off 2 times", asked, left=True):
        asked(url, attempts=2)


@pytest.mark.parametrize("tells_length", [True, False])
def test_a_server_that_drips_is_not_waited_for_without_end(asked, tells_length):
    served = Served(CONTENT, cut=[1000, 1000], drip=True, tells_length=tells_length)
    with serving(served) as url, _refused("broke off 2 times, last: .* which is too slow", asked, left=True):
        asked(url, attempts=2)


def test_a_slow_server_that_keeps_its_pace_is_waited_for(asked):
    served = Served(CONTENT, cut=[len(CONTENT) - 8], drip=True)
    with serving(served) as url:
        assert asked(url, slowest=5.0) == CONTENT


def test_a_server_that_asks_to_wait_is_waited_for(asked):
    served = Served(CONTENT, answers=[(429, {"Retry-After": "7"}), (503, {})])
    with serving(served) as url:
        assert asked(url) == CONTENT
    assert asked.pauses == [7.0, 2.0]


def test_one_that_asks_for_an_hour_is_not(asked):
    served = Served(CONTENT, answers=[(503, {"Retry-After": "3600"})])
    with serving(served) as url, _refused("in 3600 seconds", asked):
        asked(url)
    assert asked.pauses == []


@pytest.mark.parametrize(
    "there", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x", "//:80/", "http://[::1"]
)
def test_a_redirect_to_anything_but_the_web_is_refused(asked, there):
    with (
        serving(Served(CONTENT, answers=[(302, {"Location": there})])) as url,
        _refused("is no http|cannot be asked", asked),
    ):
        asked(url)


def test_a_redirect_within_the_web_is_followed_but_not_for_ever(asked):
    served = Served(CONTENT, answers=[(301, {"Location": "/other.zip"})])
    with serving(served) as url:
        assert asked(url) == CONTENT
        (asked.folder / "ged.zip").unlink()
        served.answers = [(302, {"Location": url})] * 9
        with _refused("leads on and on", asked):
            asked(url)


def test_a_private_address_is_refused_unless_allowed(asked):
    served = Served(CONTENT)
    with serving(served) as url, _refused("private network", asked):
        asked(url, private=False)
    assert served.calls == []
    for host in ("10.1.2.3", "169.254.169.254", "[::1]", "[::ffff:10.0.0.1]", "0.0.0.0", "100.64.0.1"):
        with _refused("private network", asked):
            asked(f"http://{host}/ged.zip", private=False)


def test_a_missing_page_is_told_at_once(asked):
    served = Served(answers=[(404, {})])
    with serving(served) as url, _refused("answers 404", asked):
        asked(url)
    assert len(served.calls) == 1


def test_content_other_than_told_is_not_kept(asked):
    other = CONTENT[:-1] + b"?"
    with serving(Served(other)) as url, _refused("its sha256 is", asked):
        asked(url)
    with serving(Served(CONTENT + b"more")) as url, _refused("another release", asked):
        asked(url)


def test_more_bytes_than_told_are_not_taken(asked):
    served = Served(CONTENT * 3, tells_length=False)
    with serving(served) as url, _refused("sends more than", asked):
        asked(url)
    dataset = Dataset("ged", "", "ged.zip", None, {}, "", "", "")
    with serving(served) as url, _refused("sends more than 1,000 bytes", asked):
        asked.of(replace(dataset, url=url), largest=1000)


def test_a_server_that_is_not_there_is_told(asked):
    with serving(Served()) as url:
        pass
    with _refused("broke off 2 times", asked, left=True):
        asked(url, attempts=2)
