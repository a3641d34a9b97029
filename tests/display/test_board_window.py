"""The hall screen in a real window, upright and lying, in four languages."""

from datetime import date, datetime

import pytest

from display.carousel import Carousel
from display.page import Kind
from display.scene import LargeCall, Line, Scene
from display.screens.board import BoardScreen
from display.screens.ink import Ink
from display.screens.logo import Logo
from media.isolation import plain
from media.look.look import Look
from media.look.screen import CAPITAL_HEIGHT, Role, Screen
from media.look.theme import PALETTE
from media.look.widgets import Pictogram, Text, overflowing
from media.texts import Texts
from tests.display.builders import demo_pack
from tests.window.harness import LANDSCAPE, PORTRAIT

pytestmark = pytest.mark.window

NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001  only its hour and minute are drawn
LINES = (
    Line("B104", 4, is_called=True),
    Line("A011", 2, is_called=False),
    Line("C027", 12, is_called=False),
)
CALLED = LargeCall("A012", 3, is_bright=False)


@pytest.fixture(params=[LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def board(request, window):
    window.resize(*request.param)
    screen = Screen(*request.param, diagonal_mm=1397, distance_mm=5000)
    board = BoardScreen(Look(screen), demo_pack().commune, Texts())
    window.show(board)
    return board


def pages(board, languages=("ar", "fr", "zgh", "en")):
    carousel = Carousel(demo_pack(), languages, board.notice_stage.fits)
    carousel.page(date(2026, 11, 23), 0.0)
    return carousel._round


def within(root, kind):
    return [widget for widget in root.walk(restrict=True) if isinstance(widget, kind)]


def cut(root):
    return [(plain(text.text), text.size, text.fitted, text.lines) for text in overflowing(root)]


def texts(root):
    return [plain(text.text) for text in within(root, Text)]


def numbers(root):
    return [ink.text for ink in within(root, Ink)]


def test_a_call_stands_large_beside_the_others(board, window):
    board.show(Scene(CALLED, LINES, 12, pages(board)[0], NOW))
    window.pump(2)

    assert (board.call_stage.ticket.text, board.call_stage.counter.text) == ("A012", "3")
    assert numbers(board.lines) == [
        number for line in LINES for number in (str(line.counter), line.ticket)
    ]
    assert numbers(board.header) == ["10:42", "12"]
    assert board.scene_name == "call"


def test_the_large_number_is_legible_from_ten_metres(board, window):
    board.show(Scene(CALLED, LINES, 12, pages(board)[0], NOW))
    window.pump(2)

    needed = Screen(*window.window.size, diagonal_mm=1397, distance_mm=10_000)
    for ink in (board.call_stage.ticket, board.call_stage.counter):
        capital_mm = ink.font_size * CAPITAL_HEIGHT / needed.px_per_mm
        assert capital_mm >= needed.subtending(0.7)


def test_the_current_call_is_drawn_on_the_communes_ground_and_a_flash_deepens_it(
    board, window, tmp_path
):
    from PIL import Image

    def ground():
        window.pump(2)
        picture = Image.open(window.shot(tmp_path / "board.png")).convert("RGB")
        stage = board.call_stage
        return picture.getpixel((int(stage.center_x), int(picture.height - stage.top + 12)))

    board.show(Scene(CALLED, LINES, 12, None, NOW))
    colors = demo_pack().commune.theme.palette
    assert ground() == tuple(colors.green)
    board.show(Scene(LargeCall("A012", 3, is_bright=True), LINES, 12, None, NOW))
    assert ground() == tuple(colors.green_deep)


def test_between_calls_the_notice_takes_the_stage_and_the_list_shrinks(board, window):
    notice = next(page for page in pages(board) if page.kind is Kind.NOTICE)
    board.show(Scene(CALLED, LINES, 12, notice, NOW))
    window.pump(2)
    calling = board.lines.width * board.lines.height
    board.show(Scene(None, LINES, 12, notice, NOW))
    window.pump(2)

    assert board.call_stage.parent is None
    assert notice.title in texts(board.notice_stage)
    assert board.lines.width * board.lines.height != calling
    assert board.notice_stage.width * board.notice_stage.height > 0.5 * board.width * (
        board.height * 0.6
    )
    assert board.scene_name == f"notice-{notice.language}"


def test_every_page_of_the_pack_fits_legibly_in_every_language(board, window):
    for page in pages(board):
        board.show(Scene(None, LINES, 12, page, NOW))
        window.pump(2)
        assert cut(board) == [], page
        smallest = min(text.largest for text in board.notice_stage.words)
        assert smallest >= board.geometry.afar, page


def test_a_closed_hall_tells_its_hours_in_the_two_languages_of_every_sign(board, window):
    carousel = Carousel(demo_pack(), ("ar", "fr"), board.notice_stage.fits)
    page = carousel.page(date(2026, 11, 23), 0.0, is_closed=True)
    board.show(Scene(None, (), 0, page, NOW))
    window.pump(2)

    assert set(texts(board.notice_stage)) == {"08:30 – 16:30", "أوقات العمل · Horaires"}
    assert cut(board) == []


@pytest.mark.parametrize(("language", "is_right"), [("ar", True), ("fr", False)])
def test_the_warnings_pictogram_leads_into_its_sentence(board, window, language, is_right):
    board.show(Scene(CALLED, LINES, 12, None, NOW, lost_in=language))
    window.pump(2)
    assert board.scene_name == f"lost-{language}-call"
    (pictogram,) = within(board.warning, Pictogram)
    assert (pictogram.center_x > board.width / 2) is is_right


@pytest.mark.parametrize("others", [0, 1, 3])
@pytest.mark.parametrize("called", [CALLED, LargeCall("W188", 12, is_bright=False)])
def test_a_call_has_the_room_to_itself_and_its_number_dominates(board, window, others, called):
    board.show(Scene(called, LINES[:others], 12, None, NOW))
    window.pump(2)

    assert cut(board) == []
    words = " ".join(texts(board.call_stage))
    assert all(name in words for name in ("التذكرة", "Ticket", "الشباك", "Guichet"))
    ticket, counter = (ink.font_size for ink in (board.call_stage.ticket, board.call_stage.counter))
    if not board.geometry.screen.is_portrait:
        assert ticket * CAPITAL_HEIGHT >= 0.22 * board.height
    assert 0.65 * ticket <= counter <= ticket
    captions = [text.font_size for text in within(board.call_stage, Text)]
    assert max(captions) <= 0.27 * ticket


@pytest.mark.parametrize("called", [CALLED, LargeCall("W188", 12, is_bright=False)])
def test_the_arrow_stands_level_with_the_counters_number(board, window, called):
    board.show(Scene(called, (), 12, None, NOW))
    window.pump(2)

    (arrow,) = within(board.call_stage, Pictogram)
    middle = board.call_stage.counter.center_y
    assert arrow.center_y == pytest.approx(middle, abs=2)
    if not board.geometry.screen.is_portrait:
        assert board.call_stage.ticket.center_y == pytest.approx(middle, abs=2)


@pytest.mark.parametrize("others", [1, 2, 3])
def test_the_list_is_composed_whether_it_has_one_line_or_many(board, window, others):
    board.show(Scene(CALLED, LINES[:others], 12, None, NOW))
    window.pump(2)

    heading, *places = reversed(board.lines.children)
    assert {name.split()[0] for name in texts(heading)} == {"التذكرة", "الشباك"}
    assert [hasattr(place, "line") for place in places] == [
        at < others for at in range(max(3, len(places)))
    ]
    assert {round(place.height) for place in places} == {round(places[0].height)}
    assert places[-1].y == pytest.approx(board.lines.y, abs=1)


@pytest.mark.parametrize(
    ("language", "words"), [("ar", "الشاشة غير متصلة"), ("fr", "L’écran n’est plus connecté")]
)
def test_all_that_is_said_of_an_absent_controller_fits(board, window, language, words):
    for scene in (
        Scene(lost_in=language),
        Scene(CALLED, LINES, 12, None, NOW, lost_in=language),
        Scene(None, LINES, 12, pages(board)[0], NOW, lost_in=language),
    ):
        board.show(scene)
        window.pump(2)
        assert cut(board) == []
        assert any(words in text for text in texts(board.warning))
        assert (board.warning.parent, board.header.parent) == (board, None)


def test_a_lost_hall_moves_nothing_below_the_warning(board, window):
    board.show(Scene(CALLED, LINES, 12, None, NOW))
    window.pump(2)
    before = board.call_stage.pos, board.call_stage.size, board.lines.pos, board.lines.size
    board.show(Scene(CALLED, LINES, 12, None, NOW, lost_in="ar"))
    window.pump(2)
    after = board.call_stage.pos, board.call_stage.size, board.lines.pos, board.lines.size
    assert after == before


FAR = [
    Screen(*LANDSCAPE, diagonal_mm=1397, distance_mm=8000),
    Screen(*PORTRAIT, diagonal_mm=1397, distance_mm=8000),
    Screen(*LANDSCAPE, diagonal_mm=813, distance_mm=4000),
    Screen(*PORTRAIT, diagonal_mm=813, distance_mm=4000),
]


@pytest.mark.parametrize("screen", FAR, ids=["55-lying", "55-upright", "32-lying", "32-upright"])
@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_no_text_is_smaller_than_can_be_read_from_the_hall_s_far_end(window, screen, language):
    window.resize(screen.width_px, screen.height_px)
    board = BoardScreen(Look(screen, language), demo_pack().commune, Texts())
    window.show(board)
    called = LargeCall("W188", 12, is_bright=False)
    told = pages(board, (language,))[:2]
    scenes = [Scene(called, LINES, 12, None, NOW, lost) for lost in (None, "ar", "fr")]
    scenes += [Scene(called, (), 12, None, NOW), Scene(None, LINES, 12, None, NOW), Scene()]
    scenes += [Scene(None, lines, 12, page, NOW) for page in told for lines in (LINES, ())]

    for scene in scenes:
        board.show(scene)
        window.pump(2)
        assert cut(board) == [], scene
        shown = [text for text in within(board, Text) if text.text]
        assert min(text.font_size for text in shown) >= board.geometry.afar, scene
        listed = [ink.font_size for ink in within(board.lines, Ink)] if scene.lines else []
        assert min(listed, default=999) >= screen.text(Role.CAPTION), scene
        if scene.large:
            called_out = (board.call_stage.ticket, board.call_stage.counter)
            assert min(ink.font_size for ink in called_out) >= screen.text(Role.TITLE), scene


@pytest.mark.parametrize(("metres", "logos"), [(3, 1), (8, 0)])
def test_the_logo_gives_way_to_names_that_must_be_read_from_afar(window, metres, logos):
    screen = Screen(*LANDSCAPE, diagonal_mm=1397, distance_mm=metres * 1000)
    window.resize(*LANDSCAPE)
    board = BoardScreen(Look(screen), demo_pack().commune, Texts())
    window.show(board)
    board.show(Scene(None, LINES, 12, None, NOW))
    window.pump(2)

    assert len(within(board.header, Logo)) == logos
    assert cut(board) == []


def test_the_ornament_has_the_round_corners_of_its_card(board, window):
    board.show(Scene(None, LINES, 12, pages(board)[0], NOW))
    window.pump(2)
    stage = board.notice_stage
    corners = [
        window.pixel(x, y)
        for x in (stage.x + 1, stage.right - 2)
        for y in (stage.y + 1, stage.top - 2)
    ]
    assert corners == [tuple(PALETTE.sand)] * 4


def test_before_the_hall_is_known_the_visitor_is_welcomed(board, window):
    board.show(Scene())
    window.pump(2)

    assert texts(board.welcome) == ["مرحبا بكم", "ⴰⵏⵙⵓⴼ", "Bienvenue", "Welcome"]
    assert numbers(board.header) == ["", ""]
    assert cut(board) == []


def test_the_parts_of_a_long_notice_are_counted(board, window):
    part = next(page for page in pages(board, ("fr",)) if page.parts > 1)
    board.show(Scene(None, LINES, 12, part, NOW))
    window.pump(2)
    assert f"1/{part.parts}" in texts(board.notice_stage)


def test_numbers_of_three_letters_or_four_figures_do_not_leave_their_boxes(board, window):
    wide = (Line("W1888", 88, is_called=True),)
    board.show(Scene(LargeCall("W1888", 88, is_bright=True), wide, 1888, None, NOW))
    window.pump(2)
    for ink in within(board, Ink):
        assert ink._rectangle.size[0] <= ink.width + 1, ink.text


def test_the_same_scene_drawn_again_looks_the_same(board, window, tmp_path):
    scene = Scene(CALLED, LINES, 12, pages(board)[0], NOW)
    board.show(scene)
    first = window.shot(tmp_path / "first.png").read_bytes()
    board.show(Scene(None, LINES, 3, pages(board)[1], NOW))
    window.pump(2)
    board.show(scene)
    window.pump(2)
    assert window.shot(tmp_path / "second.png").read_bytes() == first
