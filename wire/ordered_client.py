"""A Socket.IO client that keeps messages in the order in which they came.

python-engineio starts a thread for each message that arrives, so that a call
could overtake the board that holds its ticket.
"""

from collections.abc import Callable
from functools import partial
from queue import SimpleQueue

import engineio
import socketio

Arrival = Callable[[], object]
"""Carries out what has arrived."""


class _Engine(engineio.Client):
    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.inbox: SimpleQueue[Arrival | None] = SimpleQueue()

    def start_background_task(
        self, target: Callable[..., object], *args: object, **options: object
    ) -> object:
        if target == self.handlers.get("message"):
            self.inbox.put(partial(target, *args))
            return None
        return super().start_background_task(target, *args, **options)


class OrderedClient(socketio.Client):
    """One connection. What arrives waits in `inbox` for one thread to carry it out."""

    @property
    def inbox(self) -> SimpleQueue[Arrival | None]:
        """What arrived, in order. The owner may put nothing into it, to wake its thread."""
        inbox: SimpleQueue[Arrival | None] = self.eio.inbox
        return inbox

    @property
    def is_alive(self) -> bool:
        """Whether the connection is open and read from."""
        loop = self.eio.read_loop_task
        return bool(self.eio.state == "connected" and loop and loop.is_alive())

    def hang_up(self) -> None:
        """Close the connection at once.

        The library's own `disconnect` waits 3 seconds for the other side to agree.
        """
        if self.eio.ws is not None:
            self.eio.ws.shutdown()
        self.inbox.put(None)

    def _engineio_client_class(self) -> type[_Engine]:
        return _Engine
