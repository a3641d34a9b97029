"""Every layout of a hall screen, in windows of the sizes that communes buy."""

import os
import subprocess
import sys
from pathlib import Path

from nouba.play.kiosk_visitor import GaveUpError
from nouba.screen import virtual_screen
from nouba.shots.layouts import WALLS, Wall


def take_layouts(pack: Path, folder: Path) -> None:
    """Picture all of them as `wall-SIZE-LANGUAGE-LAYOUT.png`; raises `GaveUpError`."""
    for wall in WALLS:
        _take(wall, pack, folder)


def _take(wall: Wall, pack: Path, folder: Path) -> None:
    words = (sys.executable, "-m", "nouba.shots.layout_window", wall.name, str(pack), str(folder))
    with virtual_screen(wall.width, wall.height) as screen:
        environment = {**os.environ, "DISPLAY": screen.display}
        ended = subprocess.run(  # noqa: S603 - words of our own
            words, env=environment, capture_output=True, text=True, check=False
        )
    if ended.returncode:
        raise GaveUpError(f"the layouts of {wall.name} were not pictured: {ended.stderr[-400:]}")
