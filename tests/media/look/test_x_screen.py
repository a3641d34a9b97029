"""No window without a screen: a program that nobody sees must not seem to run."""

import os
import subprocess
import sys

import pytest

from media.look.x_screen import NoDisplay, Size, Video, video
from nouba.screen import virtual_screen

NOBODY = ":7654"


def test_a_machine_without_x_is_told_what_to_start():
    with pytest.raises(NoDisplay, match=r"^no display :0: start X, and set DISPLAY=:0$"):
        video({})


@pytest.mark.parametrize("asked", [{}, {"SDL_VIDEODRIVER": "x11"}, {"WAYLAND_DISPLAY": "way"}])
def test_a_display_that_does_not_answer_is_named(asked):
    with pytest.raises(NoDisplay, match=f"^no display {NOBODY}: no X answers there"):
        video({"DISPLAY": NOBODY} | asked)


def test_x_tells_how_large_its_screen_is():
    with virtual_screen(320, 200) as screen:
        assert video({"DISPLAY": screen.display}) == Video("x11", Size(320, 200))


@pytest.mark.parametrize("driver", ["offscreen", "dummy", "wayland", "kmsdrm"])
def test_a_driver_that_needs_no_x_is_taken_as_it_was_asked_for(driver):
    assert video({"SDL_VIDEODRIVER": driver}) == Video(driver)


def test_wayland_needs_no_x():
    assert video({"WAYLAND_DISPLAY": "wayland-0"}) == Video("wayland")


SCREEN = """
[screen]
width_px = 800
height_px = 600
diagonal_mm = 400
"""
DISPLAY = 'controller = "http://127.0.0.1:9"\ntoken = "t"\npack = "p"\nspeaker = "sound:none"\n'
KIOSK = (
    'controller = "http://127.0.0.1:9"\ntoken = "t"\npack = "p"\n'
    '[printer]\naddress = "escpos+tcp://127.0.0.1:9"\nprofile = "80mm"\n'
)


@pytest.mark.parametrize(("program", "settings"), [("display", DISPLAY), ("kiosk", KIOSK)])
@pytest.mark.parametrize(
    ("given", "named"), [({}, "no display :0"), ({"DISPLAY": NOBODY}, f"no display {NOBODY}")]
)
def test_a_program_without_its_screen_says_so_and_ends(tmp_path, program, settings, given, named):
    path = tmp_path / "settings.toml"
    path.write_text(f"{settings}{SCREEN}")
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    rest = {name: value for name, value in os.environ.items() if name not in screens}
    ended = subprocess.run(
        [sys.executable, "-m", program, "--settings", str(path)],
        env=rest | given,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Error: {named}")
    assert ended.stderr.count("\n") == 1
