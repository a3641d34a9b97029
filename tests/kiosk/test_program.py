"""The kiosk's program as a commune starts it: a process of its own, on a screen or on none."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from PIL import Image

from nouba.screen import virtual_screen
from tests.kiosk.small_hall import PACK, TOKEN

SETTINGS = """
controller = "{controller}"
token = "{token}"
pack = "{pack}"
home = "home"
touch_map = "touch_map.json"
screenshots = "pictures"

[printer]
address = "escpos+tcp://127.0.0.1:9"

[screen]
width_px = 1080
height_px = 1920
diagonal_mm = 546.0
is_fullscreen = true
"""


def started(folder, controller="http://127.0.0.1:9", token=TOKEN, **environment):
    """Start it with these settings and this environment; its words go to the folder's log."""
    settings = folder / "kiosk.toml"
    settings.write_text(SETTINGS.format(controller=controller, token=token, pack=PACK))
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY"} and not name.startswith(("KIVY", "SDL"))
    }
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--settings", str(settings)],
            env=inherited | environment,
            stdout=log,
            stderr=log,
        )


def said(folder):
    return (folder / "log").read_text()


def until(is_so, process, seconds=60):
    deadline = time.monotonic() + seconds
    while not is_so():
        assert process.poll() is None, "the kiosk has ended"
        assert time.monotonic() < deadline, "the condition did not come true"
        time.sleep(0.05)


@pytest.mark.parametrize(
    ("environment", "display"), [({}, ":0"), ({"DISPLAY": ":9999"}, ":9999")], ids=["none", "wrong"]
)
def test_without_a_display_it_says_so_in_a_sentence_and_ends(tmp_path, environment, display):
    kiosk = started(tmp_path, **environment)
    assert kiosk.wait(30) == 1
    assert said(tmp_path).startswith(f"Error: no display {display}")
    assert said(tmp_path).count("\n") == 1


@pytest.mark.window
def test_on_a_screen_of_another_size_nothing_is_beyond_its_edges(hall, tmp_path):
    with virtual_screen(768, 1366) as screen:
        kiosk = started(tmp_path, hall, DISPLAY=screen.display)
        try:
            until(lambda: seen(tmp_path).get("screen") == "attract", kiosk)
            start = seen(tmp_path)["targets"]["start"]
            kiosk.send_signal(signal.SIGUSR1)
            until(lambda: list(tmp_path.glob("pictures/[!.]*.png")), kiosk)
        finally:
            kiosk.terminate()
        assert kiosk.wait(30) == 0

    bar = start["top"] + start["height"]  # the aids stand beneath
    assert (start["left"], start["top"], start["width"]) == (0, 0, 768)
    assert 0.9 * 1366 < bar < 1366
    assert Image.open(tmp_path / "pictures/attract-all.png").size == (768, 1366)
    assert "1080x1920" in said(tmp_path)
    assert "768x1366" in said(tmp_path)


def seen(folder):
    path = folder / "touch_map.json"
    return json.loads(path.read_bytes()) if path.exists() else {}
