"""What a screen shows when it is new, is asked which one it is, or the hall is closed."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from display.curtain import Curtain
from display.lights import Lights
from display.scene import Line, Scene
from display.screens.board import BoardScreen
from display.screens.pairing import PairingScreen
from media.isolation import plain
from media.look.look import Look
from media.look.screen import Screen
from media.look.widgets import Text, overflowing
from media.pack.model import Shift
from media.texts import Texts
from tests.display.builders import demo_pack
from tests.window.harness import LANDSCAPE, PORTRAIT

pytestmark = pytest.mark.window

QUIET = Scene(None, (Line("B104", 4, is_called=False),), 12)
ADDRESS = "http://controller.commune.example:8080/screens"
LONGEST = "Annexe administrative – salle d’attente 2"[:40]


def texts(root) -> list[str]:
    return [plain(each.text) for each in root.walk(restrict=True) if isinstance(each, Text)]


def is_black(window) -> bool:
    width, height = window.window.size
    places = ((x * width // 8, y * height // 8) for x in range(1, 8) for y in range(1, 8))
    return {window.pixel(*place) for place in places} == {(0, 0, 0)}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def test_a_new_screen_shows_its_code_and_one_in_the_hall_its_name_or_nothing(window, size):
    window.resize(*size)
    screen = Screen(*size, diagonal_mm=1397, distance_mm=5000)
    look = Look(screen)

    new = PairingScreen(look, Texts())
    window.show(new)
    new.show("", ADDRESS)
    window.pump(2)
    assert "القاعة لا تجيب بعد\nLe hall ne répond pas encore" in texts(new)
    new.show("K7WQ4M", ADDRESS)
    window.pump(2)
    assert texts(new) == [
        "ربط هذه الشاشة بالقاعة\nAssocier cet écran au hall",
        "K 7 W Q 4 M",
        "يُدخل المشرف هذا الرمز في الصفحة\nUn superviseur saisit ce code sur la page",
        ADDRESS,
    ]
    assert [plain(each.text) for each in overflowing(new)] == []
    assert new.code.font_size >= 2 * screen.smallest_text

    board = BoardScreen(look, demo_pack().commune, Texts())
    curtain = Curtain(board)
    window.show(board)
    curtain.show(QUIET)
    for name in ("north", "الشاشة 2", LONGEST):
        curtain.identify(name, 10.0, moment=0.0)
        window.pump(2)
        assert (board.scene_name, texts(board)) == ("identity", [name])
        assert [plain(each.text) for each in overflowing(board)] == []
    curtain.tick(9.9)
    assert board.scene_name == "identity"
    curtain.tick(10.0)
    assert board.scene_name == "welcome"

    night = datetime(2026, 3, 2, 22, 0, tzinfo=UTC)
    curtain.light(Lights((Shift(time(8, 30), time(16, 30)),), timedelta(), timedelta()))
    curtain.show(Scene(clock=night))
    window.pump(2)
    assert (board.scene_name, texts(board), is_black(window)) == ("dark", [], True)
    curtain.show(replace(QUIET, clock=night))
    window.pump(2)
    assert (board.scene_name, is_black(window)) == ("welcome", False)
