"""Requests on their way in: each has to be whole in time, and an address has only so many."""

import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import gevent

PATIENCE = 10.0
"""Seconds for a request's head and body together; a connection without a request has no more."""

MOST = 64
"""Requests of one address on their way in at the same time. No hall's tablets come near."""

ARRIVAL = "controller.arrival"
"""Where the environment of a request has its `Arrival`; that of a test client has none."""


class Arrival:
    """A request on its way in over a connection."""

    def __init__(
        self, connection: socket.socket, patience: float, forget: Callable[["Arrival"], None]
    ) -> None:
        self.is_whole = self.is_cut_off = False
        self._connection, self._forget = connection, forget
        self._timer = gevent.get_hub().loop.timer(patience)
        self._timer.start(self.cut_off)

    def complete(self) -> None:
        """Say that all of the request is there: what it asks for may take its time."""
        self.is_whole = True
        self.leave()

    def grant(self, patience: float) -> None:
        """Let the rest of the request take so many seconds from now: it is a large file."""
        self._timer.stop()
        self._timer = gevent.get_hub().loop.timer(patience)
        self._timer.start(self.cut_off)

    def cut_off(self) -> None:
        """Let whoever reads the request read its end."""
        self.is_cut_off = True
        self.leave()
        with suppress(OSError):  # the client has gone, which its reader notices by itself
            # gevent's own would raise in the reader, and lose what came of the request.
            self._connection._sock.shutdown(socket.SHUT_RD)  # type: ignore[attr-defined]  # noqa: SLF001 - see above

    def leave(self) -> None:
        """Wait no more."""
        self._timer.close()
        self._forget(self)


class Arrivals:
    """All the requests on their way in.

    An address that has too many loses the one that has taken longest: refusing the newest
    would let a handful of slow connections shut out everybody who shares their address.
    """

    def __init__(self, patience: float = PATIENCE, most: int = MOST) -> None:
        self._patience, self._most = patience, most
        self._of: dict[str, dict[Arrival, None]] = {}

    def begin(self, connection: socket.socket, address: str) -> Arrival:
        """Wait for a request over this connection, from this address."""
        arrival = Arrival(connection, self._patience, partial(self._forget, address))
        arrivals = self._of.setdefault(address, {})
        arrivals[arrival] = None
        if len(arrivals) > self._most:
            next(iter(arrivals)).cut_off()
        return arrival

    def _forget(self, address: str, arrival: Arrival) -> None:
        arrivals = self._of.get(address, {})
        arrivals.pop(arrival, None)
        if not arrivals:
            self._of.pop(address, None)
