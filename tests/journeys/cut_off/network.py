"""A network namespace for a kiosk, and a cable to it that can be cut, slow or lossy."""

import os
import shutil
import subprocess
from typing import Self

HERE, THERE = "10.219.77.1", "10.219.77.2"
"""This end of the cable, where the controller is, and the kiosk's."""


class Cable:
    """The cable, while it is entered as a context. Needs to be root, and iproute2."""

    def __init__(self) -> None:
        self._space = f"nouba{os.getpid()}"
        self._ends = (f"nb{os.getpid()}h", f"nb{os.getpid()}k")

    def __enter__(self) -> Self:
        here, there = self._ends
        _do("ip", "netns", "add", self._space)
        try:
            _do("ip", "link", "add", here, "type", "veth", "peer", "name", there)
            _do("ip", "link", "set", there, "netns", self._space)
            _do("ip", "address", "add", f"{HERE}/30", "dev", here)
            _do("ip", "link", "set", here, "up")
            self._inside("ip", "address", "add", f"{THERE}/30", "dev", there)
            self._inside("ip", "link", "set", there, "up")
            self._inside("ip", "link", "set", "lo", "up")
        except subprocess.CalledProcessError:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        _do("ip", "netns", "delete", self._space)  # its end of the cable goes with it

    def is_cut(self) -> None:
        """Carry nothing any more, in either direction; nobody is told."""
        self._spoil("loss", "100%")

    def is_slow(self) -> None:
        """Take a good second for a question and its answer."""
        self._spoil("delay", "600ms", "200ms")

    def is_lossy(self) -> None:
        """Lose every fourth packet."""
        self._spoil("loss", "25%")

    def is_mended(self) -> None:
        """Carry everything again, at once."""
        self._spoil("delay", "0ms")

    def command(self, *command: str) -> tuple[str, ...]:
        """Return what runs the command at the kiosk's end."""
        return ("ip", "netns", "exec", self._space, *command)

    def _spoil(self, *how: str) -> None:
        here, there = self._ends
        _do("tc", "qdisc", "replace", "dev", here, "root", "netem", *how)
        self._inside("tc", "qdisc", "replace", "dev", there, "root", "netem", *how)

    def _inside(self, *command: str) -> None:
        _do(*self.command(*command))


def why_not() -> str:
    """Return why there can be no such cable on this machine; empty where there can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if shutil.which("ip") is None or shutil.which("tc") is None:
        return "network namespaces need iproute2"
    try:
        with Cable() as cable:
            cable.is_slow()
    except subprocess.CalledProcessError as error:
        return f"this machine makes no network namespaces: {error.stderr.strip()}"
    return ""


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, text=True)
