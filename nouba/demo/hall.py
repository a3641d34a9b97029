"""The programs of a demonstration's hall, kept alive."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from nouba.demo.place import Place
from nouba.keeper import Keeper, Program

CONTROLLER_START = 60.0
"""Seconds that a slow machine may take to start the controller for the first time."""

WINDOWS_STAND_BACK = 5
"""Niceness: in a hall, no kiosk draws its pictures on the server's processor."""


class HallError(RuntimeError):
    """The hall does not come up; the text says which program, and where its log is."""


class RunningHall:
    """The hall's programs, by name: `controller`, `kiosk`, `display` and `printer`."""

    def __init__(self, place: Place, keeper: Keeper, broken: list[str]) -> None:
        self.place = place
        self.keeper = keeper
        self._broken = broken

    def check(self) -> None:
        """Raise `HallError` when a program has been given up."""
        if self._broken:
            name = self._broken[0]
            log = self.place.log / f"{name}.log"
            raise HallError(f"{name} ends again and again; its last words: {_last_line(log)}")

    def wait_for_controller(self, seconds: float = CONTROLLER_START) -> None:
        """Return when the controller answers; raise `HallError` when it does not in time."""
        deadline = time.monotonic() + seconds
        while not _answers(self.place.address):
            self.check()
            if time.monotonic() > deadline:
                raise HallError(f"the controller does not answer: see {self.place.log}")
            time.sleep(0.1)


@contextmanager
def running_hall(place: Place, displays: dict[str, str]) -> Iterator[RunningHall]:
    """Run the hall's programs until the block ends.

    `displays` tells the X screen of `kiosk` and `display`; a program without one is not run.
    """
    broken: list[str] = []
    keeper = Keeper(place.log, broken.append)
    with ExitStack() as stack:
        stack.callback(keeper.end)
        hall = RunningHall(place, keeper, broken)
        keeper.start(_printer(place))
        keeper.start(_controller(place))
        hall.wait_for_controller()
        for name, display in displays.items():
            keeper.start(_program(place, name, display))
        yield hall


def _controller(place: Place) -> Program:
    """Run it without the command line before it: after a death, each tenth of a second counts."""
    words = (sys.executable, "-m", "controller", str(place.settings("controller")))
    return Program("controller", words)


def _program(place: Place, name: str, display: str) -> Program:
    environment = {"DISPLAY": display, "SDL_VIDEODRIVER": "x11"}
    words = (sys.executable, "-m", "nouba", name, "--settings", str(place.settings(name)))
    return Program(name, words, environment, WINDOWS_STAND_BACK)


def _printer(place: Place) -> Program:
    ports = ("--port", str(place.printer_port), "--control-port", str(place.printer_control))
    words = ("printer", "emulate", *ports, "--folder", str(place.tickets))
    return Program("printer", (sys.executable, "-m", "nouba", *words))


def _answers(address: str) -> bool:
    try:
        with urlopen(f"{address}/sign-in", timeout=2):  # noqa: S310 - our own controller
            return True
    except (URLError, OSError):
        return False


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    spoken = [line for line in lines if line.strip() and not line.startswith("--")]
    return spoken[-1] if spoken else f"none; {log} is empty"
