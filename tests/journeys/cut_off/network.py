"""A network namespace for a kiosk, and a cable to it that can be cut, slow or lossy.

The cable is this process: a kernel need not know how to spoil one (`netem`).
"""

import fcntl
import heapq
import os
import shutil
import struct
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random
from select import select
from threading import Event, Thread
from typing import Self

HERE, THERE = "10.219.77.1", "10.219.77.2"
"""This end of the cable, where the controller is, and the kiosk's."""

TUN = Path("/dev/net/tun")
SET_INTERFACE, IS_TUN, NO_HEADER = 0x400454CA, 0x0001, 0x1000
"""Of Linux's `if_tun.h`: how a file becomes the one end of a network interface."""

MOST = 65_536
"""Bytes of a packet."""


@dataclass(frozen=True)
class Line:
    """What becomes of packets."""

    loss: float = 0.0
    delay: float = 0.0
    jitter: float = 0.0
    """Seconds, as the delay; a packet may overtake another."""


class Cable:
    """The cable, while it is entered as a context. Needs to be root, and iproute2."""

    def __init__(self) -> None:
        self._space = f"nouba{os.getpid()}"
        self._names = (f"nb{os.getpid()}h", f"nb{os.getpid()}k")
        self._line, self._random = Line(), Random(11)
        self._under_way: list[tuple[float, int, int, bytes]] = []
        self._order, self._ending = count(), Event()
        self._carrier = Thread(target=self._carry, name="cable", daemon=True)

    def __enter__(self) -> Self:
        here, there = self._names
        _do("ip", "netns", "add", self._space)
        try:
            self._ends = tuple(map(_opened, self._names))
            _do("ip", "link", "set", there, "netns", self._space)
            _do("ip", "address", "add", HERE, "peer", THERE, "dev", here)
            _do("ip", "link", "set", here, "up")
            _do(*self.command("ip", "address", "add", THERE, "peer", HERE, "dev", there))
            _do(*self.command("ip", "link", "set", there, "up"))
            _do(*self.command("ip", "link", "set", "lo", "up"))
        except (subprocess.CalledProcessError, OSError):
            _do("ip", "netns", "delete", self._space)
            raise
        self._carrier.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._carrier.join()
        for end in self._ends:
            os.close(end)
        _do("ip", "netns", "delete", self._space)

    def is_cut(self) -> None:
        """Carry nothing any more, in either direction; nobody is told."""
        self._line = Line(loss=1)

    def is_slow(self) -> None:
        """Take a good second for a question and its answer."""
        self._line = Line(delay=0.6, jitter=0.2)

    def is_lossy(self) -> None:
        """Lose every fourth packet."""
        self._line = Line(loss=0.25)

    def is_mended(self) -> None:
        """Carry everything again, at once."""
        self._line = Line()

    def command(self, *command: str) -> tuple[str, ...]:
        """Return what runs the command at the kiosk's end."""
        return ("ip", "netns", "exec", self._space, *command)

    def _carry(self) -> None:
        while not self._ending.is_set():
            for end in select(self._ends, (), (), self._patience())[0]:
                self._take(end, os.read(end, MOST))
            while self._under_way and self._under_way[0][0] <= time.monotonic():
                _, _, end, packet = heapq.heappop(self._under_way)
                with suppress(OSError):  # an interface that is just going takes none
                    os.write(end, packet)

    def _patience(self) -> float:
        """Return how many seconds nothing needs to be done."""
        next_due = self._under_way[0][0] - time.monotonic() if self._under_way else 0.1
        return min(0.1, max(0.0, next_due))

    def _take(self, end: int, packet: bytes) -> None:
        line, (here, there) = self._line, self._ends
        if self._random.random() < line.loss:
            return
        due = time.monotonic() + line.delay + self._random.uniform(-line.jitter, line.jitter)
        other = there if end == here else here
        heapq.heappush(self._under_way, (due, next(self._order), other, packet))


def why_not() -> str:
    """Return why there can be no such cable on this machine; empty where there can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if shutil.which("ip") is None or not TUN.exists():
        return "network namespaces need iproute2, and /dev/net/tun"
    try:
        with Cable():
            return ""
    except subprocess.CalledProcessError as error:
        return f"this machine makes no network namespaces: {error.stderr.strip()}"
    except OSError as error:
        return f"this machine makes no cables: {error}"


def _opened(name: str) -> int:
    """Make an interface of this name, and return the file of what goes through it."""
    file = os.open(TUN, os.O_RDWR)
    fcntl.ioctl(file, SET_INTERFACE, struct.pack("16sH22x", name.encode(), IS_TUN | NO_HEADER))
    return file


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
