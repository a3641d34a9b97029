"""Random calls, as a hall hears them; `make voices` judges a thousand of each language."""

import random

import numpy as np
import pytest

from media.voice.announcement import sentence
from media.voice.judging import judged, told_by
from media.voice.sound import RATE, closed_up, pauses, silence, to_samples
from media.voice.voices import open_voices

CALLS = 8


def random_calls(seed, count):
    chance = random.Random(seed)
    for _ in range(count):
        letter = chance.choice("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        yield f"{letter}{chance.randrange(1000):03}", chance.randrange(1, 61)


@pytest.fixture(scope="module")
def voices(demo_voices, read_clip):
    return open_voices(read_clip, clips=demo_voices)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_random_calls_have_their_words_and_level_and_no_holes(voices, language):
    calls = list(random_calls(5, CALLS))
    parts = [sentence(*call, language) for call in calls]

    found = [judged(call, part, voices.say(part)) for call, part in zip(calls, parts, strict=True)]

    assert [each for each in found if not each.is_right] == []


def test_the_clips_of_a_call_tell_its_ticket_and_counter():
    for call in random_calls(6, 300):
        part = sentence(*call, "ar")
        assert told_by((*part.ticket.clips, *part.counter.clips)) == call


def test_clips_in_another_order_call_nobody():
    with pytest.raises(ValueError, match="no call"):
        told_by(("ticket-A", "after-45", "hundred-1", "counter-7"))


def test_a_hole_a_shout_and_a_whisper_are_found(voices):
    call = ("A145", 7)
    part = sentence(*call, "fr")
    said = voices.say(part)
    words = to_samples(np.random.default_rng(1).normal(0, 0.1, 9_600))

    torn = np.concatenate((words, silence(0.3), words, silence(0.5), words, silence(0.6), words))
    assert judged(call, part, torn).longest == pytest.approx(0.5, abs=0.01)
    assert not judged(call, part, (said / 2).astype(np.int16)).is_right
    assert not judged(call, part, np.clip(said * 3.0, -32_767, 32_767).astype(np.int16)).is_right
    assert not judged(("A146", 7), part, said).is_right


def test_a_breath_within_a_number_is_closed_up_and_the_rests_around_it_stay():
    words = to_samples(np.random.default_rng(1).normal(0, 0.1, 9_600))
    said = np.concatenate(
        (silence(1), words, silence(0.4), words, silence(0.3), words, silence(0.6), words)
    )

    rests = [(end - begin) / RATE for begin, end in pauses(closed_up(said))]

    assert rests == pytest.approx([0.4, 0.15, 0.6], abs=0.005)
