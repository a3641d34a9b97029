"""What everybody must do now, in a real window, upright and lying."""

import pytest

from display.page import Kind, Page
from display.scene import LargeCall, Line, Scene
from display.screens.board import BoardScreen
from media.isolation import plain
from media.look.emergency import ORDERS
from media.look.look import Look
from media.look.screen import Screen
from media.look.theme import PALETTE
from media.look.widgets import Pictogram, Text, overflowing
from media.texts import Texts
from tests.display.builders import demo_pack
from tests.media.look.test_theme import contrast
from tests.window.harness import LANDSCAPE, PORTRAIT
from wire.messages import EmergencyKind

pytestmark = pytest.mark.window

CALLED = LargeCall("A012", 3, is_bright=False)
ROADS = Page(Kind.NOTICE, "roads", "ar", "megaphone", "بلاغ حول الطرق")
BUSY = Scene(CALLED, (Line("B104", 4, is_called=True),), 12, ROADS)

WORDS = {
    EmergencyKind.EVACUATION: {
        "إخلاء · Évacuation · Evacuation",
        "اخرجوا من أقرب مخرج.\nلا تستعملوا المصاعد.",
        "Sortez par l’issue la plus proche.\nNe prenez pas l’ascenseur.",
        "Leave by the nearest exit.\nDo not use the lifts.",
        "النداءات متوقفة. تحتفظ تذكرتكم بدورها.",
        "Les appels sont suspendus. Votre ticket garde sa place.",
    },
    EmergencyKind.SECURITY: {
        "إنذار أمني · Alerte de sécurité · Security alert",
        "ابتعدوا عن الأبواب.\nاتبعوا تعليمات الموظفين.",
        "Éloignez-vous des portes.\nSuivez le personnel.",
        "Stay away from the doors.\nFollow the staff.",
        "النداءات متوقفة. تحتفظ تذكرتكم بدورها.",
        "Les appels sont suspendus. Votre ticket garde sa place.",
    },
}


def within(root, kind):
    return [widget for widget in root.walk(restrict=True) if isinstance(widget, kind)]


def words(root) -> set[str]:
    """The texts, the two of the line below each by itself."""
    found = {plain(text.text) for text in within(root, Text)}
    foot = next(each for each in found if "suspendus" in each)
    return {*(found - {foot}), *foot.replace(" · ", "\n").split("\n")}


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT], ids=["lying", "upright"])
def test_an_emergency_has_the_whole_screen_in_every_language_and_leaves_it_as_it_was(window, size):
    window.resize(*size)
    screen = Screen(*size, diagonal_mm=1397, distance_mm=5000)
    board = BoardScreen(Look(screen), demo_pack().commune, Texts())
    window.show(board)
    for kind in EmergencyKind:
        board.show(BUSY)
        board.show(Scene(CALLED, BUSY.lines, 12, ROADS, lost_in="ar", emergency=kind))
        window.pump(2)

        assert board.scene_name == f"emergency-{kind}"
        assert words(board) == WORDS[kind]
        assert [each.pictogram for each in within(board, Pictogram)] == [kind.value]
        assert [plain(each.text) for each in overflowing(board)] == []
        _, *orders = board.emergencies[kind].words
        assert min(each.font_size for each in orders) >= screen.smallest_text

    board.show(BUSY)
    window.pump(2)
    assert (board.scene_name, board.call_stage.ticket.text) == ("call", "A012")
    assert all(each.parent is None for each in board.emergencies.values())


@pytest.mark.parametrize("kind", EmergencyKind)
def test_its_words_stand_out_from_their_ground(kind):
    for ink in (PALETTE.gold_tint, PALETTE.plaster):
        assert contrast(ink, ORDERS[kind].ground) >= 4.5
