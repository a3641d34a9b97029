"""The hall screen's program: its window, and how often it looks at what arrived."""

import os
import sys
import time
from dataclasses import replace
from typing import NoReturn

from display import own_token
from display.settings import DisplaySettings
from media.look.window import prepare

PULSE = 1 / 20
"""Seconds between two looks at what arrived."""


def run(settings: DisplaySettings) -> None:
    """Run a hall screen until its window is closed or the system asks it to end.

    Without a token it shows a code until somebody enters it, and then begins anew. On the
    signal USR1 it saves a picture of its window. Raises `TomlError`, `DeviceError` or
    `NoDisplay` before anything is shown, and `OSError` when its token cannot be kept.
    """
    prepare(settings.screen.window(settings.name), settings.home)
    token = settings.token or own_token.kept(settings.home)
    if token:
        _show_hall(replace(settings, token=token))
    elif _is_let_in(settings):
        begin_anew()


def _show_hall(settings: DisplaySettings) -> None:
    from display.assembly import HallScreen  # noqa: PLC0415  # it loads Kivy, to be prepared first
    from media.look.main_loop import Beat, keep_showing  # noqa: PLC0415  # so does this

    screen = HallScreen(settings, time.monotonic)
    screen.start()
    try:
        keep_showing(screen.board, (Beat(PULSE, screen.pulse),), screen.save_picture)
    finally:
        screen.stop()


def _is_let_in(settings: DisplaySettings) -> bool:
    """Show a code; return whether somebody has entered it before the program was ended."""
    from display.unpaired import UnpairedScreen  # noqa: PLC0415  # as above
    from media.look.main_loop import Beat, end, keep_showing  # noqa: PLC0415

    screen = UnpairedScreen(settings, end)
    screen.start()
    try:
        keep_showing(screen.board, (Beat(PULSE, screen.pulse),), screen.save_picture)
    finally:
        screen.stop()
    return screen.is_paired


def begin_anew() -> NoReturn:
    """Let the same program with the same words take this one's place, as the hall's screen."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - itself
