"""The spoken mode put together: the keypad, the guide, the narrator, the voices, the speaker."""

from collections.abc import Callable, Mapping

from hardware.devices import open_speaker
from hardware.keypad import Key, Press
from hardware.sound_files import SoundReader
from kiosk.screens.guide import Guide
from kiosk.screens.keypad import Keypad
from kiosk.screens.stage import Stage
from kiosk.screens.surround import Surround
from kiosk.settings import TouchSettings
from kiosk.speech.narrator import Narrator
from kiosk.speech.volume import Volume
from kiosk.touch_map import TouchMap
from media.voice.voices import Voices, open_voices

VOICES = "voices"
"""The folder of a pack that holds its recordings."""


class SpokenMode:
    """What a keypad's keys lead through, by ear."""

    def __init__(
        self,
        guide: Guide,
        narrator: Narrator,
        keys: Mapping[int, Key],
        is_technicians: Callable[[], bool],
        clips: SoundReader,
    ) -> None:
        self.guide, self.narrator, self._is_technicians = guide, narrator, is_technicians
        self._clips = clips
        self._keypad = Keypad(keys, self._pressed, narrator.hush)

    def start(self) -> None:
        """Listen to the keys. Whoever listens to all of them must have begun before."""
        self.narrator.start()
        self._keypad.start()

    def stop(self) -> None:
        """Fall silent. May be called twice."""
        self._keypad.stop()
        self.narrator.close()
        self._clips.close()

    def settled(self, shown: TouchMap) -> None:
        """Say what is shown now; a technician's pages are not spoken."""
        if not self._is_technicians():
            self.guide.settled(shown)
        elif self.guide.is_on:
            self.guide.end()

    def second(self) -> None:
        """Let a second pass."""
        self.guide.second()

    def test(self) -> bool:
        """Let the chime sound."""
        self.narrator.chime()
        return True

    def _pressed(self, press: Press) -> None:
        if not self._is_technicians():
            self.guide.press(press)


def spoken_mode(
    settings: TouchSettings,
    stage: Stage,
    surround: Surround,
    heard: Callable[[], None],
    is_technicians: Callable[[], bool],
) -> SpokenMode:
    """Open the speaker and the voices; raise `DeviceError` for an address that is none."""
    clips, volume = SoundReader(), Volume()
    voices = _voices(settings, clips)
    speaker = open_speaker(settings.speaker)
    narrator = Narrator(speaker, voices.read, lambda: volume.gain)
    guide = Guide(stage, surround, narrator, volume, voices.reads, heard)
    return SpokenMode(guide, narrator, settings.keypad.usages(), is_technicians, clips)


def _voices(settings: TouchSettings, reader: SoundReader) -> Voices:
    """Open voices that keep no sound: what was said to a visitor is gone with the visitor."""
    clips = settings.pack / VOICES
    return open_voices(
        reader.read,
        recordings=settings.voice.recordings,
        clips=clips if clips.is_dir() else None,
        hts_voice=settings.voice.hts_voice,
        held=0,
    )
