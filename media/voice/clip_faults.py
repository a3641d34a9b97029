"""What is wrong with a clip, as a recording: told before a hall hears it."""

from enum import StrEnum

import numpy as np

from media.voice.sound import RATE, Samples, Wave, seconds, to_wave, trimmed

SHORTEST = 0.12
LONGEST = 6.0
"""Seconds of a clip's words; the longest of ours lasts three."""

FLAT = 0.004
"""The share of the samples that may stand at the top. In 120 calls of three machines' voices at
most 0.06 % did; in the same ones cut at two fifths of their height, 3.8 % at least."""

CLOSE = 0.97
"""What counts as the top, as a share of the highest sample."""

QUIETEST = 24.0
"""Decibels by which the words must stand out from what is heard between them."""

_FRAME = RATE // 50


class ClipFault(StrEnum):
    """Why a clip is not taken."""

    SILENT = "silent: nothing is heard"
    SHORT = "too short: the words are cut off, or it is a click"
    LONG = "too long: it is more than the words of one clip"
    CLIPPED = "clipped: recorded too loud; go back from the microphone, or turn it down"
    NOISY = "noisy: the room is heard behind the words; find a quieter one"


def clip_fault(sound: Samples) -> ClipFault | None:
    """Return what is wrong with a clip of one speaker's words; nothing when it is good."""
    words = trimmed(sound)
    if not len(words):
        return ClipFault.SILENT
    if seconds(words) < SHORTEST:
        return ClipFault.SHORT
    if is_clipped(sound):
        return ClipFault.CLIPPED
    if stands_out(sound) < QUIETEST:
        return ClipFault.NOISY
    return ClipFault.LONG if seconds(words) > LONGEST else None


def is_clipped(sound: Samples) -> bool:
    """Whether the tops of the wave are cut off: too many samples are as high as the highest."""
    height = np.abs(to_wave(sound))
    return float(np.mean(height >= CLOSE * np.max(height, initial=0))) > FLAT


def stands_out(sound: Samples) -> float:
    """Return by how many decibels the loud parts of a clip exceed its quiet ones.

    A clip without any silence in it or around it cannot be judged so, and seems noisy.
    """
    levels = _levels(to_wave(sound))
    low, high = np.percentile(levels, (5, 90))
    return float(high - low)


def _levels(wave: Wave) -> Wave:
    """Return the loudness of each fiftieth of a second, in decibels; none is under -90."""
    frames = wave[: len(wave) // _FRAME * _FRAME].reshape(-1, _FRAME)
    levels: Wave = 10 * np.log10(np.maximum(np.mean(frames**2, axis=1), 1e-9))
    return levels
