"""Sound as samples: mono, signed 16 bits, 48,000 a second; and the few things done to it."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
"""Samples per second, everywhere in the voice."""

FULL = 32_767
QUIET = 10 ** (-45 / 20)
"""Below this share of the full scale a voice is taken for silent."""

PAUSE = 0.15
"""Seconds of a silence that is one: the closure of a consonant is shorter."""

Samples = NDArray[np.int16]
Wave = NDArray[np.float64]
"""Samples from -1 to 1, for reckoning."""


class DecodedSound(Protocol):
    """What a decoder of sound files returns: mono, signed 16-bit little-endian samples."""

    @property
    def samples(self) -> bytes:
        """The samples, one after the other."""

    @property
    def rate(self) -> int:
        """Samples per second."""


def from_decoded(sound: DecodedSound) -> Samples:
    """Return a decoded file's sound at our rate."""
    return at_our_rate(np.frombuffer(sound.samples, dtype="<i2").astype(np.int16), sound.rate)


def to_wave(samples: Samples) -> Wave:
    """Return the samples as numbers from -1 to 1."""
    return samples.astype(np.float64) / FULL


def to_samples(wave: Wave) -> Samples:
    """Return the wave as samples; what exceeds the full scale is cut."""
    return np.rint(np.clip(wave, -1, 1) * FULL).astype(np.int16)


def silence(seconds: float) -> Samples:
    """Return that much silence."""
    return np.zeros(round(seconds * RATE), np.int16)


def seconds(samples: Samples) -> float:
    """Return how long the sound lasts."""
    return len(samples) / RATE


def at_our_rate(samples: Samples, rate: int) -> Samples:
    """Return the sound at 48 kHz, limited to the band that both rates can hold."""
    if rate == RATE or not len(samples):
        return samples
    # Whole seconds: the two lengths then fit each other, and are quick to transform.
    wave = np.pad(to_wave(samples), (0, -len(samples) % rate))
    spectrum = np.fft.rfft(wave)
    room = np.zeros(len(wave) // rate * RATE // 2 + 1, np.complex128)
    kept = min(len(room), len(spectrum))
    room[:kept] = spectrum[:kept]
    heard = np.fft.irfft(room) * (RATE / rate)
    return to_samples(heard[: round(len(samples) * RATE / rate)])


def trimmed(samples: Samples, margin: float = 0.015) -> Samples:
    """Return the sound without the silence around it, but for a margin in seconds, and faded."""
    heard = np.flatnonzero(np.abs(to_wave(samples)) > QUIET)
    if not len(heard):
        return samples[:0]
    room = round(margin * RATE)
    return faded(samples[max(0, heard[0] - room) : heard[-1] + room])


def faded(samples: Samples, over: float = 0.008) -> Samples:
    """Return the sound with its two ends faded, so that a cut does not click."""
    count = min(round(over * RATE), len(samples) // 2)
    slope = np.linspace(0, 1, count)
    wave = to_wave(samples)
    wave[:count] *= slope
    wave[len(wave) - count :] *= slope[::-1]
    return to_samples(wave)


def pauses(samples: Samples) -> tuple[tuple[int, int], ...]:
    """Return where each silence of `PAUSE` and more inside the sound begins and ends."""
    heard = np.flatnonzero(np.abs(to_wave(samples)) > QUIET)
    long = np.flatnonzero(np.diff(heard) >= round(PAUSE * RATE))
    return tuple((int(heard[each]) + 1, int(heard[each + 1])) for each in long)


def closed_up(samples: Samples) -> Samples:
    """Return a sentence whose pauses between the first and the last last `PAUSE`.

    The first and the last part the letter, the number and the counter; an engine that takes a
    breath within a number, after its hundreds, makes two numbers of it.
    """
    ends = [0]
    for begin, end in pauses(samples)[1:-1]:
        ends += (begin + round(PAUSE * RATE), end)
    ends.append(len(samples))
    return np.concatenate([samples[a:b] for a, b in zip(ends[::2], ends[1::2], strict=True)])


def spliced(first: Samples, second: Samples, over: float = 0.012) -> Samples:
    """Return two halves of one breath, faded into one another where their waves agree best."""
    count = round(over * RATE)
    if min(len(first), len(second)) < 3 * count:
        return np.concatenate((first, second))
    tail, head = to_wave(first), to_wave(second)
    shift = _best_shift(tail[-count:], head[: 2 * count])
    slope = np.linspace(0, 1, count)
    seam = tail[-count:] * (1 - slope) + head[shift : shift + count] * slope
    return np.concatenate((first[:-count], to_samples(seam), second[shift + count :]))


def _best_shift(tail: Wave, head: Wave) -> int:
    windows = np.lib.stride_tricks.sliding_window_view(head, len(tail))
    strengths = np.linalg.norm(windows, axis=1) + 1e-9
    return int(np.argmax(windows @ tail / strengths))
