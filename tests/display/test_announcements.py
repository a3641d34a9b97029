"""What the whole hall is told, from the board to the stage and the voice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from display.page import Kind
from display.pages import PageMaker
from display.told import Told
from hardware.virtual_speaker import VirtualSpeaker
from media.texts import Texts
from media.voice.announced import announced
from media.voice.cache import SoundCache
from media.voice.engines.pico import PicoEngine
from media.voice.voices import Voices
from tests.display.builders import AT, board, call, demo_pack, everything_fits, row
from tests.display.hearing import A012, Hall, HeldSpeaker, until
from wire.messages import LANGUAGES, Announcement, AnnouncementKind, Emergency, EmergencyKind

CLOSING = Announcement(
    AnnouncementKind.CLOSING_SOON, AT, AT + timedelta(minutes=2), None, minutes=10
)
PAUSED = Announcement(
    AnnouncementKind.SERVICE_PAUSED, AT, AT + timedelta(minutes=5), "legalisation"
)
SAID = ("closing_soon-all", ("ar", "fr", "en"))
HUSHED = ("", ())


def telling(seq, *those, rows=(), at=AT):
    return replace(board(seq, *rows, at=at), announcements=those)


# -- On the stage --


def test_it_is_shown_and_said_once(wall, presenter):
    presenter.on_board(telling(4, CLOSING), 1.0)
    assert (wall.scene.page.kind, wall.scene.page.title) == (
        Kind.ANNOUNCEMENT,
        "تغلق القاعة بعد 10 دقائق",
    )
    presenter.on_board(telling(5, CLOSING), 3.0)
    presenter.tick(60.0)

    assert wall.scene.page.kind is not Kind.ANNOUNCEMENT
    assert wall.notices == [HUSHED, SAID, HUSHED]


def test_a_call_goes_before_it_and_it_begins_again_afterwards(wall, presenter):
    presenter.on_board(telling(4, CLOSING, rows=[row()]), 1.0)
    presenter.on_call(call(4), 2.0)
    assert (wall.large, wall.scene.page, wall.notices[-1]) == ("A012", None, HUSHED)

    presenter.on_call_ended(4, 12.0)
    presenter.tick(40.0)

    assert (wall.scene.page.kind, wall.notices[-1]) == (Kind.ANNOUNCEMENT, SAID)


def test_what_is_true_no_more_is_cut_off(wall, presenter):
    presenter.on_board(telling(4, PAUSED), 1.0)
    presenter.on_board(telling(5), 2.0)

    assert wall.scene.page.kind is not Kind.ANNOUNCEMENT
    assert wall.notices[-1] == HUSHED


def test_what_is_out_of_date_meanwhile_is_said_to_its_end(wall, presenter):
    presenter.on_board(telling(4, CLOSING), 1.0)
    presenter.on_board(telling(5, at=CLOSING.until), 2.0)

    assert wall.scene.page.kind is Kind.ANNOUNCEMENT


def test_what_waited_until_it_was_out_of_date_is_not_said(wall, presenter):
    presenter.on_board(telling(4, CLOSING, rows=[row()]), 1.0)
    presenter.on_call(call(4), 1.0)
    presenter.on_call_ended(4, 5.0)
    presenter.on_board(telling(5, rows=[row()]), 130.0)

    assert wall.notices == [HUSHED, SAID, HUSHED]


def test_what_is_announced_anew_is_said_anew(wall, presenter):
    presenter.on_board(telling(4, CLOSING), 1.0)
    presenter.tick(60.0)
    presenter.on_board(telling(5, replace(CLOSING, at=AT + timedelta(minutes=1))), 61.0)

    assert wall.notices[-1] == SAID


def test_in_an_emergency_nothing_else_is_told(wall, presenter):
    presenter.on_board(telling(4, CLOSING), 1.0)
    fire = Emergency(EmergencyKind.EVACUATION, AT)
    presenter.on_board(replace(telling(5, CLOSING), emergencies=(fire,)), 2.0)

    assert (wall.scene.page, wall.notices[-1]) == (None, HUSHED)


# -- In words --


def told(*languages):
    return Told(PageMaker(languages, everything_fits), Texts(), demo_pack())


def pages(made, *languages):
    screen = told(*languages)
    (asked,) = screen.news(telling(4, made), 0.0)
    return [screen.page(asked.announcement, moment) for moment in (0.0, asked.announcement.seconds)]


def test_the_languages_take_turns():
    first, last = pages(PAUSED, "ar", "fr")

    assert (first.language, last.language) == ("ar", "fr")
    assert last.title == "Légalisation de signature"
    assert last.text == "Pas de tickets pour le moment. Les tickets déjà pris seront appelés."


def test_a_language_without_confirmed_words_is_left_out():
    assert [page.language for page in pages(CLOSING, "zgh", "fr")] == ["fr", "fr"]


def test_a_service_that_the_screen_does_not_know_is_not_announced():
    assert pages(replace(PAUSED, service="unknown"), "fr") == [None, None]


@pytest.mark.parametrize("kind", AnnouncementKind)
def test_every_announcement_has_words_to_read_and_to_hear(kind):
    made = replace(CLOSING, kind=kind, minutes=10)
    for language in ("ar", "fr", "en"):
        assert pages(made, language)[0].language == language
    spoken = announced(kind, 10, None)
    assert [each.language for each in spoken] == [each for each in LANGUAGES if each != "zgh"]


# -- By ear --


@pytest.fixture
def held(tmp_path):
    hall = Hall(HeldSpeaker(tmp_path), tmp_path)
    yield hall
    hall.speaker.let_go()
    hall.announcer.close()


WORDS = announced(AnnouncementKind.CLOSING_SOON, 10, None)


def test_it_is_spoken_after_its_chime_in_the_halls_languages(tmp_path):
    hall = Hall(VirtualSpeaker(tmp_path), tmp_path, languages=("fr", "en"))
    voices = Voices((PicoEngine(),), SoundCache())
    french_and_english = [each for each in WORDS if each.language in ("fr", "en")]

    hall.announcer.tell("closing", WORDS)

    until(hall.files)
    hall.announcer.close()
    whole = voices.proclaim(french_and_english)
    assert hall.files() == ["0001-closing.wav"]
    assert hall.seconds(0) == pytest.approx(len(whole.samples) / 48_000, abs=0.2)
    assert hall.spoken == []


def test_calls_that_wait_go_before_it(held):
    held.announcer.announce(A012)
    until(lambda: held.speaker.begun)
    held.announcer.tell("closing", WORDS)
    held.announcer.announce(replace(A012, seq=8, ticket="A013"))

    held.speaker.let_go()

    until(lambda: len(held.speaker.begun) == 3)
    assert held.speaker.begun == ["A012 counter 3", "A013 counter 3", "closing"]


def test_what_is_hushed_before_its_turn_is_not_said(held):
    held.announcer.announce(A012)
    until(lambda: held.speaker.begun)
    held.announcer.tell("closing", WORDS)
    held.announcer.hush()
    held.announcer.announce(replace(A012, seq=8, ticket="A013"))

    held.speaker.let_go()

    until(lambda: held.spoken == [7, 8])
    assert held.speaker.begun == ["A012 counter 3", "A013 counter 3"]


def test_hushed_in_the_middle_it_falls_silent_and_the_call_is_heard(tmp_path):
    hall = Hall(VirtualSpeaker(tmp_path, is_real_time=True), tmp_path)
    hall.announcer.tell("closing", WORDS)
    until(hall.files)

    hall.announcer.announce(A012)
    hall.announcer.hush()

    until(lambda: hall.files()[1:] == ["0002-A012-counter-3.wav"])
    hall.announcer.close()


def test_a_call_is_not_hushed(held):
    held.announcer.announce(A012)
    until(lambda: held.speaker.begun)
    held.announcer.hush()
    held.speaker.let_go()

    until(lambda: held.spoken == [7])


def test_in_quiet_hours_it_is_not_said(tmp_path, capsys):
    hall = Hall(VirtualSpeaker(tmp_path), tmp_path, volume=lambda: 0.0)

    hall.announcer.tell("closing", WORDS)

    until(lambda: "notice_in_quiet_hours" in capsys.readouterr().out)
    hall.announcer.close()
    assert hall.files() == []


def test_a_speaker_that_fails_is_told_and_the_next_call_is_heard(tmp_path, capsys):
    hall = Hall(VirtualSpeaker(tmp_path), tmp_path)
    hall.speaker.break_down("unplugged")
    hall.announcer.tell("closing", WORDS)
    until(lambda: "notice_not_spoken" in capsys.readouterr().out)

    hall.speaker.repair()
    hall.announcer.announce(A012)

    until(lambda: hall.spoken == [7])
    hall.announcer.close()
