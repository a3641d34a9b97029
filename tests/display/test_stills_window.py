"""Pictures and the pages of papers in a real window, upright and lying."""

from datetime import datetime

import pytest
from PIL import Image, ImageDraw

from display.backstage import Backstage
from display.page import Still, StillKind
from display.scene import LargeCall, Line, Scene
from display.screens.board import BoardScreen
from media.isolation import plain
from media.look.look import Look
from media.look.screen import Role, Screen
from media.look.widgets import Text, overflowing
from media.playlist.content import Document, Picture
from media.texts import Texts
from media.words import Words
from tests.display.builders import demo_pack
from tests.window.harness import LANDSCAPE, PORTRAIT

pytestmark = pytest.mark.window

NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001  only its hour and minute are drawn
LINES = (Line("B104", 4, is_called=True), Line("A011", 2, is_called=False))
EDGE, INSIDE = (201, 33, 33), (40, 90, 200)
SHAPES = {"wide": (1800, 300), "upright": (300, 1800), "tiny": (48, 36), "huge": (4096, 2304)}

TITLE = Words(
    ar="حملة التلقيح ضد الحصبة بالمركز الصحي الحي الحسني طيلة شهر دجنبر",
    fr="Campagne de vaccination contre la rougeole au centre de santé Hay Hassani",
    en="Measles vaccination at the Hay Hassani health centre",
)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("assets")
    for name, size in SHAPES.items():
        drawn = Image.new("RGB", size, INSIDE)
        edge = max(2, min(size) // 12)
        ImageDraw.Draw(drawn).rectangle((0, 0, size[0] - 1, size[1] - 1), outline=EDGE, width=edge)
        drawn.save(folder / name, "PNG")
    (folder / "broken").write_bytes(b"\x89PNG\r\n\x1a\n and nothing more")
    return folder


@pytest.fixture
def failures():
    return []


@pytest.fixture(params=[LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def board(request, window, files, failures):
    window.resize(*request.param)
    screen = Screen(*request.param, diagonal_mm=1397, distance_mm=5000)
    backstage = Backstage(files.joinpath, failures.append)
    board = BoardScreen(Look(screen), demo_pack().commune, Texts(), backstage)
    window.show(board)
    yield board
    board.close()


def show(board, window, still, lines=()):
    board.show(Scene(None, lines, 12, still, NOW))
    window.until(lambda: board.still_stage.frame.texture is not None)
    window.pump(3)


def picture(asset, title="", language=None):
    return Still(StillKind.PICTURE, "poster", asset, language, title)


def near(one, other):
    return all(abs(a - b) < 24 for a, b in zip(one, other, strict=True))


def is_whole(window, frame):
    """Whether all four edges of the picture are to be seen."""
    left, bottom, width, height = frame.shown
    middle = [(left + width / 2, bottom + 2), (left + width / 2, bottom + height - 3)]
    sides = [(left + 2, bottom + height / 2), (left + width - 3, bottom + height / 2)]
    return all(near(window.pixel(*each), EDGE) for each in (*middle, *sides))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_picture_is_shown_whole_and_as_large_as_the_stage_lets_it(board, window, shape):
    for lines in ((), LINES):
        show(board, window, picture(shape), lines)
        frame = board.still_stage.frame
        _, _, width, height = frame.shown
        assert is_whole(window, frame)
        assert max(width / frame.width, height / frame.height) == pytest.approx(1, abs=0.01)
        assert width / height == pytest.approx(SHAPES[shape][0] / SHAPES[shape][1], rel=0.02)


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_its_title_stands_below_it_whole_and_legible(board, window, language):
    show(board, window, picture("huge", getattr(TITLE, language), language), LINES)
    stage = board.still_stage

    assert plain(stage.title.text) == getattr(TITLE, language)
    assert stage.title.top <= stage.frame.y + 1
    assert overflowing(board) == []
    assert stage.title.fitted.size >= board.geometry.afar
    assert is_whole(window, stage.frame)


def test_the_title_is_as_large_as_the_law_asks_where_the_screen_is_large_enough(window, files):
    window.resize(*LANDSCAPE)
    screen = Screen(*LANDSCAPE, diagonal_mm=1905, distance_mm=3000)  # 75 inches at three metres
    board = BoardScreen(
        Look(screen), demo_pack().commune, Texts(), Backstage(files.joinpath, print)
    )
    window.show(board)
    show(board, window, picture("wide", TITLE.fr, "fr"))

    assert board.still_stage.title.fitted.size >= screen.text(Role.TITLE)
    board.close()


def test_a_page_of_a_paper_says_which_it_is(board, window):
    show(board, window, Still(StillKind.DOCUMENT, "notice", "upright", "fr", TITLE.fr, 2, 3))
    texts = [plain(each.text) for each in board.still_stage.walk() if isinstance(each, Text)]

    assert set(texts) == {TITLE.fr, "2/3"}
    assert overflowing(board) == []
    assert board.scene_name == "document-fr"


def test_a_call_covers_it_and_it_is_there_again_at_once_afterwards(board, window):
    show(board, window, picture("huge"))
    texture = board.still_stage.frame.texture
    board.show(Scene(LargeCall("A012", 3, is_bright=False), LINES, 12, picture("huge"), NOW))
    window.pump(2)
    assert board.still_stage.parent is None

    board.show(Scene(None, (), 12, picture("huge"), NOW))
    window.pump(2)
    assert board.still_stage.frame.texture is texture
    assert is_whole(window, board.still_stage.frame)


def test_a_picture_that_cannot_be_shown_is_told_and_leaves_nothing_of_the_last_one(
    board, window, failures
):
    show(board, window, picture("wide"))
    board.show(Scene(None, (), 12, picture("broken"), NOW))
    window.until(lambda: failures)

    assert failures == ["poster"]
    assert board.still_stage.frame.texture is None


def test_the_screen_says_that_it_draws_both(board):
    assert board.draws(Picture("a" * 64, TITLE))
    assert board.draws(Document(("a" * 64,), TITLE))
