"""The hall's chime: two falling notes that say "listen" before the words."""

import numpy as np

from media.voice.loudness import CHIME, amplified, gain_to
from media.voice.sound import RATE, Samples, Wave, to_samples

NOTES = (659.26, 523.25)
"""E and C, in hertz: a falling third."""

APART = 0.32
"""Seconds from one note to the next."""

RINGING = 0.85
"""Seconds that a note rings."""

ATTACK = 0.015
"""Seconds in which a note rises: faster ones click in a loudspeaker."""

_PARTIALS = ((1, 1.0), (2, 0.35), (3, 0.12))


def chime() -> Samples:
    """Return the chime: 1.17 seconds, at its own level."""
    wave = np.zeros(round((APART + RINGING) * RATE))
    for place, note in enumerate(NOTES):
        start = round(place * APART * RATE)
        rung = _note(note)
        wave[start : start + len(rung)] += rung
    sound = to_samples(wave / 4)
    return amplified(sound, gain_to(CHIME, sound))


def _note(hertz: float) -> Wave:
    time = np.arange(round(RINGING * RATE)) / RATE
    tone = sum(share * np.sin(2 * np.pi * hertz * partial * time) for partial, share in _PARTIALS)
    rise = np.minimum(1, time / ATTACK)
    fall = np.exp(-5 * time) * np.minimum(1, (RINGING - time) / 0.05)
    rung: Wave = tone * rise * fall
    return rung
