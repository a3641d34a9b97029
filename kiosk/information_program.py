"""The information screen's program: python -m kiosk.information_program --settings FILE."""

from dataclasses import replace

from hardware.ports import DeviceError
from kiosk.program import show_code
from kiosk.settings import InformationSettings, read_information_settings
from media.look.command import window_command
from media.look.window import prepare
from media.pairing import own_token

PULSE = 1 / 30
"""Seconds between two looks at what arrived."""


def run(settings: InformationSettings) -> None:
    """Run an information screen until its window is closed or the system asks it to end.

    Without a token it shows a code until somebody enters it, and then begins anew. On the
    signal USR1 it saves a picture of its window. Raises `TomlError`, `DeviceError` or
    `NoDisplay` before anything is shown, and `OSError` when its token cannot be kept.
    """
    prepare(settings.screen.window("information"), settings.home)
    token = settings.token or own_token.kept(settings.home)
    if token:
        _inform(replace(settings, token=token))
    else:
        show_code(settings)


def _inform(settings: InformationSettings) -> None:
    from kiosk.information_assembly import InformationScreen  # noqa: PLC0415  # it loads Kivy
    from media.look.main_loop import Beat, keep_showing  # noqa: PLC0415  # so does this

    screen = InformationScreen(settings)
    screen.start()
    try:
        beats = (Beat(PULSE, screen.pulse), Beat(1.0, screen.second))
        keep_showing(screen.root, beats, screen.save_picture)
    finally:
        screen.stop()


if __name__ == "__main__":
    window_command(
        "Run an information screen for visitors to touch.",
        read_information_settings,
        run,
        DeviceError,
    )()
