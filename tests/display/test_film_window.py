"""A film in a real window: its frames, its captions, a call on top of it."""

from dataclasses import dataclass
from datetime import datetime

import pytest

from display.arbiter.arbiter import Sound
from display.backstage import Backstage
from display.scene import Film, LargeCall, Scene
from display.screens.board import BoardScreen
from media.look.look import Look
from media.look.screen import Screen
from media.look.widgets import overflowing
from media.playlist.content import Captions
from media.texts import Texts
from tests.display.builders import demo_pack
from tests.display.filming import SHADES, a_film
from tests.window.harness import LANDSCAPE, PORTRAIT

pytestmark = pytest.mark.window

NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001  only its hour and minute are drawn
SAID = (Captions("ar", "ar"), Captions("fr", "fr"))
CALL = LargeCall("A012", 3, is_bright=False)


@dataclass
class Moment:
    """A clock that goes when it is told."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("films")
    a_film(folder / "film", seconds=4)
    (folder / "broken").write_bytes(b"no film")
    for language, words in (
        ("ar", "تسلم نسخ عقود الازدياد في الحين بالشباك الثالث طيلة أيام الأسبوع"),
        ("fr", "Les copies d’actes sont remises sur-le-champ au guichet 3"),
    ):
        cue = f"WEBVTT\n\n00:02.000 --> 00:03.000\n{words}\n"
        (folder / language).write_text(cue, encoding="utf-8")
    return folder


@pytest.fixture
def moment():
    return Moment()


@pytest.fixture
def failures():
    return []


@pytest.fixture(params=[LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def board(request, window, files, failures, moment):
    window.resize(*request.param)
    screen = Screen(*request.param, diagonal_mm=1397, distance_mm=5000)
    backstage = Backstage(files.joinpath, failures.append, moment)
    board = BoardScreen(Look(screen), demo_pack().commune, Texts(), backstage)
    window.show(board)
    yield board
    board.close()


def film(position, since, asset="film"):
    return Film("item", asset, position, since, Sound.FULL, SAID)


def shows(board, window, shade):
    """Whether the middle of the film has that shade of grey, as near as films keep it."""
    frame = board.film_stage.frame
    return all(abs(each - shade) < 12 for each in window.pixel(*frame.center))


def test_a_film_goes_by_the_halls_clock_stops_under_a_call_and_goes_on_where_it_was(
    board, window, moment
):
    board.show(Scene(None, (), 12, None, NOW, film=film(0.0, 100.0)))
    window.until(lambda: shows(board, window, SHADES[0]))
    assert (board.scene_name, board.film_stage.captions) == ("film", ("", ""))

    moment.now = 102.5
    window.until(lambda: shows(board, window, SHADES[2]))
    arabic, french = board.film_stage.captions
    assert arabic.startswith("تسلم نسخ")
    assert french.startswith("Les copies")
    window.pump(3)
    assert overflowing(board) == []

    board.show(Scene(CALL, (), 12, None, NOW, film=film(2.5, None)))
    window.pump(2)
    assert board.film_stage.parent is None
    moment.now = 120.0
    board.show(Scene(None, (), 12, None, NOW, film=film(2.5, 120.0)))
    window.until(lambda: shows(board, window, SHADES[2]))
    moment.now = 121.0
    window.until(lambda: shows(board, window, SHADES[3]))


def test_a_film_that_comes_again_begins_again(board, window, moment):
    moment.now = 103.5
    board.show(Scene(None, (), 12, None, NOW, film=film(0.0, 100.0)))
    window.until(lambda: shows(board, window, SHADES[3]))
    board.show(Scene(None, (), 12, None, NOW, film=film(0.0, 103.5)))
    window.until(lambda: shows(board, window, SHADES[0]))


def test_a_film_that_cannot_be_decoded_is_told_once(board, window, failures):
    board.show(Scene(None, (), 12, None, NOW, film=film(0.0, 100.0, "broken")))
    window.until(lambda: failures)
    window.pump(5)
    assert failures == ["item"]
