"""How a screen speaks: its hours, its counters, how often; and what it says in an emergency."""

from dataclasses import replace

import pytest

from display.announcer import Manner
from hardware.virtual_speaker import VirtualSpeaker
from media.voice.announcement import announcement
from media.voice.cache import SoundCache
from media.voice.chime import chime
from media.voice.engines.pico import PicoEngine
from media.voice.orders import orders
from media.voice.sound import seconds
from media.voice.voices import Voices
from tests.display.hearing import A012, B001, Hall, HeldSpeaker, until
from wire.messages import EmergencyKind

EVACUATION, SECURITY = EmergencyKind.EVACUATION, EmergencyKind.SECURITY


@pytest.fixture
def hall_with(tmp_path):
    halls = []

    def make(speaker=None, **manner):
        halls.append(Hall(speaker or VirtualSpeaker(tmp_path), tmp_path, **manner))
        return halls[-1]

    yield make
    for hall in halls:
        hall.announcer.close()


def names(hall):
    return [file[5:].removesuffix(".wav") for file in hall.files()]


def test_a_call_is_said_again_behind_the_others_and_told_once(hall_with, tmp_path):
    speaker, ended = HeldSpeaker(tmp_path), []
    hall = hall_with(speaker, times=2, on_ended=ended.append)
    hall.announcer.announce(A012)
    hall.announcer.announce(B001)

    speaker.let_go()

    until(lambda: len(ended) == 2)
    assert speaker.begun == ["A012 counter 3", "B001 counter 1"] * 2
    assert (hall.spoken, ended) == ([7, 8], [7, 8])


def test_whoever_has_come_is_not_called_again(hall_with, tmp_path):
    speaker, ended = HeldSpeaker(tmp_path), []
    hall = hall_with(speaker, times=3, on_ended=ended.append)
    hall.announcer.announce(A012)
    until(lambda: speaker.begun)

    hall.gone.add("A012")
    speaker.let_go()

    until(lambda: ended == [7])
    assert speaker.begun == ["A012 counter 3"]


def test_a_loudspeaker_calls_to_its_own_counters(hall_with):
    ended = []
    hall = hall_with(counters=frozenset({1}), on_ended=ended.append)

    hall.announcer.announce(A012)
    hall.announcer.announce(B001)

    until(lambda: ended == [7, 8])
    assert names(hall) == ["B001-counter-1"]


def test_the_voice_is_as_loud_as_the_hour_allows(hall_with, tmp_path):
    volumes = iter([1.0, 0.5, 0.0])
    ended = []
    hall = hall_with(volume=lambda: next(volumes), on_ended=ended.append)

    for seq in (7, 8, 9):
        hall.announcer.announce(replace(A012, seq=seq))
        until(lambda seq=seq: ended[-1:] == [seq])

    assert len(hall.files()) == 2
    assert hall.spoken == [7, 8]
    full, half = (hall.highest(number) for number in (0, 1))
    assert half == pytest.approx(full / 2, abs=2)


def test_calls_that_follow_one_another_in_a_crowd_share_a_chime(hall_with, tmp_path):
    speaker = HeldSpeaker(tmp_path)
    hall = hall_with(speaker, languages=("fr", "en"))
    for number in range(6):
        hall.announcer.announce(replace(A012, seq=number, ticket=f"A01{number}"))

    speaker.let_go()

    until(lambda: len(hall.spoken) == 6)
    # Behind the second, more than 20 seconds wait: one language, and no chime.
    told = announcement("A011", 3, ("fr",))
    alone = Voices((PicoEngine(),), SoundCache()).words(told)
    assert hall.seconds(1) == pytest.approx(seconds(alone.samples) + 0.35, abs=0.05)
    assert hall.seconds(5) > hall.seconds(1) + seconds(chime())


def test_an_order_is_said_until_the_emergency_is_lifted_then_calls_again(hall_with):
    hall = hall_with(between_orders=0.05, volume=lambda: 0.0)

    hall.announcer.alarm((EVACUATION,))
    until(lambda: len(hall.files()) >= 3)
    hall.announcer.alarm((SECURITY, EVACUATION))
    until(lambda: names(hall)[-1] == "security")
    hall.announcer.alarm(())

    assert set(names(hall)) == {"evacuation", "security"}
    assert hall.spoken == []


def test_a_broken_loudspeaker_is_tried_again_with_the_order(hall_with, capsys):
    hall = hall_with(between_orders=0.05)
    hall.speaker.break_down("unplugged")
    hall.announcer.alarm((EVACUATION,))
    until(lambda: "order_not_spoken" in capsys.readouterr().out)

    hall.speaker.repair()

    until(hall.files)
    assert set(names(hall)) == {"evacuation"}


def test_the_order_is_said_in_every_language_that_can_be_read():
    voices = Voices((PicoEngine(),), SoundCache())

    rendering = voices.proclaim(orders(EVACUATION))

    assert rendering.spoken == ("fr", "en")
    assert 7 < seconds(rendering.samples) < 16


def test_a_manner_without_counters_is_near_to_all():
    assert Manner().is_near(60)
