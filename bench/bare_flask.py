"""The least that a Flask server can do for a POST that must be kept: parse, commit, answer."""

from gevent import monkey

monkey.patch_all()

import socket  # noqa: E402 - after the patch
import sqlite3  # noqa: E402
import sys  # noqa: E402

from flask import Flask, request  # noqa: E402
from gevent.pywsgi import WSGIHandler, WSGIServer  # noqa: E402


class Handler(WSGIHandler):
    """Sends at once, as the controller does: else Nagle's algorithm would be measured."""

    def __init__(self, sock: socket.socket, *rest: object) -> None:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().__init__(sock, *rest)


def main(port: str, database: str) -> None:
    """Serve on that port of this machine until it is killed."""
    connection = sqlite3.connect(database)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, text TEXT)")
    app = Flask(__name__)

    @app.post("/")
    def keep() -> dict[str, object]:
        connection.execute("INSERT INTO rows (text) VALUES (?)", (request.get_json()["text"],))
        connection.commit()
        return {"kept": True}

    @app.get("/health")
    def health() -> dict[str, object]:
        return {"status": "ok"}

    address = ("127.0.0.1", int(port))
    WSGIServer(address, app, log=None, handler_class=Handler).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
