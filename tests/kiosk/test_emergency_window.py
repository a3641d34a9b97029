"""What everybody must do now, on kiosks of every shape."""

import os
from pathlib import Path

import pytest

from kiosk import page as pages
from kiosk.screens.target import targets
from media.isolation import plain
from media.look.widgets import Display, Pictogram, Text, overflowing
from tests.kiosk.staged import SCREENS, stage_on
from wire.messages import EmergencyKind

pytestmark = pytest.mark.window

SIZES = ("landscape of 15.6 inches", "portrait of 21.5 inches", "old square of 19 inches")
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


@pytest.mark.parametrize("size", [*SIZES, "hung high", "standing low"])
def test_an_emergency_has_the_whole_kiosk_in_every_language_and_nothing_to_touch(window, size):
    stage = stage_on(window, SCREENS[size])
    stage.show(pages.Attract(("ar", "fr")))
    for kind in EmergencyKind:
        stage.show(pages.Emergency(kind))
        window.pump(4)
        look(stage, f"{size}-{kind}")

        assert {plain(each.text) for each in within(stage, Text)} == WORDS[kind]
        assert [each.pictogram for each in within(stage, Pictogram)] == [kind.value]
        assert [plain(each.text) for each in overflowing(stage)] == []
        assert targets(stage) == {}
        largest = {each.font_size for each in within(stage, Display)}
        assert len(largest) == 1, "the languages are as large as one another"
    stage.show(pages.Attract(("ar", "fr")))
    window.pump(2)
    assert stage.touch_map().screen == "attract"


def look(stage, name):
    """Keep a picture where somebody asks for one."""
    if folder := os.environ.get("NOUBA_PICTURES"):
        stage.export_to_png(str(Path(folder) / f"kiosk-{name.replace(' ', '-')}.png"))
