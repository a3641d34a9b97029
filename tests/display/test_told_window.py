"""Warnings, news, sessions, procedures and the queue in a real window, upright and lying."""

from datetime import datetime

import pytest

from display.item_pages import ItemPages
from display.pages import PageMaker
from display.scene import Line, Scene
from display.screens.board import BoardScreen
from display.screens.ink import Ink
from media.look.look import Look
from media.look.screen import Screen
from media.look.theme import PALETTE
from media.look.widgets import overflowing
from media.playlist.content import CouncilSession, Level, News, QueueState, Vigilance
from media.playlist.validity import Validity
from media.texts import Texts
from media.words import Words
from tests.display.builders import demo_pack
from tests.media.playlist.building import wall
from tests.window.harness import LANDSCAPE, PORTRAIT
from wire.messages import Expected, Queue, Ready

pytestmark = pytest.mark.window

NOW = datetime(2026, 11, 23, 10, 42)  # noqa: DTZ001  only its hour and minute are drawn
LINES = (Line("B104", 4, is_called=True), Line("A011", 2, is_called=False))
TITLE = Words(
    ar="انطلاق أشغال تهيئة شارع محمد الخامس", fr="Les travaux de l’avenue Mohammed V commencent"
)
LONG = Words(
    ar="أعطيت يوم الاثنين انطلاقة أشغال تهيئة شارع محمد الخامس على طول 2,4 كيلومترات، وتشمل "
    "الأرصفة والإنارة العمومية والتشجير. وستستمر الأشغال إلى غاية شهر مارس 2027.",
    fr="Les travaux d’aménagement de l’avenue Mohammed V, sur 2,4 km, ont commencé lundi : "
    "trottoirs, éclairage public et plantations. Ils dureront jusqu’en mars 2027.",
)
LEVELS = {
    Level.GREEN: PALETTE.green,
    Level.YELLOW: PALETTE.alert_yellow,
    Level.ORANGE: PALETTE.alert_orange,
    Level.RED: PALETTE.alert_red,
}


@pytest.fixture(scope="module", params=[LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def size(request):
    return request.param


@pytest.fixture
def board(window, size):
    window.resize(*size)
    screen = Screen(*size, diagonal_mm=1397, distance_mm=5000)
    board = BoardScreen(Look(screen), demo_pack().commune, Texts())
    window.show(board)
    return board


@pytest.fixture
def pages(board):
    return ItemPages(PageMaker(("ar", "fr"), board.notice_stage.fits), Texts(), demo_pack())


def warning(level=Level.ORANGE):
    return Vigilance(level, Words(ar="رياح قوية", fr="Vents forts"), LONG)


def everything(pages):
    procedure = max(demo_pack().procedures, key=lambda each: len(each.documents))
    session = CouncilSession(
        TITLE, wall("2027-02-04 10:00"), Words(ar="القاعة", fr="La salle"), agenda=LONG
    )
    day = Validity(wall("2026-11-23 08:00"), wall("2026-11-24 18:00"))
    queue = pages.of_queue("q", QueueState())
    waits = {each.id: Queue(each.id, 14, Expected(12, 18, 125)) for each in demo_pack().services}
    return (
        *pages.of_vigilance("v", warning(), day),
        *pages.of_news("n", News(TITLE, "commune-ainnour.ma", LONG), wall("2026-11-23 08:00")),
        *pages.of_session("s", session),
        *pages.of_procedure("p", procedure.id),
        *(each.now(waits) for each in (*queue[:2], *queue[-2:])),
    )


def test_nothing_of_any_page_is_cut_and_all_of_it_is_as_large_as_must_be(board, window, pages):
    for leaf in everything(pages)[::2]:
        board.show(Scene(None, LINES, 12, leaf, NOW, ready=(Ready("A012", 3),)))
        window.pump(2)
        assert overflowing(board) == [], leaf
        least = board.geometry.reading(board.notice_stage._narrowest)
        if board.notice_stage.parent is not None:
            assert min(each.fitted.size for each in board.notice_stage.words) >= least - 1, leaf


def test_all_words_of_a_long_text_are_shown_in_their_order(pages):
    for language in ("ar", "fr"):
        leaves = [each for each in everything(pages) if each.kind == "news"]
        shown = " ".join(each.text for each in leaves if each.language == language)
        assert shown.replace(" …", "").split() == getattr(LONG, language).split()


@pytest.mark.parametrize("level", list(Level))
def test_a_warning_has_the_colour_of_its_level(board, window, pages, level):
    (page, *_) = pages.of_vigilance("v", warning(level), Validity())
    board.show(Scene(None, (), 12, page, NOW))
    window.pump(3)
    stage = board.notice_stage
    head = stage.children[0].children[-2]

    assert window.pixel(head.center_x, head.y + 6) == tuple(LEVELS[level])
    assert board.scene_name == "vigilance-ar"


def test_the_queues_numbers_are_those_of_now(board, window, pages):
    (page, *_) = pages.of_queue("q", QueueState(("birth_copy", "legalisation")))
    waits = {"birth_copy": Queue("birth_copy", 7, Expected(5, 9, 15))}
    board.show(Scene(None, (), 12, page.now(waits), NOW))
    window.pump(2)

    numbers = [each.text for each in board.queue_stage.walk(restrict=True) if isinstance(each, Ink)]
    assert sorted(numbers) == ["5 – 15", "7", "–", "–"]
