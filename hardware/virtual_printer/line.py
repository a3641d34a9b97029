"""What stands between a virtual printer and its one client: sockets, and their faults."""

import socket
import struct
from contextlib import suppress
from dataclasses import dataclass

from hardware.virtual_printer.engine import Engine


@dataclass(slots=True)
class LineFaults:
    """What goes wrong on the way; counts are of bytes that may still come in."""

    reset_after: int | None = None
    leave_after: int | None = None
    hang_after: int | None = None
    is_mute: bool = False
    is_refusing_second: bool = False

    @property
    def is_hung(self) -> bool:
        """Whether the printer has stopped for ever."""
        return self.hang_after == 0

    def allowed(self, count: int) -> int:
        """Return how many of these bytes may come in before the next fault."""
        faults = (self.reset_after, self.leave_after, self.hang_after)
        return min([count, *(limit for limit in faults if limit is not None)])

    def count(self, came: int) -> None:
        """Note that bytes came in."""
        if self.reset_after is not None:
            self.reset_after -= came
        if self.leave_after is not None:
            self.leave_after -= came
        if self.hang_after is not None:
            self.hang_after -= came


class Line:
    """Port 9100 of a printer. A second client waits until the first has left."""

    def __init__(self, host: str, port: int, window: int | None = None) -> None:
        """`window` bytes are what the machine takes in for the printer; Linux doubles them."""
        self._window = window
        self.faults = LineFaults()
        self.client: socket.socket | None = None
        self.door: socket.socket | None = None
        self._host = host
        self.port = port
        self.open()

    def open(self) -> None:
        """Listen, always on the same port."""
        if self.door is not None:
            return
        self.door = socket.create_server((self._host, self.port), backlog=4)
        if self._window is not None:
            self.door.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self._window)
        self.port = int(self.door.getsockname()[1])

    def shut(self) -> None:
        """Drop the client with a reset, and listen no more."""
        self.reset()
        if self.door is not None:
            with suppress(OSError):
                self.door.shutdown(socket.SHUT_RDWR)
            self.door.close()
            self.door = None

    def wanting(self, engine: Engine) -> list[socket.socket]:
        """Return the sockets from which something may come in now."""
        if self.client is None:
            return [self.door] if self.door is not None else []
        is_reading = not self.faults.is_hung and engine.room
        doors = [self.door] if self.faults.is_refusing_second and self.door is not None else []
        return [*doors, self.client] if is_reading else doors

    def serve(self, ready: list[socket.socket], engine: Engine) -> None:
        """Let in what is ready, and say what the printer has to say."""
        if self.door in ready and self.door is not None:
            self._let_in(self.door.accept()[0])
        if self.client in ready:
            self._receive(engine)
        self._say(engine)

    def reset(self) -> None:
        """Break the connection as a failing network does."""
        if self.client is not None:
            _break(self.client)
            self.client = None

    def _let_in(self, client: socket.socket) -> None:
        if self.client is not None:
            return _break(client)
        self.client = client
        self.client.setblocking(False)
        return None

    def _receive(self, engine: Engine) -> None:
        assert self.client is not None
        room = self.faults.allowed(engine.room)
        try:
            data = self.client.recv(room) if room else b""
        except OSError:
            return self._leave()
        if not data and room:
            return self._leave()
        self.faults.count(len(data))
        engine.receive(data)
        self._fail()
        return None

    def _fail(self) -> None:
        if self.faults.reset_after == 0:
            self.faults.reset_after = None
            self.reset()
        if self.faults.leave_after == 0:
            self.faults.leave_after = None
            self._leave()

    def _say(self, engine: Engine) -> None:
        if self.faults.is_hung:
            return
        words = bytes(engine.answers)
        engine.answers.clear()
        if not words or self.client is None or self.faults.is_mute:
            return
        try:
            self.client.send(words)
        except OSError:
            self._leave()

    def _leave(self) -> None:
        if self.client is not None:
            self.client.close()
            self.client = None


def _break(client: socket.socket) -> None:
    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()
