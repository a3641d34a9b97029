"""Texts are said one after the other, until something newer cuts them."""

import time

import numpy as np
import pytest

from hardware.virtual_speaker import VirtualSpeaker
from kiosk.speech.narrator import Narrator
from media.voice.engines.engine import CannotSayError
from media.voice.prose import Prose
from media.voice.sound import RATE

PATIENCE = 10


def texts(*every):
    return tuple(Prose("en", each) for each in every)


def tone(prose):
    if prose.text == "unspeakable":
        raise CannotSayError(prose.text)
    return np.full(RATE // 10, 9000, np.int16)


def until(is_so):
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "the condition did not come true"
        time.sleep(0.01)


def heard(folder):
    return [each.stem.partition("-")[2] for each in sorted(folder.glob("*.wav"))]


@pytest.fixture
def narrator(tmp_path):
    narrator = Narrator(VirtualSpeaker(tmp_path), tone, lambda: 1.0)
    narrator.start()
    yield narrator
    narrator.close()


def test_texts_are_said_in_their_order(narrator, tmp_path):
    narrator.say(texts("one", "two", "three"))
    until(lambda: not narrator.is_speaking)
    assert heard(tmp_path) == ["one", "two", "three"]


def test_news_wait_until_the_rest_is_said(tmp_path):
    speaker = VirtualSpeaker(tmp_path, is_real_time=True)
    narrator = Narrator(speaker, tone, lambda: 1.0)
    narrator.start()
    narrator.say(texts("your number", "A001"))
    narrator.add(texts("take your ticket"))
    until(lambda: not narrator.is_speaking)
    assert heard(tmp_path) == ["your-number", "A001", "take-your-ticket"]
    narrator.close()


def test_a_chime_comes_before_the_texts(narrator, tmp_path):
    narrator.say(texts("one"), after_chime=True)
    until(lambda: not narrator.is_speaking)
    assert heard(tmp_path) == ["chime", "one"]


def test_what_cannot_be_said_stops_nothing(narrator, tmp_path):
    narrator.say(texts("one", "unspeakable", "three"))
    until(lambda: not narrator.is_speaking)
    assert heard(tmp_path) == ["one", "three"]


def test_a_speaker_that_fails_stops_nothing(tmp_path):
    speaker = VirtualSpeaker(tmp_path)
    speaker.break_down("unplugged")
    narrator = Narrator(speaker, tone, lambda: 1.0)
    narrator.start()
    narrator.say(texts("lost"))
    until(lambda: not narrator.is_speaking)
    speaker.repair()
    narrator.say(texts("heard"))
    until(lambda: heard(tmp_path) == ["heard"])
    narrator.close()


def test_what_is_new_cuts_what_is_being_said(tmp_path):
    speaker = VirtualSpeaker(tmp_path, is_real_time=True)
    narrator = Narrator(speaker, lambda _: np.full(60 * RATE, 9000, np.int16), lambda: 1.0)
    narrator.start()
    narrator.say(texts("a minute long", "never"))
    until(lambda: heard(tmp_path) == ["a-minute-long"])
    began = time.monotonic()
    assert narrator.hush()
    until(lambda: not narrator.is_speaking)
    assert time.monotonic() - began < PATIENCE
    assert heard(tmp_path) == ["a-minute-long"]
    assert not narrator.hush()
    narrator.close()


def test_it_may_be_closed_before_it_began_and_twice(tmp_path):
    narrator = Narrator(VirtualSpeaker(tmp_path), tone, lambda: 1.0)
    narrator.close()
    narrator.close()
