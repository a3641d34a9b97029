"""The announcer's rules, with real voices and the virtual speaker."""

from dataclasses import replace
from threading import Event

import pytest

from display.announcer import Announcer
from display.manner import Manner
from hardware.virtual_speaker import VirtualSpeaker
from media.voice.cache import SoundCache
from media.voice.engines.pico import PicoEngine
from media.voice.voices import Voices
from tests.display.hearing import A012, B001, PATIENCE, Hall, HeldSpeaker, until
from wire.messages import EmergencyKind


@pytest.fixture
def hall(tmp_path):
    hall = Hall(VirtualSpeaker(tmp_path), tmp_path)
    yield hall
    hall.announcer.close()


@pytest.fixture
def held(tmp_path):
    hall = Hall(HeldSpeaker(tmp_path), tmp_path)
    yield hall
    hall.speaker.let_go()
    hall.announcer.close()


def test_a_call_is_spoken_and_told(hall):
    hall.announcer.announce(A012)

    until(lambda: hall.spoken == [7])
    assert hall.files() == ["0001-A012-counter-3.wav"]


def test_calls_are_spoken_one_after_the_other(held):
    held.announcer.announce(A012)
    held.announcer.announce(B001)
    until(lambda: held.speaker.begun)
    held.announcer._ahead.submit(int).result(PATIENCE)  # both are rendered now
    Event().wait(0.3)  # in which the second would begin, if it were allowed to
    assert held.speaker.begun == ["A012 counter 3"]

    held.speaker.let_go()

    until(lambda: held.spoken == [7, 8])
    assert held.speaker.overlaps == 0


def test_a_call_whose_visitor_came_before_its_turn_is_dropped(held):
    held.announcer.announce(A012)
    held.announcer.announce(B001)
    held.announcer.announce(replace(B001, seq=9, ticket="B002"))
    until(lambda: held.speaker.begun)

    held.gone.add("B001")
    held.speaker.let_go()

    until(lambda: held.spoken == [7, 9])
    assert held.speaker.begun == ["A012 counter 3", "B002 counter 1"]


def test_a_recall_takes_the_place_of_the_call_that_still_waits(held):
    held.announcer.announce(A012)
    until(lambda: held.speaker.begun)
    held.announcer.announce(B001)
    held.announcer.announce(replace(B001, seq=9, ticket="B002"))
    held.announcer.announce(replace(B001, seq=10, calls=2))

    held.speaker.let_go()

    until(lambda: held.spoken == [7, 10, 9])
    assert held.speaker.begun[1:] == ["B001 counter 1 call 2", "B002 counter 1"]


def test_a_recall_after_the_call_is_spoken_again(hall):
    hall.announcer.announce(A012)
    until(lambda: hall.spoken == [7])

    hall.announcer.announce(replace(A012, seq=9, calls=2))

    until(lambda: hall.spoken == [7, 9])


def test_a_visitor_hears_the_halls_language_and_their_own(hall):
    hall.announcer.announce(replace(A012, language="fr"))
    hall.announcer.announce(replace(A012, seq=8, ticket="A013", language="en"))

    until(lambda: hall.spoken == [7, 8])
    assert hall.seconds(1) - hall.seconds(0) > 2


def test_a_language_that_nobody_speaks_is_left_out(hall):
    hall.announcer.announce(replace(A012, language="zgh"))
    until(lambda: hall.spoken == [7])
    hall.announcer.announce(replace(A012, seq=8, calls=2))

    until(lambda: hall.spoken == [7, 8])
    assert hall.seconds(0) == hall.seconds(1)


def test_when_many_wait_each_is_called_in_one_language(tmp_path):
    hall = Hall(HeldSpeaker(tmp_path), tmp_path, languages=("fr", "en"))
    for number in range(6):
        hall.announcer.announce(replace(A012, seq=number + 1, ticket=f"A{number:03}"))

    hall.speaker.let_go()

    until(lambda: hall.spoken == [1, 2, 3, 4, 5, 6])
    hall.announcer.close()
    assert hall.seconds(1) < 6 < hall.seconds(5)


def test_a_failing_speaker_does_not_stop_the_next_call(hall, capsys):
    hall.speaker.break_down("unplugged")
    hall.announcer.announce(A012)
    until(lambda: "call_not_spoken" in capsys.readouterr().out)
    hall.speaker.repair()

    hall.announcer.announce(B001)

    until(lambda: hall.spoken == [8])


def test_a_ticket_that_cannot_be_said_chimes_and_is_not_told_as_spoken(hall):
    hall.announcer.announce(replace(A012, ticket="?"))
    hall.announcer.announce(B001)

    until(lambda: hall.spoken == [8])
    assert hall.seconds(0) == pytest.approx(1.92, abs=0.01)


def test_a_failing_board_does_not_stop_the_next_call(tmp_path):
    spoken = []

    def is_current(call):
        if call.ticket == "A012":
            raise RuntimeError("no board")
        return True

    announcer = Announcer(
        VirtualSpeaker(tmp_path),
        Voices((PicoEngine(),), SoundCache()),
        is_current,
        spoken.append,
        Manner(("fr",)),
    )
    announcer.announce(A012)
    announcer.announce(B001)

    until(lambda: spoken == [8])
    announcer.close()


def test_a_prepared_call_is_rendered_before_it_is_called(tmp_path):
    cache = SoundCache(tmp_path / "cache")
    announcer = Announcer(
        VirtualSpeaker(tmp_path),
        Voices((PicoEngine(),), cache),
        lambda _: True,
        print,
        Manner(("fr",)),
    )

    announcer.prepare("A012", 3)

    until(lambda: len(list((tmp_path / "cache").glob("*.wav"))) == 1)
    announcer.close()


def test_a_closed_announcer_says_nothing_more(hall):
    hall.announcer.close()

    hall.announcer.announce(A012)

    assert hall.files() == []
    assert not hall.announcer._thread.is_alive()


def test_in_an_emergency_calls_fall_silent_at_once_and_were_not_heard(tmp_path):
    ended: list[int] = []
    hall = Hall(VirtualSpeaker(tmp_path, is_real_time=True), tmp_path, on_ended=ended.append)
    hall.announcer.announce(A012)
    hall.announcer.announce(B001)
    until(hall.files)

    hall.announcer.alarm((EmergencyKind.SECURITY,))
    until(lambda: ended == [7])
    until(lambda: len(hall.files()) == 2)
    hall.announcer.announce(replace(A012, seq=9))
    hall.announcer.alarm(())
    until(lambda: len(hall.files()) == 3)

    assert hall.spoken == []
    hall.announcer.close()
    assert [name[5:] for name in hall.files()] == [
        "A012-counter-3.wav",
        "security.wav",
        "A012-counter-3.wav",
    ]


def test_each_turn_is_told_to_be_over_also_that_of_a_dropped_call(tmp_path):
    ended: list[int] = []
    hall = Hall(VirtualSpeaker(tmp_path), tmp_path, on_ended=ended.append)
    hall.gone.add("A012")
    hall.announcer.announce(A012)
    hall.announcer.announce(B001)

    until(lambda: ended == [7, 8])
    assert hall.spoken == [8]
    hall.announcer.close()
