"""The aids in a real window: a touch lowers the screen, another turns it black and white."""

import pytest

from kiosk.settings import KioskScreenSettings
from media.look.screen import HIGHEST_CONTROL_MM
from tests.kiosk.visitor import PORTRAIT

pytestmark = pytest.mark.window

HIGH = KioskScreenSettings(1080, 1920, 813.0, distance_mm=550.0, bottom_mm=700.0)


def heights(visitor):
    """How high the middle of each target stands above the floor, in millimetres."""
    screen = visitor.settings.screen
    per_mm = screen.geometry().px_per_mm
    return {
        name: screen.bottom_mm + (screen.height_px - each.top - each.height / 2) / per_mm
        for name, each in visitor.sees().targets.items()
    }


def test_a_touch_within_reach_lowers_every_screen_until_the_visitor_has_gone(visit):
    visitor = visit(HIGH)
    visitor.until_sees("attract")
    assert heights(visitor)["aid:low"] <= HIGHEST_CONTROL_MM

    visitor.goes(("aid:low", "languages"))
    for target, screen in (
        ("language:ar", "offices"),
        ("office:civil_status", "services"),
        ("service:birth_copy", "sheet"),
        ("take", "ticket"),
    ):
        assert max(heights(visitor).values()) <= HIGHEST_CONTROL_MM
        visitor.goes((target, screen))
    assert max(heights(visitor).values()) <= HIGHEST_CONTROL_MM
    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)

    visitor.goes(("home", "attract"))
    visitor.until(lambda: not visitor.kiosk.root.aids.low)
    visitor.until(lambda: heights(visitor)["start"] > 0)
    visitor.until(lambda: visitor.kiosk.stage.height > visitor.settings.screen.height_px * 0.9)


def test_high_contrast_leaves_black_and_white_alone(visit, window):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    visitor.goes(("aid:contrast", "languages"), ("language:fr", "offices"))
    window.pump(3)
    middle = visitor.sees().targets["home"]
    row = visitor.settings.screen.height_px - middle.top - middle.height / 2
    shades = {window.pixel(x, row) for x in range(0, 1080, 7)}
    assert {shade for shade in shades if len(set(shade)) > 1} == set()
    assert {(0, 0, 0), (255, 255, 255)} <= shades

    assert "aid:low" not in visitor.sees().targets  # all of it is low enough
    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)
    visitor.goes(("home", "attract"))
    visitor.until(lambda: not visitor.kiosk.root.aids.contrast)
