"""A server on this machine that serves files well, or misbehaves as asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Headers = dict[str, str]


@dataclass
class Served:
    """What is served and how. cut: for each call the number of bytes after which it breaks off; stall: it keeps the
    line open instead; drip: the rest comes byte by byte, one every tenth of a second. answers: (status, headers) given
    before anything else, one a call.
    """

    content: bytes = b""
    tag: str = '"v1"'
    cut: list[int] = field(default_factory=list)
    stall: bool = False
    drip: bool = False
    answers: list[tuple[int, Headers]] = field(default_factory=list)
    ranges: bool = True
    tells_length: bool = True
    calls: list[Headers] = field(default_factory=list)
    address: str = ""
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(served: Served) -> Iterator[str]:
    """Serve it; yields the address of the file."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.calls.append(dict(self.headers.items()))
            if served.answers:
                status, headers = served.answers.pop(0)
                self.send_response(status)
                for name, value in {**headers, "Content-Length": "0"}.items():
                    self.send_header(name, value)
                self.end_headers()
                return
            self._file()

        def _file(self) -> None:
            asked, same = self.headers.get("Range", ""), self.headers.get("If-Range") == served.tag
            start = int(asked.removeprefix("bytes=").rstrip("-")) if served.ranges and asked and same else 0
            body = served.content[start:]
            self.send_response(206 if start else 200)
            self.send_header("ETag", served.tag)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(served.content) - 1}/{len(served.content)}")
            if served.tells_length:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            upto = served.cut.pop(0) if served.cut else len(body)
            self.wfile.write(body[:upto])
            self.wfile.flush()
            while served.drip and upto < len(body) and not served.over.wait(0.1):
                self._drop(body[upto : upto + 1])
                upto += 1
            if served.stall and upto < len(body):
                served.over.wait(20)
            self.close_connection = True

        def _drop(self, byte: bytes) -> None:
            with suppress(ConnectionError):  # who is tired of waiting hangs up
                self.wfile.write(byte)
                self.wfile.flush()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    served.address = f"http://127.0.0.1:{server.server_port}/ged.zip"
    try:
        yield served.address
    finally:
        served.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
