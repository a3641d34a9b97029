"""The kiosk's program: its window, and how often it looks at what arrived."""

from kiosk.recent_log import RecentLog
from kiosk.settings import KioskSettings
from media.look.window import prepare

PULSE = 1 / 30
"""Seconds between two looks at what arrived."""


def run(settings: KioskSettings) -> None:
    """Run a kiosk until its window is closed or the system asks it to end.

    On the signal USR1 it saves a picture of its window. Raises `TomlError`, `DeviceError`,
    `PaperFontError` or `NoDisplay` before anything is shown.
    """
    prepare(settings.screen.window("kiosk"), settings.home)
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
