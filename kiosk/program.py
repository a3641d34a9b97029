"""The kiosk's program: the window's main loop, and what the system asks of it."""

import signal
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from kiosk.settings import KioskSettings
from media.look.window import prepare

if TYPE_CHECKING:
    from kiosk.assembly import Kiosk

PULSE = 1 / 30
"""Seconds between two looks at what arrived."""


def run(settings: KioskSettings) -> None:
    """Run a kiosk until its window is closed or the system asks it to end.

    Raises `TomlError`, `DeviceError`, `PaperFontError` or `NoDisplay` before anything is shown.
    """
    prepare(settings.screen.window(), settings.home)
    # what draws comes after the window is described
    from kivy.base import runTouchApp, stopTouchApp  # noqa: PLC0415
    from kivy.clock import Clock  # noqa: PLC0415

    from kiosk.assembly import Kiosk  # noqa: PLC0415

    kiosk, wishes = Kiosk(settings), Wishes()
    wishes.listen()

    def pulse(_: float) -> None:
        kiosk.pulse()
        if wishes.is_picture_wished():
            save_picture(kiosk, settings.screenshots)
        if wishes.is_end_wished():
            stopTouchApp()

    Clock.schedule_interval(pulse, PULSE)
    Clock.schedule_interval(lambda _: kiosk.second(), 1.0)
    kiosk.start()
    try:
        runTouchApp(kiosk.stage)
    finally:
        kiosk.stop()


class Wishes:
    """What signals asked of the program, to be granted by its main loop."""

    def __init__(self) -> None:
        self._picture, self._end = Event(), Event()

    def listen(self) -> None:
        """Take USR1 as the wish for a picture, TERM and INT as the wish to end."""
        signal.signal(signal.SIGUSR1, lambda *_: self._picture.set())
        signal.signal(signal.SIGTERM, lambda *_: self._end.set())
        signal.signal(signal.SIGINT, lambda *_: self._end.set())

    def is_picture_wished(self) -> bool:
        """Tell, once for each wish."""
        return _granted(self._picture)

    def is_end_wished(self) -> bool:
        """Tell, once for each wish."""
        return _granted(self._end)


def _granted(wish: Event) -> bool:
    is_wished = wish.is_set()
    wish.clear()
    return is_wished


def save_picture(kiosk: "Kiosk", folder: Path | None) -> Path | None:
    """Save the window as PNG in the folder, named by screen and language; return where."""
    if folder is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    shown = kiosk.stage.touch_map()
    path = folder / f"{shown.screen}-{shown.language or 'all'}.png"
    beside = folder / f".{path.stem}.new.png"
    kiosk.stage.export_to_png(str(beside))
    return beside.replace(path)
