"""`prepare`, in a process of its own: Kivy can be described only once."""

import json
import subprocess
import sys

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


def run(program, home):
    return subprocess.run(
        [sys.executable, "-c", program, str(home)], capture_output=True, text=True, check=False
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
