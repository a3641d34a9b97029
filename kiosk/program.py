"""The kiosk's program: its window, and how often it looks at what arrived."""

from dataclasses import replace

from kiosk.recent_log import RecentLog
from kiosk.settings import KioskSettings, TouchSettings
from media.look.window import prepare
from media.pairing import own_token
from media.pairing.newcomer import Newcomer

PULSE = 1 / 30
"""Seconds between two looks at what arrived."""


def run(settings: KioskSettings) -> None:
    """Run a kiosk until its window is closed or the system asks it to end.

    Without a token it shows a code until somebody enters it, and then begins anew. On the
    signal USR1 it saves a picture of its window. Raises `TomlError`, `DeviceError`,
    `PaperFontError` or `NoDisplay` before anything is shown, and `OSError` when its token
    cannot be kept.
    """
    prepare(settings.screen.window("kiosk"), settings.home)
    token = settings.token or own_token.kept(settings.home)
    if token:
        _serve(replace(settings, token=token))
    else:
        show_code(settings)


def _serve(settings: KioskSettings) -> None:
    from kiosk.assembly import Kiosk  # noqa: PLC0415  # it loads Kivy, which must be prepared
    from media.look.main_loop import Beat, keep_showing  # noqa: PLC0415  # so does this

    log = RecentLog()
    log.listen()
    kiosk = Kiosk(settings, log)
    kiosk.start()
    try:
        beats = (Beat(PULSE, kiosk.pulse), Beat(1.0, kiosk.second))
        keep_showing(kiosk.root, beats, kiosk.save_picture)
    finally:
        kiosk.stop()


def show_code(settings: TouchSettings) -> None:
    """Show a code until somebody has let this machine in, and begin anew. Prepare it before."""
    newcomer = Newcomer(settings.home, settings.controller, "kiosk")
    from kiosk.unpaired import UnpairedKiosk  # noqa: PLC0415  # as above
    from media.look.letting_in import let_in  # noqa: PLC0415

    kiosk = UnpairedKiosk(settings)
    let_in(newcomer, kiosk.root, kiosk)
