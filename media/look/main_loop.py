"""The main loop of a program that shows something, and what the system asks of it.

Import it after `media.look.window.prepare`.
"""

import gc
import os
import signal
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from kivy.base import runTouchApp, stopTouchApp
from kivy.clock import Clock
from kivy.uix.widget import Widget

from media.look.frame_watch import SHARE, FrameWatch
from media.look.service import service_manager, watchdog_seconds
from media.look.stillness import when_still

WISHES_SECONDS = 1 / 20
"""Between two looks at what the system asks for."""


@dataclass(frozen=True, slots=True)
class Beat:
    """What is done again and again."""

    seconds: float
    """From one time to the next."""

    act: Callable[[], object]


def keep_showing(root: Widget, beats: Iterable[Beat], take_picture: Callable[[], object]) -> None:
    """Show the widget until its window is closed or the system asks the program to end.

    The signals TERM and INT end it; on USR1, `take_picture` is called once nothing moves.
    The service manager hears of the first frame and then, where it waits for it, of life.
    """
    picture_wish, end_wish = _wishes()
    watch = FrameWatch(service_manager(os.environ))

    def look_at_wishes() -> None:
        if _is_granted(picture_wish):
            when_still(root, take_picture)
        if _is_granted(end_wish):
            stopTouchApp()

    for beat in (*beats, Beat(WISHES_SECONDS, look_at_wishes), *_signs_of_life(watch)):
        Clock.schedule_interval(lambda _, act=beat.act: act(), beat.seconds)
    # What is there now stays: to look it all through for garbage would halt a page's turning.
    gc.collect()
    gc.freeze()
    watch.start()
    runTouchApp(root)


def end() -> None:
    """End what `keep_showing` does, from within one of its beats."""
    stopTouchApp()


def save_picture(root: Widget, folder: Path, name: str) -> Path:
    """Save what the widget shows as `NAME.png`, in place of an older one; return where."""
    folder.mkdir(parents=True, exist_ok=True)
    path, beside = folder / f"{name}.png", folder / f".{name}.new.png"
    root.export_to_png(str(beside))
    return beside.replace(path)


def _signs_of_life(watch: FrameWatch) -> tuple[Beat, ...]:
    seconds = watchdog_seconds(os.environ)
    return () if seconds is None else (Beat(seconds * SHARE, watch.ask),)


def _wishes() -> tuple[Event, Event]:
    """Take USR1 as the wish for a picture, TERM and INT as the wish to end."""
    picture, end = Event(), Event()
    signal.signal(signal.SIGUSR1, lambda *_: picture.set())
    signal.signal(signal.SIGTERM, lambda *_: end.set())
    signal.signal(signal.SIGINT, lambda *_: end.set())
    return picture, end


def _is_granted(wish: Event) -> bool:
    """Tell whether something was wished, once for each wish."""
    is_wished = wish.is_set()
    wish.clear()
    return is_wished
