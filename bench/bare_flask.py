"""The least that a Flask server can do for a POST that must be kept: parse, commit, answer."""

from gevent import monkey

monkey.patch_all()

import sqlite3  # noqa: E402 - after the patch
import sys  # noqa: E402

from flask import Flask, request  # noqa: E402
from gevent.pywsgi import WSGIServer  # noqa: E402


def main(port: str, database: str) -> None:
    connection = sqlite3.connect(database)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)")
    app = Flask(__name__)

    @app.post("/")
    def keep() -> dict[str, object]:
        connection.execute("INSERT INTO rows (text) VALUES (?)", (request.get_json()["text"],))
        connection.commit()
        return {"kept": True}

    WSGIServer(("127.0.0.1", int(port)), app, log=None).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
