"""A small hall in a process of its own: python -m tests.kiosk.small_hall PORT.

It offers the demonstration's services and issues `A001`, `A002`…; `death_copy` is closed,
`burial` closes in the moment somebody asks for it, and `nonsense` is answered with nonsense.
"""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import SocketIO, emit

from media.pack import load_pack
from media.playlist.manifest import written
from tests.kiosk.information.published import REVISION
from wire.codec import encode
from wire.messages import Bulletin, Expected, Offer, OfferedService, Refusal, TicketSlip

PACK = Path(__file__).parents[2] / "media/packs/demo"
TOKEN = "kiosk-token"
RULED = "kiosk-of-a-hall-with-rules"
"""With this token the hall has classes of visitors, and expects waits."""

WAIT = Expected(10, 15, 25)
BULLETIN = "b" * 64
"""The fingerprint of what is published there."""

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def main(port: int) -> None:
    pack = load_pack(PACK)
    app = Flask(__name__)
    hall = SocketIO(app, async_mode="gevent")
    issued: dict[str, dict] = {}

    @hall.on("connect", namespace="/kiosks")
    def connect(auth):
        if auth["token"] not in {TOKEN, RULED}:
            raise Refused("unknown_device")
        is_ruled = auth["token"] == RULED
        wait = WAIT if is_ruled else None
        services = (
            OfferedService(each.id, each.id != "death_copy", 2, "", "", wait)
            for each in pack.services
        )
        classes = ("disability", "elderly") if is_ruled else ()
        emit("offer", encode(Offer(1, NOON, tuple(services), classes)))

    @hall.on("bulletin", namespace="/kiosks")
    def bulletin(data):
        told = written(REVISION).decode()
        return encode(Bulletin(BULLETIN, "" if data["known"] == BULLETIN else told))

    @hall.on("take_ticket", namespace="/kiosks")
    def take_ticket(data):
        if data["service"] == "burial":
            return encode(Refusal("service_closed"))
        if data["service"] == "nonsense":
            return {"ticket": 7}
        number = f"A{len(issued) + 1:03}"
        url = f"HTTP://HALL/T/{number}"
        slip = TicketSlip(
            len(issued) + 2, number, data["service"], data["language"], NOON, len(issued), url
        )
        if data["priority"] != "normal":
            slip = replace(slip, priority=data["priority"], wait=WAIT)
        return issued.setdefault(data["request"], encode(slip))

    hall.run(app, host="127.0.0.1", port=port)


if __name__ == "__main__":
    main(int(sys.argv[1]))
