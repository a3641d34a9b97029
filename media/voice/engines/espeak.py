"""espeak-ng, inside the `espeakng-loader` wheel: robotic, and always there.

Called as a library, for it needs then neither a sound card nor a program. It has one state in a
process, whoever uses it, and is not made for two threads: two that speak at once end the process.
"""

import ctypes
import re
from threading import Lock
from types import MappingProxyType
from typing import Any, ClassVar

import numpy as np

from media.voice.engines.engine import CannotSayError
from media.voice.hts.phone import SUKUN, shadda_first
from media.voice.prose import Spoken
from media.voice.sound import Samples, at_our_rate, trimmed
from wire.messages import Language

VOICES = MappingProxyType({"ar": "ar", "fr": "fr", "en": "en"})
WORDS_A_MINUTE = 140

_SYNCHRONOUS = 2
_RATE_PARAMETER = 1
_UTF8 = 1
_DO_NOT_EXIT = 1 << 15
_BUFFER_MS = 200
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


def as_espeak_reads(text: str) -> str:
    """Return vocalised Arabic as espeak-ng needs it: in pause, and closed by a sukun.

    It reads a final «ة» as "t", and adds a vowel to a bare last consonant.
    """
    paused = re.sub(r"ة(?=[\s،.]|$)", "ه", shadda_first(text))
    return re.sub(r"([بتثجحخدذرزسشصضطظعغفقكلمنه])(?=[\s،.]|$)", rf"\1{SUKUN}", paused)


class EspeakEngine:
    """Speaks Arabic, French and English when nothing better does; one waits for another."""

    _one_at_a_time: ClassVar[Lock] = Lock()
    """Of the library, not of one engine: a narrator and an announcer may have one each."""

    _library: ClassVar["_Library | None"] = None
    """Opened once in a process, and not anew for each sentence."""

    @property
    def name(self) -> str:
        """The engine and its speed."""
        return f"espeak-ng/{WORDS_A_MINUTE}"

    @property
    def is_reader(self) -> bool:
        """It reads whatever text it is given."""
        return True

    def offers(self, language: Language) -> bool:
        """Tell whether it has a voice for the language."""
        return language in VOICES

    def say(self, sentence: Spoken) -> Samples:
        """Return the sentence, or raise `CannotSayError`."""
        text = as_espeak_reads(sentence.text) if sentence.language == "ar" else sentence.text
        try:
            with self._one_at_a_time:
                library = EspeakEngine._library = EspeakEngine._library or _Library()
                heard = library.speak(VOICES[sentence.language], text)
        except (ImportError, OSError, AttributeError) as error:
            raise CannotSayError(f"{self.name}: {error}") from error
        if not len(heard):
            raise CannotSayError(f"{self.name}: said nothing")
        return trimmed(at_our_rate(heard, library.rate))


class _Library:
    """The library, opened; raises `OSError` where it cannot be."""

    def __init__(self) -> None:
        import espeakng_loader  # noqa: PLC0415  # the wheel is not on every machine

        self._opened = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        self.rate = self._opened.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data, _DO_NOT_EXIT)
        if self.rate <= 0:
            raise OSError("espeak-ng cannot read its data")
        self._heard: list[Samples] = []
        self._callback = _Callback(self._hear)  # kept: the library calls it as long as it lives
        self._opened.espeak_SetSynthCallback(self._callback)
        self._opened.espeak_SetParameter(_RATE_PARAMETER, WORDS_A_MINUTE, 0)

    def speak(self, voice: str, text: str) -> Samples:
        """Return the text as the voice says it; raises `OSError` when there is no such voice."""
        self._heard.clear()
        if self._opened.espeak_SetVoiceByName(voice.encode()):
            raise OSError(f"espeak-ng has no voice {voice}")
        said = text.encode()
        self._opened.espeak_Synth(said, len(said) + 1, 0, 0, 0, _UTF8, None, None)
        self._opened.espeak_Synchronize()
        return np.concatenate(self._heard) if self._heard else np.zeros(0, np.int16)

    def _hear(self, wave: Any, count: int, _events: int | None) -> int:  # noqa: ANN401  (a C pointer)
        if wave and count:
            self._heard.append(np.ctypeslib.as_array(wave, (count,)).copy())
        return 0
