"""The control port of a virtual device: an order a line in, an answer a line out."""

import socketserver
from collections.abc import Callable
from functools import partial
from threading import Thread

Obey = Callable[[str], str]
"""Carries out a line and returns the answer, or raises `BadOrderError`."""


class BadOrderError(ValueError):
    """The order is none of those that the device knows."""


class ControlPort(socketserver.ThreadingTCPServer):
    """Listens for orders on this machine; `start` serves them until `close`."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, obey: Obey, usage: str, port: int) -> None:
        """Take the port, or a free one for 0. Raises `OSError` when it is taken."""
        super().__init__(("127.0.0.1", port), partial(_Handler, obey, usage))
        self.port = int(self.socket.getsockname()[1])

    def start(self) -> None:
        """Serve from now on, in a thread of its own."""
        Thread(target=self.serve_forever, args=(0.1,), name="control", daemon=True).start()

    def close(self) -> None:
        """Serve no more."""
        self.shutdown()
        self.server_close()


class _Handler(socketserver.StreamRequestHandler):
    def __init__(self, obey: Obey, usage: str, *arguments: object) -> None:
        self._obey, self._usage = obey, usage
        super().__init__(*arguments)  # type: ignore[arg-type]  # as the server calls it

    def handle(self) -> None:
        """Answer each line until the other side hangs up."""
        for line in self.rfile:
            answer = answered(self._obey, self._usage, line.decode("utf-8", "replace"))
            self.wfile.write(answer.encode() + b"\n")


def answered(obey: Obey, usage: str, line: str) -> str:
    """Return the answer to a line: `ok`, JSON, the usage for `help`, or `error: ...`."""
    if line.strip() == "help":
        return usage
    try:
        return obey(line)
    except BadOrderError as error:
        return f"error: {error}; try help"
