"""A picture of a screen is taken once its layout is there."""

import pytest
from PIL import Image, ImageChops

from display.scene import LargeCall, Line, Scene
from display.screens.board import BoardScreen
from media.look.look import Look
from media.look.screen import Screen
from media.look.stillness import when_still
from media.texts import Texts
from tests.display.builders import demo_pack
from tests.window.harness import LANDSCAPE

pytestmark = pytest.mark.window

CALL = Scene(large=LargeCall("A003", 2, is_bright=False), lines=(Line("B104", 4, is_called=True),))


@pytest.fixture
def board(window):
    window.resize(*LANDSCAPE)
    board = BoardScreen(
        Look(Screen(*LANDSCAPE, diagonal_mm=1397, distance_mm=5000)), demo_pack().commune, Texts()
    )
    window.show(board)
    return board


def test_a_picture_wished_as_the_scene_changes_is_what_the_window_shows(window, board, tmp_path):
    from media.look.main_loop import save_picture  # it loads Kivy's main loop

    taken = []
    board.show(CALL)
    when_still(board, lambda: taken.append(save_picture(board, tmp_path, "call")))
    window.until(lambda: taken)

    shown = window.shot(tmp_path / "window.png")
    assert differing(tmp_path / "call.png", shown) == 0


def test_a_scene_that_comes_while_a_picture_is_awaited_is_awaited_too(window, board):
    names = []
    when_still(board, lambda: names.append(board.scene_name))
    window.pump(1)
    board.show(CALL)
    window.until(lambda: names)
    assert names == ["call"]


def differing(one, other):
    """How many pixels differ by more than a rounding."""
    with Image.open(one) as left, Image.open(other) as right:
        grey = ImageChops.difference(left.convert("RGB"), right.convert("RGB")).convert("L")
    return sum(grey.histogram()[16:])
