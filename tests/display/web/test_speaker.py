"""A browser's loudspeaker: a page plays, and says so."""

from threading import Thread

import pytest

from display.web import speaker as module
from display.web.speaker import NOBODY, BrowserSpeaker
from hardware.ports import DeviceError, Pcm

SOUND = Pcm(b"\0\0" * 480, 48_000)


def answered(speaker, glass, answer):
    """Let a page answer as soon as it is told to play."""

    def page():
        shown = glass.now
        while shown.sound is None:
            shown = glass.after(shown.number) or glass.now
        answer(shown.sound.number)

    Thread(target=page, daemon=True).start()


def test_it_plays_until_a_page_has_heard_it_to_its_end(glass):
    speaker, heard = BrowserSpeaker(glass), []
    answered(speaker, glass, lambda number: (heard.append(number), speaker.heard(number, "")))
    speaker.play(SOUND, "A012")
    assert (heard, glass.now.sound) == ([1], None)


def test_what_follows_is_played_after_it(glass):
    speaker, heard = BrowserSpeaker(glass), []

    def first(number):
        heard.append(number)
        speaker.heard(number, "")

    def words():
        answered(speaker, glass, first)
        yield SOUND

    answered(speaker, glass, first)
    speaker.play(SOUND, "A012", words())
    assert (heard, glass.now.sound) == ([1, 2], None)


def test_what_the_browser_does_not_let_out_is_a_fault_with_its_reason(glass):
    speaker = BrowserSpeaker(glass)
    answered(speaker, glass, lambda number: speaker.heard(number, "NotAllowedError"))
    with pytest.raises(DeviceError, match="NotAllowedError"):
        speaker.play(SOUND, "A012")


def test_where_no_page_answers_nothing_was_heard(glass, monkeypatch):
    monkeypatch.setattr(module, "SLACK", 0.05)
    with pytest.raises(DeviceError, match=NOBODY):
        BrowserSpeaker(glass).play(SOUND, "A012")
    assert glass.now.sound is None


def test_an_answer_to_an_earlier_sound_counts_for_nothing(glass, monkeypatch):
    monkeypatch.setattr(module, "SLACK", 0.05)
    speaker = BrowserSpeaker(glass)
    answered(speaker, glass, lambda number: speaker.heard(number - 1, ""))
    with pytest.raises(DeviceError, match=NOBODY):
        speaker.play(SOUND, "A012")


def test_silence_is_at_once(glass):
    speaker = BrowserSpeaker(glass)
    answered(speaker, glass, lambda _: speaker.stop())
    speaker.play(Pcm(SOUND.samples * 6000, 48_000), "a minute")
    assert glass.now.sound is None
