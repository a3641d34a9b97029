"""How loud the voice is, and was."""

from math import log10

from kiosk.speech.volume import STEPS, Volume


def gains():
    volume = Volume()
    for _ in range(STEPS):
        volume.softer()
    for _ in range(STEPS):
        yield 20 * log10(volume.gain)
        volume.louder()


def test_the_steps_span_eighteen_decibels_with_one_of_twelve_above_the_lowest():
    assert [round(each) for each in gains()] == [-18, -12, -6, 0]


def test_it_never_falls_silent_and_never_exceeds_full_loudness():
    volume = Volume()
    for _ in range(9):
        volume.softer()
    assert volume.step == 1
    for _ in range(9):
        volume.louder()
    assert volume.step == STEPS


def test_for_the_next_visitor_it_is_as_it_was():
    volume, usual = Volume(), Volume().step
    volume.louder()
    volume.reset()
    assert volume.step == usual
