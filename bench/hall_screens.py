"""Real hall screens before a running hall: programs with windows, and what they say they showed."""

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, select

from bench.hall_process import HallProcess
from controller.identity import Device
from controller.store.devices import Devices
from controller.store.tables import signage_plays

WIDTH, HEIGHT = 640, 360
"""Of a window: eight of them share one machine, and each is drawn by its processor."""

PATIENCE = 120.0


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of an item on one screen, by the screen's own proof of play, in seconds since 1970."""

    began: float
    ended: float


@contextmanager
def hall_screens(
    folder: Path, hall: HallProcess, engine: Engine, count: int
) -> Iterator["Screens"]:
    """Run so many hall screens until the block ends; all of them are on when it begins."""
    with ExitStack() as stack:
        logs = []
        for number in range(1, count + 1):
            token = Devices(engine).add(Device(f"north-{number}", "screen"))
            home = folder / f"north-{number}"
            home.mkdir()
            logs.append(home / "log")
            stack.enter_context(_screen(home, hall, token))
        screens = Screens(engine, tuple(logs))
        wait_until(lambda: screens.have_said("connected to"))
        yield screens


@contextmanager
def _screen(home: Path, hall: HallProcess, token: str) -> Iterator[None]:
    settings = home / "display.toml"
    settings.write_text(
        f'controller = "http://127.0.0.1:{hall.port}"\ntoken = "{token}"\nname = "{home.name}"\n'
        f'pack = "{home.parent.parent / "hall" / "pack"}"\nspeaker = "virtual:sounds"\n'
        f'home = "home"\nwritten = ["ar", "fr"]\n[screen]\nwidth_px = {WIDTH}\n'
        f"height_px = {HEIGHT}\ndiagonal_mm = 1397\ndistance_mm = 5000\n"
    )
    command = [sys.executable, "-m", "display", "--settings", str(settings)]
    with (
        (home / "log").open("ab") as log,
        subprocess.Popen(command, stdout=log, stderr=log) as process,
    ):
        try:
            yield
        finally:
            process.kill()


@dataclass(frozen=True, slots=True)
class Screens:
    """All of them, while they run."""

    engine: Engine
    """Of the controller's database."""

    logs: tuple[Path, ...]

    def have_said(self, words: str) -> bool:
        """Whether these words stand in the log of each."""
        return all(words in _text(each) for each in self.logs)

    def wait_for(self, revision: int) -> None:
        """Wait until all play this revision."""
        wait_until(lambda: all(_plays(_text(each), revision) for each in self.logs))

    def turns(self, item: str, revision: int) -> list[Turn]:
        """Return the first turn of the item in that revision, of each screen: of all, or wait."""
        found: list[Turn] = []

        def is_told() -> bool:
            found[:] = self._told(item, revision)
            return len(found) == len(self.logs)

        wait_until(is_told)
        return found

    def _told(self, item: str, revision: int) -> list[Turn]:
        table = signage_plays.c
        this = (table.item == item) & (table.revision == revision)
        columns = (table.screen, table.began_at, table.seconds)
        with self.engine.connect() as connection:
            rows = connection.execute(select(*columns).where(this).order_by(table.began_at)).all()
        first: dict[str, Turn] = {}
        for screen, began_at, seconds in rows:
            began = began_at.timestamp()
            first.setdefault(screen, Turn(began, began + seconds))
        return list(first.values())


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until it is so; raises `TimeoutError`."""
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError("the screens do not show it")
        time.sleep(0.05)


def _text(path: Path) -> str:
    return path.read_text(errors="replace") if path.exists() else ""


def _plays(log: str, revision: int) -> bool:
    return re.search(rf"\bplays\b.*number\W+{revision}\b", log) is not None
