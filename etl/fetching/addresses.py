"""Which addresses may be asked: http and https, and nothing inside the user's own network unless allowed."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

from requests import Response
from requests.utils import get_environ_proxies

from etl.errors import FetchError


def host_of(url: str) -> str:
    """The host of an http or https address; "" where it is none."""
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in ("http", "https") and (parts.port or 0) >= 0
    except ValueError:  # half an IPv6 address, or a port that is none
        return ""
    return parts.hostname or "" if is_web else ""


def checked(url: str, *, private: bool) -> str:
    """The address, if it may be asked. Raises FetchError for another scheme, or a host that is not public."""
    host = host_of(url)
    if not host:
        raise FetchError(f"{url}: is no http or https address. Nothing was read from it.")
    if private or get_environ_proxies(url):
        return url  # behind a proxy names are looked up elsewhere
    try:
        parts = urlsplit(url)
        found = socket.getaddrinfo(host, parts.port or parts.scheme, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host}: has no address ({error}). Check the network, or try again later.") from error
    for *_, told in found:
        _refuse_private(str(told[0]), url)
    return url


def check_peer(response: Response, url: str, *, private: bool) -> None:
    """Whoever answered is public too: a name can change its address between the look and the call."""
    if private or get_environ_proxies(url):
        return
    connection = getattr(response.raw, "connection", None)
    answering = getattr(connection, "sock", None)
    if answering is not None:
        _refuse_private(str(answering.getpeername()[0]), url)


def onward(url: str, response: Response, *, private: bool) -> str:
    """Where a redirect leads, if that may be asked: never to another scheme than http(s), never from https to http."""
    told = response.headers.get("Location", "")
    try:
        there = urljoin(url, told)
    except ValueError as error:
        raise FetchError(f"{url}: leads on to {told}, which is no address. Nothing was read from it.") from error
    if urlsplit(url).scheme == "https" and there.startswith("http:"):
        raise FetchError(f"{url}: leads on to {there}, which is not encrypted. Nothing was read from it.")
    return checked(there, private=private)


def _refuse_private(address: str, url: str) -> None:
    host = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(host, "ipv4_mapped", None)
    if not (mapped or host).is_global:
        raise FetchError(
            f"{url}: lies at {address}, inside a private network. Where that is meant, give --allow-private."
        )
