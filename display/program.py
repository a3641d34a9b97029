"""The hall screen's program: the window's main loop, and what the system asks of it."""

import signal
import time
from threading import Event

from display.settings import DisplaySettings
from media.look.window import prepare

PULSE = 1 / 20
"""Seconds between two looks at what arrived."""


def run(settings: DisplaySettings) -> None:
    """Run a hall screen until its window is closed or the system asks it to end.

    On the signal USR1 it saves a picture of its window. Raises `TomlError`, `DeviceError` or
    `NoDisplay` before anything is shown.
    """
    prepare(settings.screen.window(settings.name), settings.home)
    # What draws comes after the window is described.
    from kivy.base import runTouchApp, stopTouchApp  # noqa: PLC0415
    from kivy.clock import Clock  # noqa: PLC0415

    from display.assembly import HallScreen  # noqa: PLC0415

    screen = HallScreen(settings, time.monotonic)
    picture_wish, end_wish = _wishes()

    def pulse(_: float) -> None:
        screen.pulse()
        if settings.screenshots and _is_granted(picture_wish):
            screen.save_picture(settings.screenshots, settings.name)
        if _is_granted(end_wish):
            stopTouchApp()

    Clock.schedule_interval(pulse, PULSE)
    screen.start()
    try:
        runTouchApp(screen.board)
    finally:
        screen.stop()


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
