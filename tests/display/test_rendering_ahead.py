"""Announcements are rendered ahead; what fails then is told once, and stops nothing."""

import wave
from dataclasses import replace
from threading import Event, current_thread

import pytest

from hardware.virtual_speaker import VirtualSpeaker
from media.voice.announcement import announcement
from media.voice.cache import SoundCache
from media.voice.engines.pico import PicoEngine
from media.voice.sound import seconds
from media.voice.voices import Voices
from tests.display.hearing import A012, B001, PATIENCE, Hall, until


class BrokenAheadVoices(Voices):
    """Voices that fail while they render ahead."""

    def words(self, announcement):
        if current_thread().name.startswith("rendering"):
            raise OSError("disk full")
        return super().words(announcement)


class SlowVoices(Voices):
    """Voices whose sounds, asked for at a call's turn, are ready when the test says so."""

    def __init__(self, *parts):
        super().__init__(*parts)
        self.asked, self.ready = Event(), Event()

    def words(self, announcement):
        if current_thread().name == "announcer":
            self.asked.set()
            self.ready.wait(PATIENCE)
        return super().words(announcement)


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


def test_the_chime_does_not_wait_for_the_words(tmp_path):
    class Noted(VirtualSpeaker):
        """Says what it was given to be heard at once."""

        def play(self, sound, name, then=()):
            self.at_once = sound
            super().play(sound, name, then)

    voices = SlowVoices((PicoEngine(),), SoundCache())
    hall = Hall(Noted(tmp_path), tmp_path, voices=voices)
    hall.announcer.announce(A012)

    assert voices.asked.wait(PATIENCE)
    chime = voices.opening().astype("<i2").tobytes()
    assert hall.speaker.at_once.samples == chime
    voices.ready.set()
    until(lambda: hall.spoken == [7])
    hall.announcer.close()


def test_a_call_is_heard_as_one_whole(hall_with, tmp_path):
    hall, voices = hall_with(Voices)

    hall.announcer.announce(A012)

    until(lambda: hall.spoken == [7])
    whole = voices.render(announcement("A012", 3, ("fr",)))
    with wave.open(str(tmp_path / hall.files()[0])) as file:
        assert file.readframes(file.getnframes()) == whole.samples.astype("<i2").tobytes()


def test_a_call_whose_visitor_comes_during_the_chime_is_said_no_more(hall_with):
    hall, voices = hall_with(SlowVoices)
    hall.announcer.announce(A012)
    assert voices.asked.wait(PATIENCE)

    hall.gone.add("A012")
    voices.ready.set()
    hall.announcer.announce(B001)

    until(lambda: hall.spoken)
    assert hall.spoken == [8]
    assert hall.files() == ["0001-A012-counter-3.wav", "0002-B001-counter-1.wav"]
    assert hall.seconds(0) == pytest.approx(seconds(voices.opening()), abs=0.001)
