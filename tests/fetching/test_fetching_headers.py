"""What a server's headers say, where they say nonsense."""

from __future__ import annotations

import pytest
from requests import Response

from etl.errors import FetchError, InputError
from etl.fetching.addresses import checked, onward
from etl.fetching.catalogue import datasets
from etl.fetching.headers import begins_at, retry_after, total_of

NO_ADDRESSES = ("http://[::1/x", "http://127.0.0.1:99999/x", "http://a:b:c/", f"http://{'a' * 70}.example/x")


def answer(**headers):
    made = Response()
    made.headers.update({name.replace("_", "-"): told for name, told in headers.items()})
    return made


@pytest.mark.parametrize("there", NO_ADDRESSES)
def test_a_redirect_to_what_is_no_address_is_told(there):
    with pytest.raises(FetchError, match=r"no http or https address|no address"):
        onward("http://example.org/a", answer(Location=there), private=False)


@pytest.mark.parametrize("url", NO_ADDRESSES[:3])
def test_what_is_no_address_is_told_before_anybody_is_asked(tmp_path, url):
    with pytest.raises(FetchError, match="is no http or https address"):
        checked(url, private=False)
    path = tmp_path / "own.toml"
    path.write_text(f"[own]\nurl = '{url}'\nfile = 'own.csv'\n", encoding="utf-8")
    with pytest.raises(InputError, match="url cannot be used"):
        datasets(path)


@pytest.mark.parametrize("told", ["9" * 5_000, "-5", "12x", "٣", ""])
def test_a_length_that_is_no_number_is_none(told):
    assert total_of(answer(Content_Length=told), 7) == 0
    assert begins_at(answer(Content_Range=f"bytes {told}-9/10")) == -1


@pytest.mark.parametrize("told", ["soon", "Wed, 31 Feb 2026 07:28:00 GMT", "Wed, 21 Oct 99999 07:28:00 GMT", ""])
def test_a_time_to_come_back_that_is_none_is_ours_to_choose(told):
    assert retry_after(answer(Retry_After=told)) is None
