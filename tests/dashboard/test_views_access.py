"""No page breaks a rule of axe-core, in two languages, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_core_python.sync_playwright import Axe
from browser_session import page, settled

pytestmark = [pytest.mark.browser, pytest.mark.soak]
PAGES = (
    "/?by=killed", "/?selected=ev-rockets", "/?type=shelling&killed=5", "/event?event=ev-rockets", "/event", "/read",
    "/about", "/stories", "/?embed=true",
)  # fmt: skip


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_page_breaks_a_rule(address: str, language: str, scheme: Literal["light", "dark"], width: int) -> None:
    found = {}
    with page(address, language=language, scheme=scheme, width=width) as opened:
        for path in PAGES:
            opened.page.goto(address + path)
            settled(opened.page)
            broken = Axe().run(opened.page)["violations"]
            if told := [(rule["id"], node["html"][:160]) for rule in broken for node in rule["nodes"]]:
                found[path] = told
    assert found == {}
