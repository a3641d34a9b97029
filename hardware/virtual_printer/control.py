"""The control port: an order a line in, an answer a line out."""

import socketserver
from collections.abc import Callable
from functools import partial

from hardware.virtual_printer.faults import USAGE, BadOrderError

Obey = Callable[[str], str]


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


class _Handler(socketserver.StreamRequestHandler):
    def __init__(self, obey: Obey, *arguments: object) -> None:
        self._obey = obey
        super().__init__(*arguments)  # type: ignore[arg-type]  # as the server calls it

    def handle(self) -> None:
        for line in self.rfile:
            answer = answered(self._obey, line.decode("utf-8", "replace"))
            self.wfile.write(answer.encode() + b"\n")


def answered(obey: Obey, line: str) -> str:
    """Return the answer to a line: `ok`, JSON, the usage for `help`, or `error: ...`."""
    if line.strip() == "help":
        return USAGE
    try:
        return obey(line)
    except BadOrderError as error:
        return f"error: {error}; try help"


def control_server(obey: Obey, host: str, port: int) -> tuple[socketserver.BaseServer, int]:
    """Return a server of control connections, to be run by `serve_forever`, and its port."""
    server = _Server((host, port), partial(_Handler, obey))
    return server, int(server.socket.getsockname()[1])
