"""What systemd is told by a program that it started: sd_notify(3), a datagram on a socket."""

import socket
from collections.abc import Callable, Mapping

Tell = Callable[[str], None]
"""Says one line, as in `READY=1`; to nobody where no service manager listens."""

READY = "READY=1"
ALIVE = "WATCHDOG=1"


def service_manager(environment: Mapping[str, str]) -> Tell:
    """Return how to speak to who started this program; raise `OSError` when it cannot be heard."""
    address = environment.get("NOTIFY_SOCKET", "")
    if not address:
        return lambda _: None
    if address.startswith("@"):  # Linux's abstract names begin with a zero
        address = "\0" + address[1:]
    line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC)
    line.connect(address)
    return lambda said: _say(line, said)


def watchdog_seconds(environment: Mapping[str, str]) -> float | None:
    """Return within which time `ALIVE` must be said again; nothing where nobody waits for it."""
    microseconds = environment.get("WATCHDOG_USEC", "")
    return int(microseconds) / 1e6 if microseconds.isdigit() and int(microseconds) else None


def _say(line: socket.socket, said: str) -> None:
    line.send(said.encode())
