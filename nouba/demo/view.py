"""A page with the live pictures of screens in memory, and a finger for them.

For whoever runs the demonstration on a machine without a display: the page is served to this
machine alone, by the demonstration itself.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

from nouba.demo.place import free_port
from nouba.screen import Screen

PAGE = Path(__file__).with_name("view.html")

PORT = 8090

LONGEST_TOUCH = 100
"""Bytes of a touch's JSON, at most."""

MARK = "X-Nouba"
"""A header that only our own page may send: browsers ask before they send it from another."""


@contextmanager
def live_view(screens: Mapping[str, Screen]) -> Iterator[str]:
    """Serve the screens, by name, until the block ends; yields the page's address.

    The page shows those named `kiosk` and `display`.
    """
    server = ThreadingHTTPServer(("127.0.0.1", free_port(PORT)), partial(_Handler, screens))
    server.daemon_threads = True
    Thread(target=server.serve_forever, args=(0.1,), name="view", daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, screens: Mapping[str, Screen], *arguments: object) -> None:
        self._screens = screens
        super().__init__(*arguments)  # type: ignore[arg-type]  # as the server calls it

    def do_GET(self) -> None:  # named by the library
        name = self.path.partition("?")[0].strip("/")
        screen = self._screens.get(name.removesuffix(".jpeg"))
        if not name:
            self._answer(HTTPStatus.OK, "text/html; charset=utf-8", PAGE.read_bytes())
        elif screen is not None:
            self._answer(HTTPStatus.OK, "image/jpeg", _jpeg(screen))
        else:
            self._answer(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:  # named by the library
        screen = self._screens.get(self.path.strip("/").removesuffix("/touch"))
        place = self._place()
        if screen is None or place is None or MARK not in self.headers:
            self._answer(HTTPStatus.BAD_REQUEST)
            return
        screen.touch(*place)
        self._answer(HTTPStatus.NO_CONTENT)

    def _place(self) -> tuple[int, int] | None:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > LONGEST_TOUCH:
            return None
        try:
            match json.loads(self.rfile.read(int(length))):
                case {"x": int(x), "y": int(y)}:
                    return x, y
        except ValueError:
            return None
        return None

    def _answer(self, status: HTTPStatus, kind: str = "text/plain", body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to the demonstration."""


def _jpeg(screen: Screen) -> bytes:
    kept = BytesIO()
    screen.picture().save(kept, "JPEG", quality=85)
    return kept.getvalue()
