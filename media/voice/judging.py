"""Whether a call sounds as it must: its words, its loudness, its height, its pauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from media.voice.announcement import Sentence
from media.voice.loudness import PEAK, SPEECH, loudness, true_peak
from media.voice.sound import RATE, Samples, pauses

SWAY = 1.0
"""Decibels by which a call may be louder or softer than the level of speech."""

LONGEST_PAUSE = 0.2
"""Seconds of silence inside a phrase."""

_NUMBER = re.compile(r"n-(\d+)")
_HUNDREDS = re.compile(r"hundred-(\d)")
_AFTER = re.compile(r"after-(\d+)")


@dataclass(frozen=True, slots=True)
class Judged:
    """What was measured of one call."""

    level: float
    """LUFS."""

    peak: float
    """1 is the full scale."""

    longest: float
    """Seconds of the longest pause, but for those after the letter and before the counter."""

    are_words_right: bool

    @property
    def is_right(self) -> bool:
        """Whether nothing is wrong with it."""
        is_level = abs(self.level - SPEECH) <= SWAY
        is_whole = self.peak <= PEAK * 1.001 and self.longest <= LONGEST_PAUSE
        return is_level and is_whole and self.are_words_right


def judged(call: tuple[str, int], sentence: Sentence, sound: Samples) -> Judged:
    """Measure a call's sentence, as it was said."""
    clips = (*sentence.ticket.clips, *sentence.counter.clips)
    inside = (end - begin for begin, end in pauses(sound)[1:-1])
    longest = max(inside, default=0) / RATE
    return Judged(loudness(sound), true_peak(sound), longest, told_by(clips) == call)


def told_by(clips: Sequence[str]) -> tuple[str, int]:
    """Return the ticket and the counter that clips say, by their names alone.

    Raises `ValueError` for clips that call nobody.
    """
    match clips:
        case [letter, number, counter] if found := _NUMBER.fullmatch(number):
            value = int(found[1])
        case [letter, hundreds, rest, counter] if (tens := _AFTER.fullmatch(rest)) and (
            found := _HUNDREDS.fullmatch(hundreds)
        ):
            value = 100 * int(found[1]) + int(tens[1])
        case _:
            raise ValueError(f"no call: {clips}")
    ticket = f"{letter.removeprefix('ticket-')}{value:03}"
    return ticket, int(counter.removeprefix("counter-"))
