"""A line between a kiosk and its controller on which answers can be lost."""

import socket
from threading import Event, Thread
from typing import Self

CHUNK = 65536


class LossyLine:
    """Carries connections from its own `url` to a port, while it is entered as a context."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self._is_losing = Event()
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def lose_answers(self) -> None:
        """Carry nothing any more from the controller to the kiosk."""
        self._is_losing.set()

    def mend(self) -> None:
        """Carry everything again."""
        self._is_losing.clear()

    def __enter__(self) -> Self:
        Thread(target=self._listen, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._door.close()

    def _listen(self) -> None:
        while True:
            try:
                kiosk, _ = self._door.accept()
            except OSError:  # the door was closed
                return
            try:
                controller = socket.create_connection(("127.0.0.1", self._port))
            except ConnectionRefusedError:
                kiosk.close()
                continue
            Thread(target=self._carry, args=(kiosk, controller, Event()), daemon=True).start()
            back = (controller, kiosk, self._is_losing)
            Thread(target=self._carry, args=back, daemon=True).start()

    def _carry(self, source: socket.socket, goal: socket.socket, is_losing: Event) -> None:
        try:
            while said := source.recv(CHUNK):
                if not is_losing.is_set():
                    goal.sendall(said)
        except OSError:  # one of the two ends is gone: so is the other
            pass
        finally:
            for end in (source, goal):
                _hang_up(end)


def _hang_up(end: socket.socket) -> None:
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:  # it was hung up already
        end.close()
