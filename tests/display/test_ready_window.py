"""Who may get ready, in a real window: small, legible, and gone when it is over."""

from dataclasses import replace
from datetime import datetime
from itertools import combinations

import pytest

from display.scene import Direction, LargeCall, Line, Scene
from display.screens.board import BoardScreen
from display.screens.ink import Ink
from display.screens.ready_row import ReadyTicket
from media.isolation import plain
from media.look.look import Look
from media.look.screen import Role, Screen
from media.look.widgets import Pictogram, Text, overflowing
from media.pack import Words
from media.texts import Texts
from tests.display.builders import demo_pack
from tests.window.harness import LANDSCAPE, PORTRAIT
from wire.messages import Ready

pytestmark = pytest.mark.window

NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001  only its hour and minute are drawn
CALLED = LargeCall("A012", 3, is_bright=False)
LINES = (Line("B104", 4, is_called=True), Line("A011", 2, is_called=False))
READY = (Ready("A013", 2), Ready("B105", 14), Ready("W188", 12))
SCREENS = {
    "lying": Screen(*LANDSCAPE, diagonal_mm=1397, distance_mm=5000),
    "upright": Screen(*PORTRAIT, diagonal_mm=1397, distance_mm=5000),
    "square": Screen(1024, 768, diagonal_mm=800, distance_mm=3000),
    "far-lying": Screen(*LANDSCAPE, diagonal_mm=1397, distance_mm=8000),
    "far-upright": Screen(*PORTRAIT, diagonal_mm=1397, distance_mm=8000),
}


@pytest.fixture(params=SCREENS.values(), ids=SCREENS)
def board(request, window):
    screen = request.param
    window.resize(screen.width_px, screen.height_px)
    board = BoardScreen(Look(screen), demo_pack().commune, Texts())
    window.show(board)
    return board


def within(root, kind):
    return [widget for widget in root.walk(restrict=True) if isinstance(widget, kind)]


def fitting(board):
    return READY[: board.ready_capacity()]


def scenes(board):
    for ready in (READY[:1], fitting(board)):
        yield Scene(CALLED, LINES, 12, None, NOW, ready=ready)
        yield Scene(CALLED, (), 12, None, NOW, ready=ready)
        yield Scene(None, LINES, 12, None, NOW, ready=ready)


def box(widget):
    x, y = widget.to_window(*widget.pos)
    return x, y, x + widget.width, y + widget.height


def is_apart(one, other):
    (left, low, right, high), (left_2, low_2, right_2, high_2) = box(one), box(other)
    return right <= left_2 + 1 or right_2 <= left + 1 or high <= low_2 + 1 or high_2 <= low + 1


def test_who_may_get_ready_stands_at_the_foot_and_goes(board, window) -> None:
    board.show(Scene(CALLED, LINES, 12, None, NOW, ready=READY[:1]))
    window.pump(2)
    (words,) = within(board.ready, Text)
    assert sorted(plain(words.text).replace("\n", " · ").split(" · ")) == [
        "Préparez-vous",
        "استعدوا",
    ]
    assert [each.ready for each in within(board.ready, ReadyTicket)] == [READY[0]]
    assert board.ready.y == 0

    board.show(Scene(CALLED, LINES, 12, None, NOW))
    window.pump(2)
    assert board.ready.parent is None


def test_each_ticket_stands_with_its_counter(board, window) -> None:
    board.show(Scene(None, (), 12, None, NOW, ready=fitting(board)))
    window.pump(2)

    shown = [
        (each.ticket.text, each.counter.text) for each in reversed(within(board.ready, ReadyTicket))
    ]
    expected = [(each.ticket, str(each.counter)) for each in fitting(board)]
    assert sorted(shown) == sorted(expected)


def test_nothing_is_cut_or_lies_upon_something_else(board, window) -> None:
    for scene in scenes(board):
        board.show(scene)
        window.pump(2)
        cut = [(plain(text.text), text.size, text.lines) for text in overflowing(board)]
        assert cut == [], scene
        parts = [part for part in board.children if part is not board._ground]
        assert [pair for pair in combinations(parts, 2) if not is_apart(*pair)] == []
        pieces = within(board.ready, Text) + within(board.ready, Ink)
        assert [pair for pair in combinations(pieces, 2) if not is_apart(*pair)] == []
        assert min(box(each)[0] for each in pieces) >= 0
        assert max(box(each)[2] for each in pieces) <= board.width


def test_it_is_legible_from_afar_and_smaller_than_the_list(board, window) -> None:
    for scene in scenes(board):
        board.show(scene)
        window.pump(2)
        told = [each.font_size for each in within(board.ready, (Text, Ink))]
        listed = [each.font_size for each in within(board.lines, Ink)] if scene.lines else [999]
        assert min(told) >= board.geometry.afar, scene
        assert max(told) < min(listed), scene
        assert min(listed) >= board.geometry.screen.text(Role.CAPTION), scene


def test_the_row_of_a_lying_screen_holds_three(window) -> None:
    window.resize(*LANDSCAPE)
    board = BoardScreen(Look(SCREENS["lying"]), demo_pack().commune, Texts())

    assert board.ready_capacity() == 3


FAR = replace(
    CALLED,
    direction=Direction("left", Words(ar="الطابق الأول، القاعة 12", fr="1er étage, salle 12")),
)
WAYS = tuple(replace(each, way=way) for each, way in zip(LINES, ("left", "right"), strict=True))
ZONE = Words(ar="الحالة المدنية", fr="État civil")
MISSED = ("A009", "C021", "W180", "B099", "D007", "A004", "A002")


def test_who_was_missed_and_the_ways_to_counters_are_shown_whole(board, window) -> None:
    missed = MISSED[: board.missed_capacity()]
    for lines in (WAYS, ()):
        board.show(Scene(FAR, lines, 12, None, NOW, missed=missed, zone=ZONE))
        window.pump(2)

        assert [plain(each.text) for each in overflowing(board)] == []
        assert [each.text for each in reversed(within(board.missed, Ink))] == [*missed]
        pictograms = [each.pictogram for each in within(board, Pictogram)]
        ways = [each for each in pictograms if each.startswith("way-")]
        assert sorted(ways) == sorted(["way-left", *(f"way-{line.way}" for line in lines)])
        names = [plain(each.text) for each in within(board.header, Text)]
        assert {"الحالة المدنية", "État civil"} <= {*names}
