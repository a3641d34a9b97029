"""Puts the hall screen of a window together: its widgets, speaker and light, and its duty.

Import it after `media.look.window.prepare`.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from display.backstage import Backstage
from display.duty import Post, ScreenDuty, Voice, link_of
from display.loudspeaker import Loudspeaker
from display.pictures import Pictures, sender
from display.power import PowerKeeper
from display.presenter import BoardPresenter
from display.screens.board import BoardScreen
from display.screens.window_wall import WindowWall
from display.settings import DisplaySettings
from display.voice import voices_of
from hardware.devices import open_power, open_speaker
from hardware.sound_files import SoundReader
from media.look.glass import read_frame
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.window import opened
from media.pack import Commune
from media.texts import Texts
from wire.codec import decode
from wire.messages import PictureWanted


class HallScreen:
    """One hall screen. `pulse` is called by the window's loop, many times a second."""

    def __init__(self, settings: DisplaySettings, moments: Callable[[], float]) -> None:
        """Read the pack, open the speaker, make the widgets; connect nothing yet.

        `moments` is a clock in seconds that never jumps. Raises `TomlError` for a pack
        that is not right and `DeviceError` for a speaker that cannot be opened.
        """
        self._settings = settings
        self._clips = SoundReader()
        post = _post(settings)
        link = link_of(post)
        self._pictures = Pictures(
            read_frame,
            sender(settings.controller, settings.token),
            partial(link.tell, "no_picture"),
            is_allowed=settings.may_be_pictured,
        )
        asked = {"picture": self._take_picture}
        self._duty = ScreenDuty(post, self._wall, self._voice(), moments, link, asked)
        self._power = PowerKeeper(open_power(settings.dark.device if settings.dark else "none"))

    @property
    def presenter(self) -> BoardPresenter:
        """What decides what it shows."""
        return self._duty.presenter

    def start(self) -> None:
        """Begin to connect; warm the voice up, so that the first call need not wait."""
        self._power.start()
        self._duty.start()

    def stop(self) -> None:
        """Hang up and fall silent."""
        self._duty.stop()
        self.board.close()
        self._clips.close()
        self._power.stop()

    def pulse(self) -> None:
        """Take in what has arrived, and go with the time."""
        self._duty.pulse()
        self._power.want(is_on=not self._duty.is_dark)

    def save_picture(self) -> Path | None:
        """Save what is shown as `NAME-SCENE.png` where the settings say; return where."""
        if self._settings.screenshots is None:
            return None
        name = f"{self._settings.name}-{self.board.scene_name}"
        return save_picture(self.board, self._settings.screenshots, name)

    def _wall(self, commune: Commune, backstage: Backstage) -> WindowWall:
        look = Look(opened(self._settings.screen.geometry()), self._settings.written[0])
        self.board = BoardScreen(look, commune, Texts(), backstage)
        return WindowWall(self.board)

    def _voice(self) -> Voice:
        settings = self._settings
        speaker = Loudspeaker(open_speaker(settings.speaker), settings.speaker)
        return Voice(speaker, voices_of(settings.pack, settings.voice, self._clips))

    def _take_picture(self, data: object, moment: float) -> None:
        self._pictures.want(decode(PictureWanted, data), moment)


def _post(settings: DisplaySettings) -> Post:
    return Post(
        name=settings.name,
        controller=settings.controller,
        token=settings.token,
        pack=settings.pack,
        home=settings.home,
        spoken=settings.spoken,
        written=settings.written,
        zone=settings.zone,
        diagonal_mm=settings.screen.diagonal_mm,
        distance_mm=settings.screen.distance_mm,
        speech=settings.speech,
        dark=settings.dark,
    )
