"""What holds for every test: no connection leaves this machine, and no store of the user's is touched."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to any other machine fails the test that asked for it."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family in (socket.AF_INET, socket.AF_INET6) and host not in {"127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"a connection to {address!r} was asked for")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def no_user_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The default store is an empty folder of the test's own."""
    monkeypatch.setenv("ATLAS_STORE", str(tmp_path / "store"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The kit beside the project; a test that needs it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the kit ../shared is not beside this checkout")
    return SHARED
