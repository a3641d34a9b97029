"""`python -m bench.voices [CALLS]`: how random calls sound, and what a stranger understands.

For each language that is spoken here, random calls are said as a hall hears them and measured; a
recogniser that is not ours (PocketSphinx, with a grammar of all calls) listens to the English ones:
it brings the model of no other language. Where Whisper is installed too (`bench.ears`), it tells
some calls of every language from others.
"""

import random
import sys
from collections.abc import Iterator
from contextlib import closing
from math import log10
from string import ascii_uppercase

import numpy as np
import pocketsphinx
from numpy.typing import NDArray

from bench import ears
from bench.figure import Figure, tell
from controller.settings import DEMONSTRATION_PACK
from hardware.sound_files import SoundReader
from media.voice.announcement import sentence
from media.voice.clip import COUNTERS
from media.voice.judging import Judged, judged
from media.voice.number.english import TENS, UNITS, words
from media.voice.sound import RATE, Samples, to_samples, to_wave
from media.voice.voices import Voices, open_voices
from wire.messages import Language

HEARD = 16_000
"""Samples a second, as the recogniser takes them."""

LISTENED = 60
"""Calls that Whisper hears: each takes it seconds."""

SEED = 20_260_504

Told = tuple[str, float, str]
"""What was measured, how much, of which unit."""


def random_calls(count: int) -> Iterator[tuple[str, int]]:
    """Return calls, the same ones each time."""
    chance = random.Random(SEED)  # not for secrets
    for _ in range(count):
        number = chance.randrange(1000)
        yield f"{chance.choice(ascii_uppercase)}{number:03}", chance.choice(COUNTERS)


def grammar() -> str:
    """Return all English calls, as JSGF."""
    letters = " | ".join(letter.lower() for letter in ascii_uppercase)
    return f"""#JSGF V1.0;
grammar call;
public <call> = ticket ({letters}) <number> please go to counter <small>;
<number> = [<unit> hundred [and]] <small> | <unit> hundred;
<small> = {" | ".join(UNITS)} | ({" | ".join(TENS)}) [<unit>];
<unit> = {" | ".join(UNITS[1:10])};
"""


class Listener:
    """A stranger who knows English, and how a call is built."""

    def __init__(self) -> None:
        self._decoder = pocketsphinx.Decoder(samprate=HEARD, lm=None, loglevel="FATAL")
        self._decoder.add_jsgf_string("call", grammar())
        self._decoder.activate_search("call")

    def understands(self, call: tuple[str, int], sound: Samples) -> tuple[bool, bool]:
        """Return whether the ticket was heard right, and whether the counter was."""
        self._decoder.start_utt()
        self._decoder.process_raw(_at_their_rate(sound), full_utt=True)
        self._decoder.end_utt()
        heard = self._decoder.hyp()
        ticket, _, counter = ("" if heard is None else heard.hypstr).partition("please go to")
        letter, number = call[0][0].lower(), words(int(call[0][1:])).replace("-", " ")
        return (
            ticket.split() == ["ticket", letter, *number.split()],
            counter.split() == ["counter", *words(call[1]).replace("-", " ").split()],
        )


def main(count: int) -> None:
    """Measure, and print."""
    with closing(SoundReader()) as reader:
        voices = open_voices(reader.read, clips=DEMONSTRATION_PACK / "voices")
        for language in voices.languages:
            tell(list(_figures(voices, language, count)))


def _figures(voices: Voices, language: Language, count: int) -> Iterator[Figure]:
    listener = Listener() if language == "en" else None
    whisper = ears.Ears() if ears.are_installed() else None
    found: list[Judged] = []
    told_apart: list[tuple[bool, bool]] = []
    understood: list[tuple[bool, bool]] = []
    for call in random_calls(count):
        part = sentence(*call, language)
        sound = voices.say(part)
        found.append(judged(call, part, sound))
        if listener is not None:
            understood.append(listener.understands(call, sound))
        if whisper is not None and len(told_apart) < LISTENED:
            told_apart.append(whisper.understands(call, language, _wave(sound)))
    for what, value, unit in (
        *_of_sounds(found),
        *_of_ears(understood, "understood"),
        *_of_ears(told_apart, f"told by Whisper from {ears.OTHERS} others"),
    ):
        yield Figure(f"{language}: {what}", value, unit)


def _of_sounds(found: list[Judged]) -> Iterator[Told]:
    levels = [each.level for each in found]
    yield "calls", len(found), ""
    yield "with nothing wrong", sum(each.is_right for each in found), ""
    yield "with other words", sum(not each.are_words_right for each in found), ""
    yield "softest", min(levels), "LUFS"
    yield "loudest", max(levels), "LUFS"
    yield "highest peak", 20 * log10(max(each.peak for each in found)), "dBTP"
    yield "longest pause in a phrase", 1000 * max(each.longest for each in found), "ms"


def _of_ears(understood: list[tuple[bool, bool]], how: str) -> Iterator[Told]:
    if not understood:
        return
    tickets, counters = zip(*understood, strict=True)
    yield f"tickets {how}", 100 * sum(tickets) / len(tickets), "%"
    yield f"counters {how}", 100 * sum(counters) / len(counters), "%"


def _wave(sound: Samples) -> NDArray[np.float32]:
    samples = np.frombuffer(_at_their_rate(sound), dtype="<i2")
    return samples.astype(np.float32) / np.float32(32_768)


def _at_their_rate(sound: Samples) -> bytes:
    """Return the sound at a third of its rate, without what that rate cannot hold."""
    spectrum = np.fft.rfft(np.pad(to_wave(sound), (0, -len(sound) % RATE)))
    size = (len(spectrum) - 1) * 2 * HEARD // RATE
    return to_samples(np.fft.irfft(spectrum[: size // 2 + 1], size) * HEARD / RATE).tobytes()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
