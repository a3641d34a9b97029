"""A WebSocket whose frames are written by hand."""

import json
from typing import Any

import gevent
import websocket

DEEP = "[" * 20_000


class Raw:
    """A WebSocket whose frames are written by hand, in a thread that gevent does not know."""

    def __init__(self, port: int) -> None:
        self._socket = websocket.WebSocket()
        self._in_thread(
            self._socket.connect,
            f"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket",
            timeout=3,
        )
        self.next()

    def join(self, namespace: str, token: str) -> None:
        self.send(f"40{namespace}," + json.dumps({"token": token}))
        self.next(f"40{namespace},")

    def send(self, frame: str | bytes) -> None:
        is_text = isinstance(frame, str)
        opcode = websocket.ABNF.OPCODE_TEXT if is_text else websocket.ABNF.OPCODE_BINARY
        self._in_thread(self._socket.send, frame, opcode)

    def next(self, start: str = "") -> str:
        """Return the next frame that begins like this; pings are none."""
        while True:
            frame: str = self._in_thread(self._socket.recv)
            if frame.startswith(start) and frame != "2":
                return frame

    def end(self) -> tuple[int, str]:
        """Return the code and the reason of the close that comes."""
        while True:
            opcode, data = self._in_thread(self._socket.recv_data)
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                return int.from_bytes(data[:2]), data[2:].decode()

    def close(self) -> None:
        self._in_thread(self._socket.shutdown)

    def _in_thread(self, work: Any, *args: Any, **kwargs: Any) -> Any:
        return gevent.get_hub().threadpool.apply(work, args, kwargs)
