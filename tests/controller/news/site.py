"""A web site as a virtual device: it behaves well until it is told to be otherwise."""

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from controller.news.network import Network, Request
from controller.news.problem import FeedProblem, Problem

HOST = "site.test"
"""A name that no name service knows: only who is told its address finds it."""

Behaviour = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """Answers on 127.0.0.1; `asked` has the path and the headers of each request."""

    def __init__(self) -> None:
        self.behaviours: dict[str, Behaviour] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                behaviour = site.behaviours.get(self.path, answer(404, b"nothing here"))
                try:
                    behaviour(self)
                except OSError:
                    self.close_connection = True

            def log_message(self, *words: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self.origin = f"http://{HOST}:{self.port}"
        Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def url(self, path: str) -> str:
        return self.origin + path

    def put(self, path: str, body: bytes, kind: str = "text/xml", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.behaviours[path] = answer(200, body, {"Content-Type": kind, **named})

    def times(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@contextmanager
def a_site() -> Iterator[Site]:
    site = Site()
    try:
        yield site
    finally:
        site.close()


def answer(status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> Behaviour:
    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **(headers or {})}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def redirect(location: str) -> Behaviour:
    return answer(302, headers={"Location": location})


def unless_marked(etag: str, body: bytes) -> Behaviour:
    """Answer 304 to who has this mark already."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        if handler.headers.get("If-None-Match") == etag:
            answer(304)(handler)
        else:
            answer(200, body, {"ETag": etag, "Content-Type": "text/xml"})(handler)

    return behave


def cut_short(body: bytes, promised: int) -> Behaviour:
    """Break off after `body`, of which more was promised."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        answer(200, body, {"Content-Length": str(promised)})(handler)
        handler.close_connection = True

    return behave


def chunks(*pieces: bytes, is_ended: bool = True) -> Behaviour:
    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for piece in pieces:
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n" if is_ended else b"")
        handler.close_connection = True

    return behave


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Behaviour:
    """Send the piece again and again, until nobody listens."""

    def behave(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(head)
        while True:
            handler.wfile.write(piece)
            handler.wfile.flush()
            time.sleep(pause)

    return behave


def silent(handler: BaseHTTPRequestHandler) -> None:
    """Say nothing until the other end goes."""
    handler.connection.settimeout(10)
    handler.connection.recv(1)


def bomb(size: int) -> bytes:
    """Return a gzip file of so many zeros: a thousandth of it."""
    return gzip.compress(bytes(size), 9)


def problem_of(network: Network, request: Request) -> Problem:
    """Return why nothing is taken of the answer."""
    with pytest.raises(FeedProblem) as raised:
        network.get(request)
    return raised.value.problem
