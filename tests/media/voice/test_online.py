"""Google's voices, by the real client, from a service that has each of its faults."""

import sys
from functools import partial
from pathlib import Path

import pytest

from media.voice.engines.engine import CannotSayError
from media.voice.online import OnlineClips, fetch_from_google
from tests.media.voice.faulty_service import service

HERE = Path(__file__).with_name("google_here.py")
SOUND = bytes(range(256)) * 20


def fetch_at(server, deadline=20.0):
    process = (sys.executable, str(HERE), server.address)
    return partial(fetch_from_google, process=process, deadline=deadline)


def test_a_text_is_fetched_as_the_service_spoke_it():
    with service(SOUND, "speaks") as server:
        assert fetch_at(server)("douze,", "fr") == SOUND


@pytest.mark.parametrize(
    ("manner", "why"),
    [("refuses", "429"), ("sends_nothing", "0 bytes"), ("is_cut", "Failed to connect")],
)
def test_each_fault_of_the_service_is_told_and_no_sound_is_returned(manner, why):
    with service(SOUND, manner) as server, pytest.raises(CannotSayError, match=why):
        fetch_at(server)("douze,", "fr")


@pytest.mark.parametrize("manner", ["is_silent", "drips"])
def test_a_service_that_does_not_end_is_given_up(manner):
    with service(SOUND, manner) as server, pytest.raises(CannotSayError, match="longer than 2 s"):
        fetch_at(server, deadline=2.0)("douze,", "fr")


def test_a_service_that_is_not_there_is_told():
    with service(SOUND, "speaks") as server:
        gone = fetch_at(server)

    with pytest.raises(CannotSayError, match="Failed to connect"):
        gone("douze,", "fr")


def test_a_service_that_refuses_is_left_alone_for_longer_and_longer_and_asked_again(tmp_path):
    answers, rests = iter(["429", "429", "429", SOUND]), []

    def fetch(_text, _language):
        answer = next(answers)
        if isinstance(answer, str):
            raise CannotSayError(answer)
        return answer

    file = OnlineClips("fr", fetch, rests.append).make("n-12", "douze,", tmp_path)

    assert rests == [30, 60, 120]
    assert file.read_bytes() == SOUND
    assert [each.name for each in tmp_path.iterdir()] == ["n-12.mp3"]


def test_a_service_that_goes_on_refusing_leaves_no_file(tmp_path):
    def fetch(_text, _language):
        raise CannotSayError("429")

    with pytest.raises(CannotSayError, match="429"):
        OnlineClips("fr", fetch, lambda _: None).make("n-12", "douze,", tmp_path)

    assert list(tmp_path.iterdir()) == []
