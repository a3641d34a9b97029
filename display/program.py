"""The hall screen's program: its window, and how often it looks at what arrived."""

import time

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
    from display.assembly import HallScreen  # noqa: PLC0415  # it loads Kivy, to be prepared first
    from media.look.main_loop import Beat, keep_showing  # noqa: PLC0415  # so does this

    screen = HallScreen(settings, time.monotonic)
    screen.start()
    try:
        keep_showing(screen.board, (Beat(PULSE, screen.pulse),), screen.save_picture)
    finally:
        screen.stop()
