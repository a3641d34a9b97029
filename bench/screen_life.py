"""A hall screen's hours: `... -m bench.screen_life SETTINGS HOURS CALLS PORT KIOSK AGENT...`.

The screen's seconds pass as fast as the machine can; window, controller, network, calls and voices
are real, and each call is waited for until it was heard. Prints, after every simulated half hour,
as JSON: `hours`, `turns` (how often an item had the stage), and `words` (of each call since, the
milliseconds from the chime's first sample until its words were there).
"""

import gc
import json
import random
import subprocess
import sys
import time
from pathlib import Path

from bench.a_screen import spoken
from display.settings import read_settings
from media.look.window import prepare

PATIENCE = 60.0
STEP = 0.5
"""Seconds of the screen's from one picture to the next."""

HALF_HOUR = 1800


class Life:
    """A hall screen whose clock is ours."""

    def __init__(self, settings: Path) -> None:
        from kivy.base import EventLoop  # noqa: PLC0415
        from kivy.clock import Clock  # noqa: PLC0415
        from kivy.core.window import Window  # noqa: PLC0415

        from display.assembly import HallScreen  # noqa: PLC0415  # it opens the window

        self.moment = 0.0
        self.screen = HallScreen(read_settings(settings), lambda: self.moment)
        self._loop, self._spoken = EventLoop, spoken(settings)
        EventLoop.ensure_window()
        EventLoop.start()
        Clock._max_fps = 0  # noqa: SLF001  # frames as fast as they come
        Window.add_widget(self.screen.board)
        self.turns, self._scene = 0, ""

    def begin(self) -> None:
        """Connect, and wait until what was published plays."""
        self.screen.start()
        deadline = time.monotonic() + PATIENCE
        while not self._is_playing():
            if time.monotonic() > deadline:
                raise TimeoutError("what was published does not play")
            self.pass_time(STEP)
        gc.collect()
        gc.freeze()

    def pass_time(self, seconds: float) -> None:
        """Let time pass, and draw what it changes."""
        self.moment += seconds
        self.screen.pulse()
        self._loop.idle()
        playing = self.screen.presenter.playing
        item = "" if playing is None else f"{playing.show.item.id} {playing.page}"
        self.turns += item not in ("", self._scene)
        self._scene = item

    def hear(self, ticket: str) -> float:
        """Wait until the call was heard; return the milliseconds from its chime to its words."""
        deadline = time.monotonic() + PATIENCE
        while not (found := list(self._spoken.glob(f"*-{ticket}-*.wav"))):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{ticket} is not heard")
            self.pass_time(0.05)
        stat = found[0].stat()
        for each in found:
            each.unlink()
        return (stat.st_ctime_ns - stat.st_mtime_ns) / 1e6

    def _is_playing(self) -> bool:
        return self.screen.presenter.playing is not None


def live(life: Life, caller: "subprocess.Popen[str]", hours: float, calls: int) -> None:
    """Let so many hours pass with so many calls at random moments; tell every half hour."""
    assert caller.stdin is not None
    assert caller.stdout is not None
    end = hours * 3600
    due = sorted(random.uniform(0, end) for _ in range(calls))
    begun, told, words = life.moment, 0, []
    while life.moment - begun < end:
        while due and due[0] <= life.moment - begun:
            due.pop(0)
            print("call", file=caller.stdin, flush=True)
            words.append(life.hear(caller.stdout.readline().strip()))
        life.pass_time(STEP)
        halves = int((life.moment - begun) // HALF_HOUR)
        if halves > told:
            told = halves
            row = {"hours": halves / 2, "turns": life.turns, "words": words}
            print(json.dumps(row), flush=True)
            words = []


def main(settings: Path, hours: float, calls: int, *hall: str) -> None:
    """Prepare the window, and live."""
    random.seed(7)
    read = read_settings(settings)
    prepare(read.screen.window(read.name), read.home)
    command = [sys.executable, "-m", "bench.caller", *hall]
    life = Life(settings)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as caller:
        life.begin()
        try:
            live(life, caller, hours, calls)
        finally:
            life.screen.stop()
            caller.kill()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
