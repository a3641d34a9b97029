"""`prepare`, in a process of its own: Kivy can be described only once."""

import json
import os
import subprocess
import sys
import time

import pytest

from nouba.screen import virtual_screen

TOLD = """
import json, sys
from pathlib import Path
from media.look.window import WindowSettings, prepare
prepare(WindowSettings(800, 600, left=10, top=20, title="نوبة"), Path(sys.argv[1]) / "kivy")
from kivy.config import Config
from kivy.uix.label import Label
from kivy.core.window import Window
from kivy.base import EventLoop
EventLoop.start()
EventLoop.idle()
names = ("maxfps", "multisamples", "left", "top", "borderless", "show_cursor", "fullscreen")
print(json.dumps({
    "graphics": {name: Config.get("graphics", name) for name in names},
    "escape": Config.get("kivy", "exit_on_escape"),
    "input": dict(Config.items("input")),
    "size": list(Window.size),
    "title": Window.title,
}))
"""


CORNERS = """
import sys
from pathlib import Path
from media.look.window import WindowSettings, prepare
prepare(WindowSettings(1920, 1080, is_fullscreen=True), Path(sys.argv[1]) / "kivy")
from kivy.base import runTouchApp
from kivy.core.window import Window
from kivy.graphics import Color, Rectangle
with Window.canvas:
    for color, x, y in ((1, 0, 0), 0, 0), ((0, 1, 0), 1, 1):
        Color(*color)
        Rectangle(pos=(x * (Window.width - 10), y * (Window.height - 10)), size=(10, 10))
runTouchApp()
"""

OPENED = """
import sys
from pathlib import Path
from media.look.screen import Screen
from media.look.window import WindowSettings, opened, prepare
prepare(WindowSettings(1920, 1080, is_fullscreen=True), Path(sys.argv[1]) / "kivy")
print(opened(Screen(1920, 1080, diagonal_mm=1000, distance_mm=4000)))
"""


def run(program, home, **environment):
    return subprocess.run(
        [sys.executable, "-c", program, str(home)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_a_program_gets_the_window_that_it_describes(tmp_path):
    told = json.loads(run(TOLD, tmp_path).stdout)

    assert told == {
        "graphics": {
            "maxfps": "30",
            "multisamples": "0",
            "left": "10",
            "top": "20",
            "borderless": "1",
            "show_cursor": "0",
            "fullscreen": "0",
        },
        "escape": "0",
        "input": {"mouse": "mouse,disable_multitouch"},
        "size": [800, 600],
        "title": "نوبة",
    }


def test_a_window_cannot_be_described_when_kivy_is_loaded(tmp_path):
    late = (
        "import kivy\nfrom pathlib import Path\n"
        "from media.look.window import *\n"
        f"prepare(WindowSettings(800, 600), Path({str(tmp_path)!r}))\n"
    )

    assert "KivyLoaded" in run(late, tmp_path).stderr


def test_a_screen_of_another_size_is_laid_out_as_it_is_and_both_sizes_are_told(tmp_path):
    with virtual_screen(1280, 720) as screen:
        told = run(OPENED, tmp_path, DISPLAY=screen.display, SDL_VIDEODRIVER="x11").stdout

    warning, found = told.splitlines()
    assert "width_px=1280, height_px=720, diagonal_mm=1000, distance_mm=4000" in found
    assert "settings=1920x1080" in warning
    assert "window=1280x720" in warning


def test_a_screen_of_the_size_that_is_described_is_worth_no_word(tmp_path):
    with virtual_screen(1920, 1080) as screen:
        told = run(OPENED, tmp_path, DISPLAY=screen.display, SDL_VIDEODRIVER="x11").stdout

    (found,) = told.splitlines()
    assert "width_px=1920, height_px=1080" in found


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920), (2560, 1440)])
def test_a_full_screen_window_reaches_from_corner_to_corner(tmp_path, size):
    """The program describes 1920 by 1080 pixels; no window manager runs."""
    width, height = size
    corners = (5, height - 5), (width - 5, 5), (5, 5), (width - 5, height - 5)
    red, green, black = (255, 0, 0), (0, 255, 0), (0, 0, 0)
    wanted = [red, green, black, black]

    def seen(screen):
        picture = screen.picture()
        return [picture.getpixel(corner) for corner in corners]

    with virtual_screen(*size) as screen:
        environment = {**os.environ, "DISPLAY": screen.display, "SDL_VIDEODRIVER": "x11"}
        command = [sys.executable, "-c", CORNERS, str(tmp_path)]
        with subprocess.Popen(command, env=environment) as program:
            deadline = time.monotonic() + 30
            while seen(screen) != wanted and time.monotonic() < deadline:
                time.sleep(0.1)
            found = seen(screen)
            program.kill()

    assert found == wanted
