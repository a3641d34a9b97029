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
from kiosk.speech.sound_facts import SoundFacts
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
        self._last_key, self._is_tested = "", False
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
        is_technicians = self._is_technicians()
        if self._is_tested and not is_technicians:  # as quiet as for every new visitor
            self.guide.end()
            self._last_key = ""
        if not is_technicians:
            self.guide.settled(shown)
        elif self.guide.is_on:
            self.guide.end()
        self._is_tested = is_technicians

    def second(self) -> None:
        """Let a second pass."""
        self.guide.second()

    def test(self) -> None:
        """Let the chime sound, and each voice greet as a visitor is greeted."""
        self.guide.greet()

    def facts(self) -> SoundFacts:
        """Return the voices, how loud they are, and which key was felt."""
        return SoundFacts(self.guide.voices(), self.guide.volume, self._last_key)

    def _pressed(self, press: Press) -> None:
        if not self._is_technicians():
            self.guide.press(press)
            return
        self._last_key = str(press.key)
        self.guide.be_as_loud(press.key)


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
    guide = Guide(stage, surround, narrator, volume, voices.reader, heard)
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
