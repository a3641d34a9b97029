"""A small Socket.IO server in a process of its own, to be killed.

    python -m tests.wire.small_controller PORT LOG MOOD

It writes each request that reaches it to LOG. MOOD: `well`; `dies` (at the first request,
before it answers); `deaf` (never answers the first request).
"""

import os
import sys
from pathlib import Path

from flask import Flask, request
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import SocketIO, emit

TOKEN = "right"


def main(port: int, log: Path, mood: str) -> None:
    app = Flask(__name__)
    hall = SocketIO(app, async_mode="gevent", ping_interval=1, ping_timeout=1)

    @hall.on("connect", namespace="/kiosks")
    def connect(auth):
        if (auth or {}).get("token") != TOKEN:
            raise Refused("unknown_device")
        emit("offer", {"seq": 0})

    @hall.on("many", namespace="/kiosks")
    def many(data):
        for seq in range(data["seq"]):
            emit("offer", {"seq": seq})
            emit("call", {"seq": seq})

    @hall.on("put_out", namespace="/kiosks")
    def put_out(_):
        hall.server.disconnect(request.sid, namespace="/kiosks")

    @hall.on("take_ticket", namespace="/kiosks")
    def take_ticket(data):
        asked = log.read_text().split() if log.exists() else []
        log.write_text("\n".join([*asked, data["request"]]))
        if mood == "dies":
            os._exit(9)
        if mood == "deaf" and not asked:
            import gevent

            gevent.sleep(30)
        return {"ticket": f"A{len(asked) + 1:03}"}

    hall.run(app, host="127.0.0.1", port=port)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
