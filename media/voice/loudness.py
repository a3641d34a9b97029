"""How loud a voice is, after ITU-R BS.1770-4, and the gain that brings it to the hall's level.

R128's -23 LUFS is for broadcast; a hall's amplifier sets the level, so what matters here
is that every voice has the same one.
"""

import numpy as np

from media.voice.sound import RATE, Samples, Wave, to_samples, to_wave

SPEECH = -18.0
"""The loudness of every voice, in LUFS."""

CHIME = -20.0
PEAK = 10 ** (-1 / 20)
"""No sound rises above 1 dB under the full scale, between its samples either (dBTP)."""

SWAY = 0.5
"""Decibels by which one sentence of a voice may be louder or softer than its level."""

_BETWEEN = 4
"""Points at which the wave is known for each sample, as in BS.1770-4, annex 2."""

_SHELF = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (-1.69065929318241, 0.73248077421585),
)
_HIGH_PASS = ((1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
_BLOCK = round(0.4 * RATE)
_STEP = _BLOCK // 4


class NothingToHearError(ValueError):
    """The sound is silent: it has no loudness."""


def loudness(samples: Samples) -> float:
    """Return the gated loudness in LUFS, or raise `NothingToHearError`."""
    powers = _block_powers(_weighted(to_wave(samples)))
    audible = powers[_lufs(powers) > -70]
    if not len(audible):
        raise NothingToHearError("silent")
    gate = _lufs(np.array(audible.mean())) - 10
    return float(_lufs(np.array(audible[_lufs(audible) > gate].mean())))


def gain_to(level: float, samples: Samples) -> float:
    """Return the factor that brings this sound to the level, or raise `NothingToHearError`."""
    return float(10 ** ((level - loudness(samples)) / 20))


def amplified(samples: Samples, gain: float) -> Samples:
    """Return the sound made louder or softer, held under the peak."""
    highest = true_peak(samples) * gain
    return to_samples(to_wave(samples) * (gain * min(1.0, PEAK / max(highest, 1e-9))))


def levelled(samples: Samples, gain: float) -> Samples:
    """Return a sentence amplified by its voice's one gain, and brought near the level after it.

    Raises `NothingToHearError`.
    """
    off = loudness(samples) + 20 * np.log10(gain) - SPEECH
    beyond = off - np.clip(off, -SWAY, SWAY)
    return amplified(samples, gain * float(10 ** (-beyond / 20)))


def true_peak(samples: Samples) -> float:
    """Return the height of the wave, also between its samples; 1 is the full scale."""
    # Whole tenths of a second are quick to transform, whatever the length.
    wave = np.pad(to_wave(samples), (0, -len(samples) % (RATE // 10)))
    if not len(wave):
        return 0.0
    room = np.zeros(_BETWEEN * len(wave) // 2 + 1, np.complex128)
    room[: len(wave) // 2 + 1] = np.fft.rfft(wave)
    return float(np.max(np.abs(np.fft.irfft(room)))) * _BETWEEN


def _lufs(powers: Wave) -> Wave:
    return -0.691 + 10 * np.log10(np.maximum(powers, 1e-12))


def _block_powers(wave: Wave) -> Wave:
    if len(wave) < _BLOCK:
        wave = np.pad(wave, (0, _BLOCK - len(wave)))
    windows = np.lib.stride_tricks.sliding_window_view(wave, _BLOCK)[::_STEP]
    powers: Wave = np.mean(windows**2, axis=1)
    return powers


def _weighted(wave: Wave) -> Wave:
    # The standard's two filters, applied to the spectrum: numpy has no recursive filter. Beyond
    # the sound is room for them to fade, and the whole is tenths of a second: quick to transform.
    size = len(wave) + _BLOCK
    size += -size % (RATE // 10)
    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    response = np.ones_like(turn)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polyval(above[::-1], turn) / np.polyval((*below[::-1], 1.0), turn)
    weighted: Wave = np.fft.irfft(np.fft.rfft(wave, size) * response, size)[: len(wave)]
    return weighted
