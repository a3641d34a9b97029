"""A hall screen before a running hall: a process of its own, in a real window."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.hall_process import HallProcess
from controller.settings import DEMONSTRATION_PACK

WIDTH, HEIGHT = 1920, 1080
PATIENCE = 60.0


def screen_settings(folder: Path, hall: HallProcess, *, coarse: int = 1) -> Path:
    """Write a screen's settings into the folder, which is made, and return their file.

    It is drawn with so many times fewer pixels a side.
    """
    folder.mkdir()
    settings = folder / "display.toml"
    settings.write_text(
        f'controller = "http://127.0.0.1:{hall.port}"\ntoken = "{hall.screen}"\n'
        f'pack = "{DEMONSTRATION_PACK}"\nspeaker = "virtual:spoken"\n'
        f"[screen]\nwidth_px = {WIDTH // coarse}\nheight_px = {HEIGHT // coarse}\n"
        "diagonal_mm = 1397.0\n"
    )
    return settings


def spoken(settings: Path) -> Path:
    """Return the folder where the screen's virtual speaker leaves what was heard."""
    return settings.parent / "spoken"


@contextmanager
def a_screen(settings: Path) -> Iterator[int]:
    """Run a hall screen, and give its process once it is connected; it is killed in the end."""
    said = settings.parent / "log"
    command = [sys.executable, "-m", "display", "--settings", str(settings)]
    with said.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as process:
        try:
            _await(said, b"connected to")
            yield process.pid
        finally:
            process.kill()


def _await(said: Path, words: bytes) -> None:
    deadline = time.monotonic() + PATIENCE
    while words not in said.read_bytes():
        if time.monotonic() > deadline:
            raise TimeoutError(f"the screen did not say {words.decode()!r}")
        time.sleep(0.05)
