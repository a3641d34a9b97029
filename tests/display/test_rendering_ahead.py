"""Announcements are rendered ahead; what fails then is told once, and stops nothing."""

from dataclasses import replace
from threading import Event, current_thread

import pytest

from hardware.virtual_speaker import VirtualSpeaker
from media.voice.cache import SoundCache
from media.voice.engines.pico import PicoEngine
from media.voice.voices import Voices
from tests.display.hearing import A012, B001, PATIENCE, Hall, until


class BrokenAheadVoices(Voices):
    """Voices that fail while they render ahead."""

    def render(self, announcement, **manner):
        if current_thread().name.startswith("rendering"):
            raise OSError("disk full")
        return super().render(announcement, **manner)


class SlowVoices(Voices):
    """Voices whose sounds, asked for at a call's turn, are ready when the test says so."""

    def __init__(self, *parts):
        super().__init__(*parts)
        self.asked, self.ready = Event(), Event()

    def render(self, announcement, **manner):
        if current_thread().name == "announcer":
            self.asked.set()
            self.ready.wait(PATIENCE)
        return super().render(announcement, **manner)


@pytest.fixture
def hall_with(tmp_path):
    halls = []

    def make(voices):
        built = voices((PicoEngine(),), SoundCache())
        halls.append(Hall(VirtualSpeaker(tmp_path), tmp_path, voices=built))
        return halls[-1], built

    yield make
    for hall in halls:
        hall.announcer.close()


def test_a_call_that_could_not_be_rendered_ahead_is_told_once_and_spoken(hall_with, capsys):
    hall, _ = hall_with(BrokenAheadVoices)

    hall.announcer.announce(A012)

    until(lambda: hall.spoken == [7])
    hall.announcer._ahead.submit(int).result(PATIENCE)  # all before it is over
    told = capsys.readouterr().out
    assert (told.count("not_rendered_ahead"), told.count("OSError: disk full")) == (1, 1)


def test_a_preparation_that_fails_is_told_once_and_the_next_call_is_spoken(hall_with, capsys):
    hall, _ = hall_with(BrokenAheadVoices)

    hall.announcer.prepare("A001", 1)
    hall.announcer._ahead.submit(int).result(PATIENCE)

    assert capsys.readouterr().out.count("not_rendered_ahead") == 1
    hall.announcer.announce(B001)
    until(lambda: hall.spoken == [8])


def test_a_ticket_that_cannot_be_said_is_told_once(hall_with, capsys):
    hall, _ = hall_with(Voices)

    hall.announcer.announce(replace(A012, ticket="?"))
    hall.announcer.announce(B001)

    until(lambda: hall.spoken == [8])
    hall.announcer._ahead.submit(int).result(PATIENCE)
    assert capsys.readouterr().out.count("ticket_not_spoken") == 1


def test_a_call_whose_visitor_came_while_it_was_rendered_is_dropped(hall_with):
    hall, voices = hall_with(SlowVoices)
    hall.announcer.announce(A012)
    assert voices.asked.wait(PATIENCE)

    hall.gone.add("A012")
    voices.ready.set()
    hall.announcer.announce(B001)

    until(lambda: hall.spoken)
    assert hall.spoken == [8]
    assert hall.files() == ["0001-B001-counter-1.wav"]
