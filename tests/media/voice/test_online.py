import tomllib

import pytest

from media.voice.clip import all_clips
from media.voice.online import Breaker, OnlineVoiceError, fill


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


class Service:
    """An online voice that answers so many times, then does not."""

    def __init__(self, answers=1000, sound=b"ID3"):
        self.asked = []
        self._answers = answers
        self._sound = sound

    def __call__(self, text, language):
        self.asked.append(text)
        if len(self.asked) > self._answers:
            raise OnlineVoiceError("429 Too Many Requests")
        return self._sound


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def breaker(clock):
    return Breaker(clock)


def test_a_bank_is_filled_whole(tmp_path, breaker):
    filling = fill(tmp_path, "fr", Service(), breaker)

    assert filling.made == 303
    assert filling.missing == ()
    assert {file.stem for file in tmp_path.glob("*.mp3")} == all_clips()
    assert tomllib.loads((tmp_path / "manifest.toml").read_text())["language"] == "fr"


def test_a_service_that_refuses_stops_the_chore_and_leaves_what_was_made(tmp_path, breaker):
    filling = fill(tmp_path, "fr", Service(answers=5), breaker)

    assert (filling.made, filling.why) == (5, "429 Too Many Requests")
    assert len(filling.missing) == 298


def test_the_chore_goes_on_where_it_stopped(tmp_path, breaker, clock):
    fill(tmp_path, "fr", Service(answers=5), breaker)
    clock.now = 31

    service = Service()
    filling = fill(tmp_path, "fr", service, breaker)

    assert len(service.asked) == 298
    assert filling.missing == ()


def test_a_failing_service_is_left_alone_for_longer_and_longer(tmp_path, breaker, clock):
    service = Service(answers=0)

    fill(tmp_path, "fr", service, breaker)
    fill(tmp_path, "fr", service, breaker)
    clock.now = 31
    fill(tmp_path, "fr", service, breaker)
    clock.now = 31 + 59
    fill(tmp_path, "fr", service, breaker)

    assert len(service.asked) == 2


def test_an_empty_answer_leaves_no_file(tmp_path, breaker):
    filling = fill(tmp_path, "fr", Service(sound=b""), breaker)

    assert filling.why == "no sound was sent"
    assert [file.name for file in tmp_path.iterdir()] == ["manifest.toml"]
