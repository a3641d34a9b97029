"""The speaker of a hall screen, whose state stands in the log."""

from collections.abc import Iterable
from threading import Lock

import structlog

from hardware.ports import DeviceError, Pcm, Speaker
from media.voice.sound import RATE


class Loudspeaker:
    """Plays through a speaker, one sound at a time, and logs when it begins to work or to fail."""

    def __init__(self, speaker: Speaker, address: str) -> None:
        """`address` is how the settings call it."""
        self._speaker, self._address = speaker, address
        self._playing = Lock()
        self._is_well: bool | None = None

    def test(self) -> None:
        """Find out, by a sound of no length, whether the speaker works. Raises nothing."""
        try:
            self.play(Pcm(b"", RATE), "test")
        except DeviceError:
            return  # `play` has logged it

    def play(self, sound: Pcm, name: str, then: Iterable[Pcm] = ()) -> None:
        """Play the sound, then what follows it; return at the end, or raise `DeviceError`."""
        with self._playing:
            try:
                self._speaker.play(sound, name, then)
            except DeviceError as error:
                self._note(is_well=False, why=str(error))
                raise
            self._note(is_well=True)

    def stop(self) -> None:
        """Fall silent at once; a `play` under way returns."""
        self._speaker.stop()

    def _note(self, *, is_well: bool, why: str = "") -> None:
        if is_well == self._is_well:
            return
        self._is_well = is_well
        log = structlog.get_logger("speaker")
        if is_well:
            log.info("speaker ready: %s", self._address)
        else:
            log.error("speaker fault: %s", why, speaker=self._address)
