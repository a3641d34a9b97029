from pathlib import Path

import pytest

from media.look.look import Look
from media.look.screen import Screen
from media.look.widgets import overflowing, small_targets
from tests.media.look.specimen import board, specimen
from tests.window.harness import LANDSCAPE, OLD_SQUARE, PORTRAIT
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window

PICTURES = Path(__file__).parents[3] / "var" / "specimen"

KIOSKS = {
    PORTRAIT: Screen(*PORTRAIT, diagonal_mm=813, distance_mm=550),
    LANDSCAPE: Screen(*LANDSCAPE, diagonal_mm=813, distance_mm=550),
    OLD_SQUARE: Screen(*OLD_SQUARE, diagonal_mm=483, distance_mm=500),
}
HALL = Screen(*LANDSCAPE, diagonal_mm=1397, distance_mm=4000, bottom_mm=1900)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", KIOSKS)
def test_the_specimen_overflows_nowhere(window, language, size):
    window.resize(*size)
    page = specimen(Look(KIOSKS[size], language))

    window.show(page)

    window.shot(PICTURES / f"{size[0]}x{size[1]}-{language}.png")
    assert [text.text for text in overflowing(page)] == []
    assert small_targets(page, KIOSKS[size]) == []


def test_the_board_overflows_nowhere(window):
    window.resize(*LANDSCAPE)
    page = board(Look(HALL, "ar"))

    window.show(page)

    window.shot(PICTURES / "board.png")
    assert [text.text for text in overflowing(page)] == []
