"""The files of a kiosk before a running hall, and the printer beside it."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.hall_process import HallProcess
from bench.ports import free_port, wait_for

WIDTH, HEIGHT = 1080, 1920
COARSE = 2
"""By so much fewer pixels a side a window is drawn that is looked at for its memory alone."""


def kiosk_settings(
    folder: Path, hall: HallProcess, pack: Path, printer: int, *, is_coarse: bool = False
) -> Path:
    """Write a kiosk's settings into the folder, which is made, and return their file."""
    width, height = (side // COARSE if is_coarse else side for side in (WIDTH, HEIGHT))
    folder.mkdir()
    settings = folder / "kiosk.toml"
    settings.write_text(
        f'controller = "http://127.0.0.1:{hall.port}"\ntoken = "{hall.kiosk}"\n'
        f'pack = "{pack}"\nhome = "home"\ntouch_map = "touch_map.json"\n'
        f'[printer]\naddress = "escpos+tcp://127.0.0.1:{printer}"\n'
        f"[screen]\nwidth_px = {width}\nheight_px = {height}\ndiagonal_mm = 546.0\n"
    )
    return settings


@contextmanager
def a_printer(folder: Path) -> Iterator[int]:
    """Run a virtual printer whose pages go to the folder, and give its port."""
    port = free_port()
    words = [sys.executable, "-m", "hardware.virtual_printer", "--port", str(port)]
    command = [*words, "--folder", str(folder), "--speed", "50000"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield port
        finally:
            process.kill()
