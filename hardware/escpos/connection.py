"""Ways to a printer: the network, and files of the system's."""

import os
import select
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

READ = 4096
QUIET_POLL = 0.02
"""Seconds between two looks at a device file that has nothing to say."""

HELD_FOR_MS = 120_000
"""How long the kernel keeps what a stopped printer does not take."""

PIECE = 4096
"""Bytes written to a device file at once: the kernel's USB printer keeps no more."""

_GONE = select.POLLHUP | select.POLLERR | select.POLLNVAL

SEND_BUFFER = 262_144
"""Bytes: the largest ticket fits in whole, so that a printer can finish it without us."""


class Connection(Protocol):
    """An open way to a printer, in both directions."""

    def exchange(self, data: memoryview, timeout: float) -> tuple[int, bytes]:
        """Send what the printer takes now; return how much that was, and what came in.

        Waits for either at most `timeout` seconds. Raises `OSError` when the way is broken.
        """

    def close(self) -> None:
        """Close it so that nothing which was sent is lost. Raises nothing."""


Connect = Callable[[], Connection]
"""Opens a way, or raises `OSError`."""


class TcpConnection:
    """A printer's port 9100."""

    def __init__(self, host: str, port: int, timeout: float = 2.0) -> None:
        self._socket = socket.create_connection((host, port), timeout)
        self._socket.setblocking(False)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for option, value in (
            (socket.TCP_NODELAY, 1),
            (socket.TCP_KEEPIDLE, 10),
            (socket.TCP_KEEPINTVL, 5),
            (socket.TCP_KEEPCNT, 3),
            (socket.TCP_USER_TIMEOUT, HELD_FOR_MS),
        ):
            self._socket.setsockopt(socket.IPPROTO_TCP, option, value)

    def exchange(self, data: memoryview, timeout: float) -> tuple[int, bytes]:
        """Send and receive, as `Connection` tells."""
        wanted = [self._socket]
        readable, writable, _ = select.select(wanted, wanted if data else [], [], timeout)
        came = self._socket.recv(READ) if readable else b""
        if readable and not came:
            raise ConnectionResetError("the printer hung up")
        return self._socket.send(data) if writable else 0, came

    def close(self) -> None:
        """Close it, as `Connection` tells."""
        # Closing with an unread answer would make the kernel reset the connection,
        # and a reset makes printers drop what they have not printed yet.
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)
            self._socket.settimeout(0.3)
            while self._socket.recv(READ):
                pass
        self._socket.close()


class DeviceFile(Protocol):
    """What has a file of the system's behind it."""

    def fileno(self) -> int:
        """Return its number."""

    def close(self) -> None:
        """Close it."""


class FileConnection:
    """A device file: the kernel's USB printer, or a serial port."""

    def __init__(self, device: DeviceFile) -> None:
        self._device = device
        self._file = device.fileno()
        os.set_blocking(self._file, False)

    def exchange(self, data: memoryview, timeout: float) -> tuple[int, bytes]:
        """Send and receive, as `Connection` tells."""
        events = self._ready(timeout, is_sending=bool(data))
        came = self._read() if events & select.POLLIN else b""
        sent = self._write(data) if events & select.POLLOUT else 0
        if events & _GONE and not came:
            raise ConnectionResetError("the printer was pulled out, or switched off")
        if not came and not sent:
            select.select([], [], [], min(timeout, QUIET_POLL))
        return sent, came

    def _ready(self, timeout: float, *, is_sending: bool) -> int:
        waiting = select.poll()
        waiting.register(self._file, select.POLLIN | (select.POLLOUT if is_sending else 0))
        return sum(events for _, events in waiting.poll(timeout * 1000))

    def _read(self) -> bytes:
        try:
            return os.read(self._file, READ)
        except BlockingIOError:
            return b""

    def _write(self, data: memoryview) -> int:
        try:
            return os.write(self._file, data[:PIECE])
        except BlockingIOError:
            return 0

    def close(self) -> None:
        """Close it, as `Connection` tells."""
        with suppress(OSError):
            self._device.close()


def open_file(path: str) -> Connection:
    """Open a device file such as `/dev/usb/lp0` for both directions. Raises `OSError`."""
    return FileConnection(open(path, "r+b", buffering=0))  # noqa: PTH123  # closed with the connection


def open_serial(path: str, baud: int) -> Connection:
    """Open a serial port, with hardware flow control (DSR/DTR). Raises `OSError`."""
    from serial import Serial  # noqa: PLC0415  # only those with a serial printer need the library

    return FileConnection(Serial(path, baud, timeout=0, dsrdtr=True))
