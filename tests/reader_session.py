"""A reader of the dashboard without a browser: speaks Streamlit's own protocol, so that thirty fit on one machine.

What a browser would draw arrives as messages; a `Reader` opens the page, filters, and keeps what each run brought.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.asyncio.client import ClientConnection, connect

ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
PATIENCE = 60
"""Seconds after which a run that has not ended is lost."""


@dataclass
class Run:
    """What one run brought: seconds until it ended, the figures drawn, and what failed in words."""

    seconds: float
    figures: set[str]
    failed: list[str]


@dataclass
class Reader:
    """One session; `search` is the field for free text as (id, fragment), known once the page has been drawn."""

    line: ClientConnection
    address: str
    search: tuple[str, str] = ("", "")
    typed: str = ""
    runs: list[Run] = field(default_factory=list)

    async def goes_to(self, query: str) -> None:
        """Open an address, as typed into the bar; it says nothing of words."""
        self.typed = ""
        await self._asks(BackMsg(rerun_script={"query_string": query, "context_info": self._context()}))

    async def searches(self, words: str, query: str) -> None:
        """Type other words into the search field and press Enter."""
        self.typed = words
        name, fragment = self.search
        states = WidgetStates(widgets=[WidgetState(id=name, string_value=words)])
        told = {
            "query_string": query,
            "widget_states": states,
            "fragment_id": fragment,
            "context_info": self._context(),
        }
        await self._asks(BackMsg(rerun_script=told))

    def _context(self) -> ContextInfo:
        return ContextInfo(timezone="Europe/Paris", locale="en-GB", url=self.address, color_scheme="light")

    async def _asks(self, message: BackMsg) -> None:
        start, figures, failed = time.perf_counter(), set[str](), list[str]()
        await self.line.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            while True:
                told = ForwardMsg.FromString(bytes(await self.line.recv(decode=False)))
                if told.WhichOneof("type") == "delta":
                    self._sees(told, figures, failed)
                elif told.WhichOneof("type") == "script_finished" and told.script_finished in ENDED:
                    break
        self.runs.append(Run(time.perf_counter() - start, figures, failed))

    def _sees(self, told: ForwardMsg, figures: set[str], failed: list[str]) -> None:
        element = told.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            failed.append(element.exception.message)
        elif kind == "html" and 'class="atlas atlas-failure"' in element.html.body:
            failed.append(element.html.body)
        elif kind == "bidi_component":
            figures |= {key for key in ("map", "timeline") if element.bidi_component.id.endswith(f"-{key}")}
        elif kind == "text_input" and element.text_input.id.endswith("filter:text"):
            self.search = (element.text_input.id, told.delta.fragment_id)


async def opened(address: str) -> Reader:
    """A session with the dashboard at an address; nothing is drawn yet."""
    parts = urlsplit(address)
    line = await connect(
        f"ws://{parts.netloc}/_stcore/stream", subprotocols=["streamlit"], origin=address.rstrip("/"), max_size=None
    )
    return Reader(line, address)
