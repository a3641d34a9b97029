"""A controller's side of the screens' namespace, in a process of its own, to be killed.

python -m tests.display.small_hall PORT: what is posted to `/say` it says to all screens; a
board, and what is published, is said again to each that connects. `/told` tells what the screens
said. What is put under `/signage/` is served there.
"""

import json
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import Request, urlopen

from bench.ports import free_port
from tests.killing import kill
from wire.codec import encode
from wire.messages import Board, Call, Published

TOKEN = "token-of-a-screen"
START = 15.0
"""Seconds that it may take to answer."""


class SmallHall:
    """The process, seen from a test."""

    def __init__(self, board: Board, port: int | None = None) -> None:
        self.port = port or free_port()
        command = (sys.executable, "-m", "tests.display.small_hall", str(self.port))
        self._process = subprocess.Popen(command)
        self._wait()
        self.show(board)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def shown(self) -> list[dict[str, object]]:
        return self.told("shown")

    def told(self, event: str) -> list[dict[str, object]]:
        """What the screens said of that kind, oldest first."""
        with urlopen(f"{self.address}/told/{event}", timeout=5) as answer:
            return json.load(answer)

    def publish(self, name: Published, files: dict[str, bytes]) -> None:
        """Serve these bytes by the ends of their addresses, then tell the screens to play them."""
        for path, data in files.items():
            wish = Request(f"{self.address}/signage{path}", data, method="PUT")
            urlopen(wish, timeout=5).close()
        self.say("published", encode(name))

    def show(self, board: Board) -> None:
        self.say("board", encode(board))

    def call(self, call: Call) -> None:
        self.say("call", encode(call))

    def say(self, event: str, data: object) -> None:
        said = json.dumps({"event": event, "data": data}).encode()
        kind = {"Content-Type": "application/json"}
        urlopen(Request(f"{self.address}/say", said, kind), timeout=5).close()

    def kill(self) -> None:
        """End it as a power cut does. May be done twice."""
        kill(self._process)

    def _wait(self) -> None:
        deadline = time.monotonic() + START
        while True:
            try:
                assert self.shown == []
            except (URLError, OSError):
                assert time.monotonic() < deadline, "the small hall does not answer"
                time.sleep(0.05)
            else:
                return


def serve_files(app):
    from flask import request

    files = {}

    @app.put("/signage/<path:path>")
    def put(path):
        files[path] = request.get_data()
        return ""

    @app.get("/signage/<path:path>")
    def get(path):
        has_right = request.headers.get("Authorization") == f"Bearer {TOKEN}"
        return files.get(path, ("", 404)) if has_right else ("", 401)


def main(port: int) -> None:
    from flask import Flask, request
    from flask_socketio import ConnectionRefusedError as Refused
    from flask_socketio import SocketIO, emit

    app = Flask(__name__)
    hall = SocketIO(app, async_mode="gevent", ping_interval=1, ping_timeout=1)
    last, told = {}, {"shown": [], "playing": [], "played": []}
    serve_files(app)

    @app.post("/say")
    def say():
        if request.json["event"] != "call":
            last[request.json["event"]] = request.json["data"]
        hall.emit(request.json["event"], request.json["data"], namespace="/screens")
        return ""

    @app.get("/told/<event>")
    def tell(event):
        return json.dumps(told[event])

    @hall.on("connect", namespace="/screens")
    def connect(auth):
        if (auth or {}).get("token") != TOKEN:
            raise Refused("unknown_device")
        for event, data in last.items():
            emit(event, data)

    def keep(message):
        told["played"].append(message)
        return {"rows": len(message["rows"])}

    hall.on_event("shown", told["shown"].append, namespace="/screens")
    hall.on_event("playing", told["playing"].append, namespace="/screens")
    hall.on_event("played", keep, namespace="/screens")
    hall.run(app, host="127.0.0.1", port=port)


if __name__ == "__main__":
    main(int(sys.argv[1]))
