"""What a technician is told of the network: the controller, the way to it, own addresses."""

import fcntl
import socket
import struct
import time
import urllib.request
from threading import Thread

from kiosk.technician_page import Row
from media.texts import msgid

SIOCGIFADDR = 0x8915
"""Asks Linux for the address of an interface (netdevice(7))."""

PATIENCE = 2.0


class RoundTrip:
    """Asks the controller how it is in a thread of its own, and tells how long that took."""

    def __init__(self, controller: str) -> None:
        self._controller = controller
        self.told = "…"

    def ask(self) -> None:
        """Ask once more; `told` changes when the answer is there."""
        self.told = "…"
        Thread(target=self._ask, name="round-trip", daemon=True).start()

    def _ask(self) -> None:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        began = time.perf_counter()
        try:
            with opener.open(f"{self._controller}/health", timeout=PATIENCE) as answer:
                answer.read()
        except (OSError, ValueError) as error:
            self.told = str(error)
            return
        self.told = f"{1000 * (time.perf_counter() - began):.0f} ms"


def own_addresses() -> str:
    """Return the addresses of this machine's interfaces, without its own loop."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        found = {name: _address(asked, name) for _, name in socket.if_nameindex() if name != "lo"}
    return " · ".join(f"{name} {address}" for name, address in found.items() if address) or "—"


def network_rows(controller: str, connected: int | None, trip: RoundTrip) -> tuple[Row, ...]:
    """Return what is known; `connected` is since how many seconds, or nothing while it is not."""
    since = (
        "—"
        if connected is None
        else f"{connected // 3600}:{connected // 60 % 60:02}:{connected % 60:02}"
    )
    return (
        Row(controller, msgid("Controller")),
        Row(since, msgid("Connected since")),
        Row(trip.told, msgid("Round trip")),
        Row(own_addresses(), msgid("Own addresses")),
    )


def _address(asked: socket.socket, name: str) -> str:
    wish = struct.pack("256s", name.encode()[:15])
    try:
        answer = fcntl.ioctl(asked.fileno(), SIOCGIFADDR, wish)
    except OSError:  # an interface without an address
        return ""
    return socket.inet_ntoa(answer[20:24])
