"""A connection that ends in time, whatever the machine at its other end does."""

import socket
import ssl
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer
from types import TracebackType
from typing import Self

from controller.news.network import Address
from controller.news.place import Place
from controller.news.problem import FeedProblem, Problem

MOST_ADDRESSES = 3
"""How many of a machine's addresses are tried."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in seconds."""

    connect: float = 5.0
    """For a connection to one address."""

    silence: float = 10.0
    """For the next bytes."""

    total: float = 20.0
    """From the first connection to the last byte, redirects included."""


class Deadline:
    """Cuts the connection that is open when the time is over.

    A machine that sends a byte now and then would outlast every time-out of a single read.
    """

    def __init__(self, seconds: float) -> None:
        self.is_over = False
        self._socket: socket.socket | None = None
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._timer.cancel()

    def watch(self, connection: socket.socket) -> None:
        """Cut this one from now on; raises `FeedProblem` when the time is over already."""
        self._socket = connection
        self.check()

    def check(self) -> None:
        """Raise `FeedProblem` when the time is over."""
        if self.is_over:
            raise FeedProblem(Problem.TOO_SLOW)

    def _cut(self) -> None:
        self.is_over = True
        if self._socket is not None:
            with suppress(OSError):  # it has ended by itself
                # Not the TLS connection's own: that would take its keys from who is reading.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def dial(addresses: Collection[Address], port: int, seconds: float) -> socket.socket:
    """Return a connection to the first of the addresses that answers."""
    reason = ""
    for address in list(addresses)[:MOST_ADDRESSES]:
        try:
            return socket.create_connection((str(address), port), timeout=seconds)
        except OSError as error:
            reason = error.strerror or str(error)
    raise FeedProblem(Problem.UNREACHABLE, reason)


def secured(
    plain: socket.socket, place: Place, tls: ssl.SSLContext, deadline: Deadline
) -> socket.socket:
    """Return the connection made safe, if its place asks for it: the name is what is proved."""
    if not place.is_secure:
        return plain
    try:
        safe = tls.wrap_socket(plain, server_hostname=place.host, do_handshake_on_connect=False)
        deadline.watch(safe)
        safe.do_handshake()
    except ssl.SSLCertVerificationError as error:
        raise FeedProblem(Problem.UNSAFE, error.verify_message) from None
    except ssl.SSLError as error:
        deadline.check()
        raise FeedProblem(Problem.UNSAFE, error.reason or "") from None
    return safe
