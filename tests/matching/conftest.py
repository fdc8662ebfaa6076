"""Actors of our own, so that no test leans on what the actor file holds today."""

from __future__ import annotations

import pytest

from etl import lexicon
from etl.lexicon import Actor


@pytest.fixture(autouse=True)
def _few_actors(monkeypatch):
    known = (
        Actor("red", "Red Brigade", "armed_group", "none", "IQ", (("*", "Red Brigade"), ("fr", "Brigade rouge")), ""),
        Actor("blue", "Blue Guards", "state", "none", "IQ", (("*", "Blue Guards"),), ""),
    )
    monkeypatch.setattr(lexicon, "_by_alias", lambda: {lexicon.fold(a): one for one in known for _, a in one.aliases})
