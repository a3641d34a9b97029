import numpy as np
import pytest

from media.voice.chime import chime
from media.voice.loudness import NothingToHearError, amplified, gain_to, loudness
from media.voice.sound import (
    RATE,
    at_our_rate,
    faded,
    seconds,
    silence,
    spliced,
    to_samples,
    to_wave,
    trimmed,
)


def tone(hertz, length, strength=0.5, rate=RATE):
    return to_samples(strength * np.sin(2 * np.pi * hertz * np.arange(round(length * rate)) / rate))


def test_a_sound_keeps_its_length_and_pitch_at_our_rate():
    heard = at_our_rate(tone(440, 1, rate=16_000), 16_000)

    assert seconds(heard) == 1
    assert int(np.argmax(np.abs(np.fft.rfft(to_wave(heard))))) == 440


def test_silence_around_a_sound_is_cut_but_for_a_margin():
    padded = np.concatenate((silence(0.5), tone(300, 0.4), silence(0.7)))

    assert seconds(trimmed(padded)) == pytest.approx(0.43, abs=0.005)


def test_nothing_is_left_of_silence():
    assert len(trimmed(silence(0.5))) == 0


def test_a_faded_sound_begins_and_ends_in_silence():
    heard = faded(tone(300, 0.2, 0.9))

    assert (heard[0], heard[-1]) == (0, 0)


def test_a_splice_leaves_no_step_between_two_halves():
    first, second = tone(200, 0.3), -tone(200, 0.3)

    joined = to_wave(spliced(first, second))

    steepest = float(np.max(np.abs(np.diff(to_wave(first)))))
    assert float(np.max(np.abs(np.diff(joined)))) <= steepest * 1.2


def test_a_splice_does_not_cancel_two_opposite_waves():
    joined = to_wave(spliced(tone(200, 0.3), -tone(200, 0.3)))

    strengths = np.sqrt(np.convolve(joined**2, np.ones(480) / 480, "valid"))
    assert float(np.min(strengths)) > 0.8 * float(np.median(strengths))


def test_loudness_is_that_of_the_standards_reference():
    # BS.1770: a sine of 997 Hz at full scale in one channel reads -3.01 LUFS.
    assert loudness(tone(997, 2, 1)) == pytest.approx(-3.01, abs=0.02)


def test_one_gain_brings_a_sound_to_the_level():
    heard = tone(997, 2, 0.02)

    assert loudness(amplified(heard, gain_to(-18, heard))) == pytest.approx(-18, abs=0.05)


def test_an_amplified_sound_stays_under_the_peak():
    heard = amplified(tone(300, 0.2, 0.9), 5)

    assert 20 * np.log10(np.max(np.abs(to_wave(heard)))) == pytest.approx(-1, abs=0.01)


def test_silence_has_no_loudness():
    with pytest.raises(NothingToHearError):
        loudness(silence(1))


def test_the_chime_falls_and_does_not_click():
    heard = to_wave(chime())
    first, second = heard[: round(0.3 * RATE)], heard[round(0.35 * RATE) :]

    assert pitch(first) == pytest.approx(659, abs=4)
    assert pitch(second) == pytest.approx(523, abs=4)
    rise = int(np.argmax(np.abs(heard) > 0.9 * np.max(np.abs(heard))))
    assert rise / RATE >= 0.010


def pitch(wave):
    return float(np.argmax(np.abs(np.fft.rfft(wave))) * RATE / len(wave))
