"""A Socket.IO client of a hundred lines, so that hundreds of them cost less than the server."""

import json
import socket
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from gevent.event import AsyncResult
from websocket import WebSocketConnectionClosedException, create_connection

Heard = Callable[[str, Any], None]
"""Called with an event's name and data."""


class Client:
    """One WebSocket, joined to one namespace; runs in gevent."""

    def __init__(self, port: int, namespace: str, token: str, source: str = "127.0.0.1") -> None:
        """`source` is the address of this machine's that it speaks from."""
        url = f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"
        # Checking every letter of every frame in Python would cost more than the server does.
        connection = socket.create_connection(("127.0.0.1", port), 10, (source, 0))
        connection.settimeout(None)
        self._socket = create_connection(url, skip_utf8_validation=True, socket=connection)
        self._namespace = namespace
        self._answers: dict[int, AsyncResult] = {}
        self._socket.recv()
        self._socket.send(f"40{namespace}," + json.dumps({"token": token}))
        joined = self._read()
        if not joined.startswith(f"40{namespace},"):
            raise ConnectionError(joined)

    def ask(self, event: str, within: float = 60.0, /, **data: object) -> Any:  # noqa: ANN401
        """Send a request and return its acknowledgement; `listen` must be running.

        Raises `ConnectionError` when the connection ends first, `gevent.Timeout` after so many
        seconds.
        """
        number, answer = len(self._answers), AsyncResult()
        self._answers[number] = answer
        body = [event, {"request": uuid4().hex, **data}]
        self._socket.send(f"42{self._namespace},{number}" + json.dumps(body))
        return answer.get(timeout=within)

    def tell(self, event: str, **data: object) -> None:
        """Send an event that is not answered."""
        self._socket.send(f"42{self._namespace}," + json.dumps([event, data]))

    def listen(self, heard: Heard | None = None, only: str = "") -> None:
        """Read until the end: pings, acknowledgements, and events of one name, or of all."""
        prefix = len(self._namespace) + 3
        while text := self._read():
            match text[:2]:
                case "2":
                    self._socket.send("3")
                case "43":
                    number, _, rest = text[prefix:].partition("[")
                    self._answers[int(number)].set(json.loads("[" + rest)[0])
                case "42" if heard and text.startswith(f'["{only}', prefix):
                    heard(*json.loads(text[prefix:]))
                case _:
                    pass
        for answer in self._answers.values():
            if not answer.ready():
                answer.set_exception(ConnectionError("the controller is gone"))

    def _read(self) -> str:
        try:
            text = self._socket.recv()
        except WebSocketConnectionClosedException:
            return ""
        assert isinstance(text, str)  # the server sends no binary frames
        return text
