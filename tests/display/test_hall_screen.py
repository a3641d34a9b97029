"""The whole hall screen: a real Socket.IO server, a real window, a virtual speaker."""

import shutil
import time
import wave
from dataclasses import replace
from datetime import timedelta

import pytest

from display.assembly import HallScreen
from display.settings import DisplaySettings, WallScreenSettings
from media.look.theme import PALETTE
from media.look.widgets import Text
from media.playlist.content import TextNotice
from media.playlist.model import Item
from media.playlist.validity import Validity
from media.words import Words
from tests.display.builders import AT, DEMO, board, call, row
from tests.display.player.publishing import png, published, publishing
from tests.display.small_hall import TOKEN, SmallHall
from tests.media.playlist.building import CASABLANCA, revision
from tests.window.harness import LANDSCAPE

pytestmark = pytest.mark.window

PATIENCE = 20.0
"""Seconds: the first announcement is rendered in full."""


@pytest.fixture
def hall():
    hall = SmallHall(board(4, row("B007", 1, "serving")))
    yield hall
    hall.kill()


@pytest.fixture
def screen(hall, tmp_path, window):
    window.resize(*LANDSCAPE)
    screen = HallScreen(settings(hall.address, tmp_path), time.monotonic)
    window.show(screen.board)
    screen.start()
    yield screen
    screen.stop()


def settings(address, folder, token=TOKEN):
    return DisplaySettings(
        controller=address,
        token=token,
        pack=DEMO,
        screen=WallScreenSettings(*LANDSCAPE, diagonal_mm=1397),
        speaker=f"virtual:{folder}/spoken",
        name="screen-1",
        home=folder / "home",
        screenshots=folder / "pictures",
    )


@pytest.fixture
def until(screen, window):
    def wait(condition):
        def has_come():
            screen.pulse()
            return condition()

        window.until(has_come, PATIENCE)

    return wait


def tickets(screen):
    return [line.line.ticket for line in reversed(screen.board.lines.children) if _is_line(line)]


def _texts(root):
    return [widget for widget in root.walk(restrict=True) if isinstance(widget, Text)]


def _is_line(widget):
    return hasattr(widget, "line")


def test_the_board_is_there_on_connection_and_a_call_is_shown_spoken_and_acknowledged(
    hall, screen, until, tmp_path
):
    until(lambda: tickets(screen) == ["B007"])

    hall.show(board(5, row("A012", 3), row("B007", 1, "serving")))
    hall.call(call(5))
    until(lambda: screen.board.call_stage.parent is not None)
    assert screen.board.call_stage.ticket.text == "A012"

    until(lambda: hall.shown and hall.shown[-1] == {"seq": 5, "spoken": [5], "elsewhere": []})
    (spoken,) = (tmp_path / "spoken").glob("*.wav")
    assert spoken.name == "0001-A012-counter-3.wav"
    with wave.open(str(spoken)) as file:
        assert file.getnframes() / file.getframerate() > 4.0


def test_a_screen_whose_token_is_wrong_welcomes_and_shows_nothing(hall, window, tmp_path):
    window.resize(*LANDSCAPE)
    screen = HallScreen(settings(hall.address, tmp_path, token="wrong"), time.monotonic)
    window.show(screen.board)
    screen.start()
    try:

        def is_told():
            screen.pulse()
            return screen.board.warning.parent is not None

        window.until(is_told, PATIENCE)
        assert (tickets(screen), hall.shown) == ([], [])
    finally:
        screen.stop()


def test_a_call_that_comes_late_is_neither_shown_nor_spoken(hall, screen, until, tmp_path):
    until(lambda: tickets(screen) == ["B007"])
    hall.call(call(4, "A099"))
    hall.show(board(6))
    until(lambda: hall.shown and hall.shown[-1] == {"seq": 6, "spoken": [], "elsewhere": []})

    assert screen.board.call_stage.parent is None
    assert list((tmp_path / "spoken").glob("*.wav")) == []


def test_a_controller_that_comes_back_replaces_all_that_was_shown(hall, screen, until):
    until(lambda: tickets(screen) == ["B007"])
    port = hall.port
    hall.kill()
    again = SmallHall(board(2, row("C001", 5, "serving")), port)
    try:
        until(lambda: tickets(screen) == ["C001"])
    finally:
        again.kill()


def test_a_message_that_cannot_be_understood_changes_nothing(hall, screen, until):
    until(lambda: tickets(screen) == ["B007"])
    hall.say("board", {"seq": "many"})
    hall.say("call", None)
    hall.say("weather", {"sun": True})
    hall.show(board(7, row("D001", 6, "serving")))
    until(lambda: tickets(screen) == ["D001"])


def test_an_absent_controller_is_told_after_some_seconds(hall, screen, until):
    until(lambda: tickets(screen) == ["B007"])
    hall.kill()
    until(lambda: screen.board.warning.parent is not None)
    assert tickets(screen) == ["B007"]


