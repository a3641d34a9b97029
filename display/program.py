"""The hall screen's program: its window, and how often it looks at what arrived."""

import time
from dataclasses import replace

from display.settings import DisplaySettings
from media.look.window import prepare
from media.pairing import own_token
from media.pairing.newcomer import Newcomer

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
    else:
        _show_code(settings)


def _show_hall(settings: DisplaySettings) -> None:
    from display.assembly import HallScreen  # noqa: PLC0415  # it loads Kivy, to be prepared first
    from media.look.main_loop import Beat, keep_showing  # noqa: PLC0415  # so does this

    screen = HallScreen(settings, time.monotonic)
    screen.start()
    try:
        keep_showing(screen.board, (Beat(PULSE, screen.pulse),), screen.save_picture)
    finally:
        screen.stop()


def _show_code(settings: DisplaySettings) -> None:
    newcomer = Newcomer(settings.home, settings.controller, "screen")
    from display.unpaired import UnpairedScreen  # noqa: PLC0415  # as above
    from media.look.letting_in import let_in  # noqa: PLC0415

    screen = UnpairedScreen(settings)
    let_in(newcomer, screen.board, screen)
