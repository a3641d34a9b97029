"""HTTP that is written by hand, in threads that gevent does not know."""

import socket
import struct
from collections.abc import Callable
from typing import TypeVar

import gevent

Result = TypeVar("Result")


def in_thread(work: Callable[[], Result]) -> Result:
    return gevent.get_hub().threadpool.apply(work)


class Link:
    """One connection to a server on this machine."""

    def __init__(self, port: int, sent: bytes = b"", address: str = "127.0.0.1") -> None:
        at = ("127.0.0.1", port)
        self._socket = in_thread(lambda: socket.create_connection(at, 5, (address, 0)))
        self.send(sent)

    def send(self, sent: bytes) -> None:
        in_thread(lambda: self._socket.sendall(sent))

    def send_no_more(self) -> None:
        self._socket.shutdown(socket.SHUT_WR)

    def answer(self) -> bytes:
        """Return what comes until the server closes the connection."""
        return in_thread(lambda: b"".join(iter(lambda: self._socket.recv(65_536), b"")))

    def until(self, end: bytes) -> bytes:
        """Return what comes until it ends like this."""

        def work() -> bytes:
            come = b""
            while not come.endswith(end):
                more = self._socket.recv(65_536)
                assert more, come
                come += more
            return come

        return in_thread(work)

    def reset(self) -> None:
        """Leave without a farewell, as a machine does that lost its link."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._socket.close()

    def close(self) -> None:
        self._socket.close()


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def body(answer: bytes) -> bytes:
    return answer.split(b"\r\n\r\n", 1)[1]
