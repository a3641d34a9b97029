"""Puts a hall screen in a window together: the widgets, the speaker, the screen's duty.

Import it after `media.look.window.prepare`.
"""

from collections.abc import Callable
from pathlib import Path

from display.backstage import Backstage
from display.duty import Post, ScreenDuty, Voice
from display.loudspeaker import Loudspeaker
from display.screens.board import BoardScreen
from display.settings import DisplaySettings
from display.voice import voices_of
from hardware.devices import open_speaker
from hardware.sound_files import SoundReader
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.window import opened
from media.pack import Commune
from media.texts import Texts


class HallScreen:
    """One hall screen. `pulse` is called by the window's loop, many times a second."""

    def __init__(self, settings: DisplaySettings, moments: Callable[[], float]) -> None:
        """Read the pack, open the speaker, make the widgets; connect nothing yet.

        `moments` is a clock in seconds that never jumps. Raises `TomlError` for a pack
        that is not right and `DeviceError` for a speaker that cannot be opened.
        """
        self._settings = settings
        speaker = Loudspeaker(open_speaker(settings.speaker), settings.speaker)
        self._clips = SoundReader()
        voice = Voice(speaker, voices_of(settings.pack, settings.voice, self._clips))
        self._duty = ScreenDuty(_post(settings), self._built, voice, moments)

    def start(self) -> None:
        """Begin to connect."""
        self._duty.start()

    def stop(self) -> None:
        """Hang up and fall silent."""
        self._duty.stop()
        self.board.close()
        self._clips.close()

    def pulse(self) -> None:
        """Take in what has arrived, and go with the time."""
        self._duty.pulse()

    def save_picture(self) -> Path | None:
        """Save what is shown as `NAME-SCENE.png` where the settings say; return where."""
        if self._settings.screenshots is None:
            return None
        name = f"{self._settings.name}-{self.board.scene_name}"
        return save_picture(self.board, self._settings.screenshots, name)

    def _built(self, commune: Commune, backstage: Backstage) -> BoardScreen:
        look = Look(opened(self._settings.screen.geometry()), self._settings.written[0])
        self.board = BoardScreen(look, commune, Texts(), backstage)
        return self.board


def _post(settings: DisplaySettings) -> Post:
    return Post(
        name=settings.name,
        controller=settings.controller,
        token=settings.token,
        pack=settings.pack,
        home=settings.home,
        spoken=settings.spoken,
        written=settings.written,
    )
