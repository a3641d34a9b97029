"""What the announcer's tests listen with: real voices, and a speaker that can be held."""

import wave
from threading import Event, Lock
from time import monotonic

from display.announcer import Announcer
from display.manner import Manner
from hardware.ports import DeviceError
from hardware.virtual_speaker import VirtualSpeaker
from media.voice.cache import SoundCache
from media.voice.engines.pico import PicoEngine
from media.voice.voices import Voices
from wire.messages import Call

A012 = Call(seq=7, ticket="A012", counter=3, calls=1, language="fr")
B001 = Call(seq=8, ticket="B001", counter=1, calls=1, language="en")
PATIENCE = 10.0


class HeldSpeaker(VirtualSpeaker):
    """A virtual speaker that lets each sound last until the test lets it go."""

    def __init__(self, folder):
        super().__init__(folder)
        self.begun = []
        self.overlaps = 0
        self._go = Event()
        self._playing = Lock()

    def play(self, sound, name, then=()):
        if not self._playing.acquire(blocking=False):
            self.overlaps += 1
            raise DeviceError("two sounds at once")
        self.begun.append(name)
        self._go.wait(PATIENCE)
        try:
            super().play(sound, name, then)
        finally:
            self._playing.release()

    def let_go(self):
        self._go.set()


class Hall:
    """What a screen is to the announcer: its board, and what was told to it."""

    def __init__(self, speaker, folder, languages=("fr",), voices=None, on_ended=None, **manner):
        self.speaker = speaker
        self.folder = folder
        self.spoken = []
        self.gone = set()
        self.announcer = Announcer(
            speaker,
            voices or Voices((PicoEngine(),), SoundCache()),
            lambda call: call.ticket not in self.gone,
            self.spoken.append,
            Manner(languages, **manner),
            on_ended,
        )

    def files(self):
        return sorted(file.name for file in self.folder.glob("*.wav"))

    def seconds(self, number):
        with wave.open(str(sorted(self.folder.glob("*.wav"))[number])) as file:
            return file.getnframes() / file.getframerate()

    def highest(self, number):
        with wave.open(str(sorted(self.folder.glob("*.wav"))[number])) as file:
            return max(memoryview(file.readframes(file.getnframes())).cast("h"))


def until(condition):
    deadline = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < deadline, "it did not happen"
        Event().wait(0.005)
