"""A server in this process that answers as a language model's does: well, badly, or late."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LATE = object()
"""An answer that does not come before the server stops."""


class ModelServer(ThreadingHTTPServer):
    """Gives its answers in order, the last one again and again; keeps what it was asked, and with which headers.

    An answer is the content of a message, (status, body), or LATE.
    """

    daemon_threads = True

    def __init__(self, answers: list[object]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers = answers
        self.asked: list[dict[str, Any]] = []
        self.headers_seen: list[dict[str, str]] = []
        self.stopping = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: ModelServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append(json.loads(body))
        self.server.headers_seen.append({**dict(self.headers), "path": self.path})
        number = min(len(self.server.asked), len(self.server.answers)) - 1
        answer = self.server.answers[number]
        if answer is LATE:
            self.server.stopping.wait(20)
            return
        status, content = answer if isinstance(answer, tuple) else (200, completion(answer))
        sent = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        self.wfile.write(sent)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


def completion(content: object, **message: object) -> dict[str, Any]:
    """The body of a server's answer; content that is no text is written as JSON."""
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    return {
        "choices": [{"message": {"role": "assistant", "content": text, **message}}],
        "usage": {"prompt_tokens": 900, "completion_tokens": 80},
    }


@contextmanager
def serving(*answers: object) -> Iterator[ModelServer]:
    """A server with these answers, gone at the end."""
    server = ModelServer(list(answers))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()