def test_a_healthy_screen_says_that_it_is_connected(hall, screen, until, capsys):
    told = []

    def is_told():
        told.append(capsys.readouterr().out)
        return f"connected to {hall.address}" in "".join(told)

    until(is_told)


def test_a_call_is_shown_when_the_speaker_fails(hall, screen, until, tmp_path, capsys):
    until(lambda: tickets(screen) == ["B007"])
    until(lambda: not list((tmp_path / "spoken").iterdir()))
    (tmp_path / "spoken").rmdir()
    capsys.readouterr()

    hall.show(board(5, row("A012", 3), row("B007", 1, "serving")))
    hall.call(call(5))
    until(lambda: screen.board.call_stage.parent is not None)

    assert screen.board.call_stage.ticket.text == "A012"
    told = []

    def is_told():
        told.append(capsys.readouterr().out)
        return "speaker fault: " in "".join(told)

    until(is_told)
    assert hall.shown[-1] == {"seq": 5, "spoken": [], "elsewhere": []}


def test_what_is_published_is_on_the_glass_and_told_and_leaves_when_it_is_taken_down(
    hall, screen, until
):
    until(lambda: tickets(screen) == ["B007"])
    words = Words(ar="إغلاق المصلحة غدا", fr="Fermeture demain")
    now = AT.astimezone(CASABLANCA).replace(tzinfo=None, second=0)
    lasting = Validity(now - timedelta(hours=1), now + timedelta(hours=1))
    notice = published(revision(Item("closing", TextNotice(words), validity=lasting), number=7))
    hall.publish(notice.name, notice.served)

    def is_read():
        stage = screen.board.notice_stage
        return stage.parent is not None and words.ar in [text.text for text in stage.words]

    until(is_read)
    until(lambda: [each["item"] for each in hall.told("playing")][-1:] == ["closing"])
    assert hall.told("playing")[-1]["state"] == "playing"

    poster = publishing(8, png(1))
    hall.publish(poster.name, poster.served)
    until(lambda: screen.board.still_stage.frame.texture is not None)
    until(lambda: hall.told("playing")[-1]["item"] == "p0")

    bare = published(revision(number=9))
    hall.publish(bare.name, bare.served)
    until(lambda: not is_read())
    until(lambda: hall.told("playing")[-1]["number"] == 9)


def test_content_that_changes_is_shown_and_what_is_broken_is_told_and_left(
    window, tmp_path, capsys
):
    folder = tmp_path / "pack"
    shutil.copytree(DEMO, folder)
    window.resize(*LANDSCAPE)
    moments = iter(range(0, 1000, 11))
    screen = HallScreen(
        replace(settings("http://127.0.0.1:9", tmp_path), pack=folder), moments.__next__
    )
    window.show(screen.board)

    def look_twice():
        for _ in range(2):
            screen.pulse()
        window.pump(2)

    look_twice()
    name = folder / "pack.toml"
    right = name.read_text(encoding="utf-8")
    name.write_text(right.replace("Commune d’Aïn Nour", "Commune de Tamellalt"), encoding="utf-8")
    look_twice()
    assert "Commune de Tamellalt" in [text.text for text in _texts(screen.board.header)]
    assert "content_renewed" in capsys.readouterr().out

    name.write_text(f"{right}\nsun = true\n", encoding="utf-8")
    look_twice()
    assert "Commune de Tamellalt" in [text.text for text in _texts(screen.board.header)]
    told = capsys.readouterr().out
    assert "content_not_renewed" in told
    assert f"{name}:{right.count(chr(10)) + 2}" in told


def test_a_theme_that_changes_is_worn_and_one_that_cannot_be_read_is_told(window, tmp_path, capsys):
    folder = tmp_path / "pack"
    shutil.copytree(DEMO, folder)
    window.resize(*LANDSCAPE)
    moments = iter(range(0, 1000, 11))
    screen = HallScreen(
        replace(settings("http://127.0.0.1:9", tmp_path), pack=folder), moments.__next__
    )
    window.show(screen.board)
    path = folder / "pack.toml"
    text = path.read_text(encoding="utf-8")

    def header_with(color):
        path.write_text(text.replace('header = "#0b3c49"', f'header = "{color}"'), encoding="utf-8")
        for _ in range(2):
            screen.pulse()
        window.pump(2)
        return window.pixel(8, LANDSCAPE[1] - 8)

    assert header_with("#402010") == (0x40, 0x20, 0x10)
    assert "theme_not_worn" not in capsys.readouterr().out
    assert header_with("#f0e0d0") == PALETTE.navy_deep
    assert "white names on it is 1.28 : 1" in capsys.readouterr().out


def test_a_picture_is_saved_under_the_name_of_the_scene(screen, until, tmp_path):
    from PIL import Image

    until(lambda: tickets(screen) == ["B007"])
    path = screen.save_picture()
    assert path.name.startswith("screen-1-")
    assert Image.open(path).size == LANDSCAPE
    assert [file.name for file in (tmp_path / "pictures").iterdir()] == [path.name]
