"""A controller's door for manifests and files, that can be told to behave badly."""

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOKEN = "the-screen's-token"

Manners = Callable[["Asked", bytes], None]
"""Answers a request for bytes that are there, well or badly."""


class Asked(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: "Door"

    def do_GET(self) -> None:
        path = self.path.removeprefix("/signage")
        self.server.asked.append((path, self.headers.get("Range")))
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            self.answer(401, b"{}")
            return
        data = self.server.files.get(path)
        if data is None:
            self.answer(404, b"{}")
            return
        badly = self.server.badly.get(path, [])
        (badly.pop(0) if badly else well)(self, data)

    def answer(self, status: int, data: bytes, length: int | None = None, **headers: str) -> None:
        """Send these bytes, whatever length is told of them."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def start(self) -> int:
        """The first byte that is asked for."""
        found = re.match(r"bytes=(\d+)-$", self.headers.get("Range", ""))
        return int(found[1]) if found else 0

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Door(ThreadingHTTPServer):
    """What is served, and how."""

    daemon_threads = True

    def __init__(self, address=("127.0.0.1", 0)) -> None:
        super().__init__(address, Asked)
        self.files: dict[str, bytes] = {}
        self.badly: dict[str, list[Manners]] = {}
        self.asked: list[tuple[str, str | None]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def have(self, *publishings) -> None:
        for each in publishings:
            self.files.update(each.served)

    def misbehave(self, path: str, *manners: Manners) -> None:
        """The next requests for that file are answered so; those after them well."""
        self.badly[path] = list(manners)

    def times(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)


@contextmanager
def door() -> Iterator[Door]:
    server = Door()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


# -- How a request is answered --


def well(asked: Asked, data: bytes) -> None:
    start = asked.start()
    if not start:
        asked.answer(200, data)
        return
    told = f"bytes {start}-{len(data) - 1}/{len(data)}"
    asked.answer(206, data[start:], Content_Range=told)


def without_range(asked: Asked, data: bytes) -> None:
    asked.answer(200, data)


def cut(asked: Asked, data: bytes) -> None:
    """Hang up in the middle of what is left."""
    left = data[asked.start() :]
    status, told = (
        (206, {"Content_Range": f"bytes {asked.start()}-"}) if asked.start() else (200, {})
    )
    asked.answer(status, left[: len(left) // 2], len(left), **told)
    asked.close_connection = True


def silent(asked: Asked, data: bytes) -> None:
    """Fall silent in the middle, and hang on."""
    asked.answer(200, data[: len(data) // 2], len(data))
    asked.wfile.flush()
    asked.connection.settimeout(5)
    asked.rfile.read(1)


def dripping(asked: Asked, data: bytes) -> None:
    """Give a byte at a time, for as long as somebody listens."""
    asked.answer(200, b"", len(data))
    for each in data:
        asked.wfile.write(bytes([each]))
        time.sleep(0.01)


def other_bytes(asked: Asked, data: bytes) -> None:
    asked.answer(200, bytes(len(data)))


def too_short(asked: Asked, data: bytes) -> None:
    """Tell a length that is not the file's, and keep to it."""
    asked.answer(200, data[:-7])


def too_long(asked: Asked, data: bytes) -> None:
    asked.answer(200, data + bytes(100_000))


def another_part(asked: Asked, data: bytes) -> None:
    asked.answer(206, data[:10], Content_Range=f"bytes 0-9/{len(data)}")


def no_such_part(asked: Asked, data: bytes) -> None:
    asked.answer(416, b"")


def broken(asked: Asked, data: bytes) -> None:
    asked.answer(500, b"{}")


def gone(asked: Asked, data: bytes) -> None:
    asked.answer(404, b"{}")


def elsewhere(asked: Asked, data: bytes) -> None:
    asked.answer(302, b"", Location="http://192.0.2.1/")


def nonsense(asked: Asked, data: bytes) -> None:
    asked.wfile.write(b"this is not HTTP at all\r\n\r\n")
    asked.close_connection = True
