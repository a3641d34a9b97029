from threading import Thread
from time import monotonic

import pytest

from hardware.audio import _Playing
from hardware.devices import open_speaker
from hardware.ports import DeviceError, Pcm


@pytest.fixture
def card():
    card = open_speaker("sound:none")
    yield card
    card.close()


@pytest.fixture
def taken(monkeypatch):
    """What the card took, piece by piece."""
    pieces = []
    give = _Playing.next

    def keep(playing, wanted):
        pieces.append(give(playing, wanted))
        return pieces[-1]

    monkeypatch.setattr(_Playing, "next", keep)
    return pieces


def test_the_sound_card_returns_by_itself_when_it_took_the_whole_sound(card, taken):
    sound = b"\1\2" * 9_600

    card.play(Pcm(sound, 48_000), "a fifth of a second")

    assert b"".join(taken)[: len(sound)] == sound


def test_the_sound_card_takes_sound_of_another_rate_in_its_own(card, taken):
    card.play(Pcm(b"\1\2" * 3_200, 16_000), "a fifth of a second")

    assert len(b"".join(taken).rstrip(b"\0")) / 2 == pytest.approx(9_600, abs=48)


def test_what_follows_a_sound_is_taken_right_after_it(card, taken):
    first, second = b"\1\2" * 4_800, b"\3\4" * 4_800

    card.play(Pcm(first, 48_000), "a fifth of a second", iter((Pcm(second, 48_000),)))

    assert b"".join(taken)[: 2 * len(first)] == first + second


def test_a_sound_waits_in_silence_for_what_follows():
    playing = _Playing(tail=2)
    playing.add(b"\1\2")
    before = playing.next(4)
    playing.add(b"\3\4")
    playing.end()

    assert (before, playing.next(4), playing.over.is_set()) == (b"\1\2\0\0", b"\3\4\0\0", True)


def test_a_sound_is_over_when_the_cards_own_buffer_is_played_too():
    playing = _Playing(tail=4)
    playing.add(b"\1\2" * 3)
    playing.end()
    pieces = []
    while not playing.over.is_set():
        pieces.append(playing.next(4))

    assert pieces == [b"\1\2\1\2", b"\1\2\0\0", b"\0\0\0\0"]


def test_the_sound_card_can_be_silenced(card):
    playing = Thread(target=card.play, args=(Pcm(bytes(96_000 * 60), 48_000), "a minute"))
    playing.start()
    deadline = monotonic() + 5
    while playing.is_alive() and monotonic() < deadline:
        card.stop()
        playing.join(0.01)

    assert not playing.is_alive()


def test_a_machine_without_a_sound_card_says_so_at_each_sound(monkeypatch, tmp_path):
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
    monkeypatch.setenv("ALSA_CONFIG_PATH", f"{tmp_path}/none")
    card = open_speaker("sound:")

    for _ in range(2):
        with pytest.raises(DeviceError, match="no sound card"):
            card.play(Pcm(bytes(4_800), 48_000), "a moment")
