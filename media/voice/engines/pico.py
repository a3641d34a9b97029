"""SVOX Pico, inside the `py-nanotts` wheel: French and English, small, quick and clear."""

from types import MappingProxyType

import numpy as np

from media.voice.engines.engine import CannotSayError
from media.voice.prose import Spoken
from media.voice.sound import Samples, at_our_rate, trimmed
from wire.messages import Language

VOICES = MappingProxyType({"fr": "fr-FR", "en": "en-GB"})
SPEED = 0.95
VOLUME = 0.5
"""Louder, the voice is cut at the full scale; the loudness is made equal afterwards."""

_RATE = 16_000


class PicoEngine:
    """Speaks whole sentences."""

    @property
    def name(self) -> str:
        """The engine, its speed and volume; the voice is the language's only one."""
        return f"pico/{SPEED}/{VOLUME}"

    @property
    def is_reader(self) -> bool:
        """It reads whatever text it is given."""
        return True

    def offers(self, language: Language) -> bool:
        """Tell whether it has a voice for the language."""
        return language in VOICES

    def say(self, sentence: Spoken) -> Samples:
        """Return the sentence, or raise `CannotSayError`."""
        try:
            from py_nanotts import NanoTTS  # noqa: PLC0415  # a native library, not everywhere

            spoken = NanoTTS().speak(
                sentence.text, voice=VOICES[sentence.language], speed=SPEED, volume=VOLUME
            )
        except (ImportError, RuntimeError, ValueError, OSError) as error:
            raise CannotSayError(f"{self.name}: {error}") from error
        samples = np.frombuffer(spoken, dtype="<i2").astype(np.int16)
        return trimmed(at_our_rate(samples, _RATE))
