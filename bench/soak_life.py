"""A kiosk's simulated hours in a real window: `python -m bench.soak_life SETTINGS HOURS`.

Seconds pass as fast as the machine can; touches, pages, tickets and prints are real. Prints
`[hours, visits, tickets]` after every simulated half hour.
"""

import gc
import json
import random
import sys
import time
from pathlib import Path

from kiosk.page import Attract, Taking
from kiosk.settings import read_settings
from media.look.window import prepare

VISITS_PER_HOUR = 12
HALF_HOUR = 1800
LEAVING = 0.2
"""The share of visitors who go away without a word, on whatever page."""

PATIENCE = 30.0


class Life:
    """A kiosk, and those who come to it."""

    def __init__(self, settings: Path) -> None:
        from kivy.base import EventLoop  # noqa: PLC0415
        from kivy.clock import Clock  # noqa: PLC0415
        from kivy.core.window import Window  # noqa: PLC0415
        from kivy.input.factory import MotionEventFactory  # noqa: PLC0415

        from kiosk.assembly import Kiosk  # noqa: PLC0415  # it opens the window

        self.kiosk, self._window, self._loop = Kiosk(read_settings(settings)), Window, EventLoop
        EventLoop.ensure_window()
        mouse = MotionEventFactory.get("mouse")("mouse", "disable_multitouch")
        EventLoop.add_input_provider(mouse)
        EventLoop.start()
        Clock._max_fps = 0  # noqa: SLF001  # frames as fast as they come
        Window.add_widget(self.kiosk.root)
        self.visits = self.tickets = 0

    def begin(self) -> None:
        """Connect, and wait for the invitation."""
        self.kiosk.start()
        self._until(lambda: isinstance(self.kiosk.stage.page, Attract))
        gc.collect()
        gc.freeze()

    def pass_second(self) -> None:
        """Let a second pass, and draw what it changes."""
        before = self.kiosk.stage.page
        self.kiosk.second()
        if self.kiosk.stage.page is not before:
            self._pump(2)

    def visit(self) -> None:
        """Let somebody take a ticket, or go away on the way to it."""
        self.visits += 1
        for wanted in ("start", "language:", "office:", "service:", "take"):
            if random.random() < LEAVING / 5 or not self._touch(wanted):
                return
        self._until(lambda: not isinstance(self.kiosk.stage.page, Taking))
        self.tickets += getattr(self.kiosk.stage.page, "slip", None) is not None
        self._touch("home")

    def _touch(self, wanted: str) -> bool:
        """Put a finger on one of the targets that begin so; tell whether there was one."""
        self._settle()
        shown = self.kiosk.stage.touch_map()
        found = [place for target, place in shown.targets.items() if target.startswith(wanted)]
        if not found:
            return False
        place = random.choice(found)
        x, y = place.left + place.width / 2, place.top + place.height / 2
        self._window.mouse_pos = (x, self._window.height - y)
        for event in ("on_mouse_down", "on_mouse_up"):
            self._window.dispatch(event, x, y, "left", [])
            self._pump(1)
        return True

    def _settle(self) -> None:
        self._until(lambda: self.kiosk.stage.is_settled)

    def _until(self, is_so: object) -> None:
        deadline = time.monotonic() + PATIENCE
        while not is_so():  # type: ignore[operator]  # a lambda
            if time.monotonic() > deadline:
                raise TimeoutError(f"nothing came of {self.kiosk.stage.page}")
            self._pump(1)

    def _pump(self, frames: int) -> None:
        for _ in range(frames):
            self.kiosk.pulse()
            self._loop.idle()


def live(life: Life, hours: float) -> None:
    """Let so many hours pass, and tell every half of one."""
    pause = 3600 // VISITS_PER_HOUR
    for second in range(1, round(hours * 3600) + 1):
        life.pass_second()
        if second % pause == 0:
            life.visit()
        if second % HALF_HOUR == 0:
            print(json.dumps([second / 3600, life.visits, life.tickets]), flush=True)


def main(settings: Path, hours: float) -> None:
    """Prepare the window, and live."""
    random.seed(7)
    read = read_settings(settings)
    prepare(read.screen.window("kiosk"), read.home)
    import kiosk.screens.stage  # noqa: PLC0415  # it loads Kivy

    kiosk.screens.stage.SETTLING = 0.0  # the dead time is real time
    life = Life(settings)
    life.begin()
    try:
        live(life, hours)
    finally:
        life.kiosk.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
