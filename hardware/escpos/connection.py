"""Ways to a printer: the network of our own, the rest on python-escpos' plumbing."""

import os
import select
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from hardware.escpos.library import printers

READ = 4096
QUIET_POLL = 0.02
"""Seconds between two looks at a device file that has nothing to say."""

HELD_FOR_MS = 120_000
"""How long the kernel keeps what a stopped printer does not take."""

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


class FileConnection:
    """A device file, opened by python-escpos: a serial port or the kernel's USB printer."""

    def __init__(self, plumbing: Any) -> None:  # noqa: ANN401  # the library has no types
        self._plumbing = plumbing
        self._file: int = plumbing.device.fileno()
        os.set_blocking(self._file, False)

    def exchange(self, data: memoryview, timeout: float) -> tuple[int, bytes]:
        """Send and receive, as `Connection` tells."""
        wanted = [self._file]
        readable, writable, _ = select.select(wanted, wanted if data else [], [], timeout)
        came = self._read() if readable else b""
        sent = self._write(data) if writable else 0
        if not came and not sent:
            select.select([], [], [], min(timeout, QUIET_POLL))
        return sent, came

    def _read(self) -> bytes:
        try:
            return os.read(self._file, READ)
        except BlockingIOError:
            return b""

    def _write(self, data: memoryview) -> int:
        try:
            return os.write(self._file, data)
        except BlockingIOError:
            return 0

    def close(self) -> None:
        """Close it, as `Connection` tells."""
        with suppress(OSError):
            self._plumbing.close()


class UsbConnection:
    """A USB printer through libusb, opened by python-escpos."""

    PIECE = 4096

    def __init__(self, plumbing: Any) -> None:  # noqa: ANN401  # the library has no types
        self._plumbing = plumbing

    def exchange(self, data: memoryview, timeout: float) -> tuple[int, bytes]:
        """Send and receive, as `Connection` tells."""
        patience = max(1, int(timeout * 1000))
        sent = self._write(bytes(data[: self.PIECE]), patience) if data else 0
        return sent, self._read(10 if sent else patience)

    def _write(self, data: bytes, milliseconds: int) -> int:
        plumbing = self._plumbing
        with suppress(TimeoutError):
            return int(_usb(plumbing.device.write, plumbing.out_ep, data, milliseconds))
        return 0

    def _read(self, milliseconds: int) -> bytes:
        plumbing = self._plumbing
        with suppress(TimeoutError):
            return bytes(_usb(plumbing.device.read, plumbing.in_ep, 64, milliseconds))
        return b""

    def close(self) -> None:
        """Close it, as `Connection` tells."""
        with suppress(OSError):
            self._plumbing.close()


def _usb(transfer: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401  # untyped library
    """Make the library's time-out a `TimeoutError`: both are `OSError`s, in two families."""
    try:
        return transfer(*arguments)
    except OSError as error:
        if type(error).__name__ == "USBTimeoutError":
            raise TimeoutError from error
        raise


def open_file(path: str) -> Connection:
    """Open a device file such as `/dev/usb/lp0` for both directions."""
    plumbing = printers().File(path)
    # The library opens for writing only, which leaves no way for the printer's answers.
    plumbing.device = open(path, "r+b", buffering=0)  # noqa: SIM115, PTH123  # closed with the connection
    return FileConnection(plumbing)


def open_serial(path: str, baud: int) -> Connection:
    """Open a serial port; hardware flow control as the library sets it (DSR/DTR)."""
    plumbing = printers().Serial(path, baudrate=baud, timeout=0)
    _opened(plumbing)
    return FileConnection(plumbing)


def open_usb(vendor: int, product: int) -> Connection:
    """Open a USB printer by its numbers, at the bulk endpoints that it declares."""
    plumbing = printers().Usb(vendor, product)
    _opened(plumbing)
    plumbing.out_ep, plumbing.in_ep = _endpoints(plumbing.device)
    return UsbConnection(plumbing)


def _opened(plumbing: Any) -> None:  # noqa: ANN401  # the library has no types
    """Open by the library, whose own errors are no `OSError`s."""
    try:
        plumbing.open()
    except OSError:
        raise
    except Exception as error:  # the library raises its own Error, RuntimeError and AssertionError
        raise OSError(str(error)) from error


def _endpoints(device: Any) -> tuple[int, int]:  # noqa: ANN401  # the library has no types
    """Return the numbers of the first bulk endpoints out and in."""
    found: dict[bool, int] = {}
    for endpoint in device.get_active_configuration()[(0, 0)]:
        if endpoint.bmAttributes & 0x03 == 2:
            found.setdefault(bool(endpoint.bEndpointAddress & 0x80), endpoint.bEndpointAddress)
    if len(found) < 2:
        raise OSError("the USB device has no pair of bulk endpoints: not a printer")
    return found[False], found[True]
