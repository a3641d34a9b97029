"""A technician before a real kiosk: a corner that is held, real keys, real prints."""

from dataclasses import replace

import pytest
from kivy.tests.common import UnitTestTouch

from kiosk.screens.target import targets
from kiosk.speech.sound_facts import SoundFacts
from kiosk.technician_page import (
    Row,
    TechnicianCode,
    TechnicianFacts,
    TechnicianMenu,
    TechnicianTarget,
    Tool,
    technician_targets,
)
from kiosk.workshop import sound_rows
from media.isolation import plain
from media.look.widgets import Text, out_of_reach, overflowing, small_targets
from tests.kiosk.staged import SCREENS, stage_on
from tests.kiosk.test_technician import CODE, HASH
from tests.kiosk.visitor import PORTRAIT
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window

LINES = ("2026-11-23T10:31:05Z warning printer_fault printer=escpos troubles=['paper_out']",) * 12
VOICES = (("ar", "recordings"), ("zgh", "recordings"), ("fr", "espeak-ng"), ("en", "espeak-ng"))
NETWORK = (
    Row("http://192.168.1.10:8080", "Controller"),
    Row("103:12:45", "Connected since"),
    Row("4 ms", "Round trip"),
    Row("eth0 192.168.1.21 · wlan0 192.168.100.210", "Own addresses"),
)
SOUND = (
    Row("virtual:/var/lib/nouba/kiosk/heard", "Loudspeaker"),
    *sound_rows(SoundFacts(VOICES, 2, "previous")),
)


def all_pages(language):
    yield TechnicianCode(language, 12, is_wrong=True)
    yield TechnicianCode(language, 0, locked_minutes=10)
    yield TechnicianMenu(language)
    yield TechnicianFacts(language, Tool.NETWORK, NETWORK, may_do=True)
    yield TechnicianFacts(language, Tool.LOG, tuple(map(Row, LINES)))
    sound = Row("This kiosk has none.", "Loudspeaker", is_text=True)
    yield TechnicianFacts(language, Tool.SOUND, (sound,))
    yield TechnicianFacts(language, Tool.SOUND, SOUND, may_do=True)
    yield TechnicianTarget(language, (0.15, 0.15))


@pytest.mark.parametrize(
    ("size", "languages"),
    [("portrait of 21.5 inches", LANGUAGES), ("landscape of 15.6 inches", ("ar", "fr"))],
)
def test_every_page_of_the_technicians_fits_and_its_targets_are_large(window, size, languages):
    screen = SCREENS[size]
    stage = stage_on(window, screen)
    for page in (page for language in languages for page in all_pages(language)):
        stage.show(page)
        window.pump(3)
        assert [text.text for text in overflowing(stage)] == [], page
        assert [each.target for each in small_targets(stage, screen)] == [], page
        assert [each.target for each in out_of_reach(stage, screen)] == [], page
        assert set(targets(stage)) == technician_targets(page)


def said(widget):
    return {plain(text.text) for text in widget.walk() if isinstance(text, Text) and text.text}


def test_a_held_corner_and_the_code_lead_to_a_test_print_and_a_calibrated_glass(
    visit, printer, monkeypatch
):
    monkeypatch.setattr("kiosk.screens.stage.HOLD", 0.2)
    monkeypatch.setattr("kiosk.screens.stage.SETTLING", 0.05)
    visitor = visit(replace(PORTRAIT))
    kiosk = visitor.kiosk
    kiosk.technician._lock._hash = HASH
    visitor.until_sees("attract")

    finger = UnitTestTouch(20, visitor.settings.screen.height_px - 20)
    finger.touch_down()
    visitor.until_sees("technician_code")
    finger.touch_up()
    assert visitor.sees().screen == "technician_code"
    for digit in CODE:
        visitor.touches(f"digit:{digit}")
    visitor.goes(("enter", "technician"), ("tool:print", "technician_facts"))

    visitor.touches("do")
    visitor.until(lambda: (kiosk.second(), "printed" in " ".join(said(kiosk.stage)))[1])
    assert len(printer.pages()) == 1

    visitor.goes(("back", "technician"), ("tool:network", "technician_facts"))
    visitor.touches("do")
    visitor.until(
        lambda: (
            kiosk.second(),
            "ms" in kiosk._tools.trip.told or "HTTP" in kiosk._tools.trip.told,
        )[1]
    )
    assert any(visitor.settings.controller in text for text in said(kiosk.stage))

    visitor.goes(("back", "technician"), ("tool:touch", "technician_target"))
    while isinstance(kiosk.stage.page, TechnicianTarget):
        visitor.until(lambda: kiosk.stage.is_settled)
        x, y = kiosk.stage.page.place
        width, height = visitor.settings.screen.width_px, visitor.settings.screen.height_px
        visitor.window.press_at(x * width * 0.98, y * height)
        visitor.window.release_at(x * width * 0.98, y * height)
    assert any("0.0 mm" in text or "0.1 mm" in text for text in said(kiosk.stage))
    assert kiosk._correction.correct((0.49, 0.5)) == pytest.approx((0.5, 0.5), abs=0.002)

    # Another finger that is felt beside its place now touches what it means.
    visitor.until(lambda: kiosk.stage.is_settled)
    home = visitor.sees().targets["home"]
    x = (home.left + 5) * 0.98
    visitor.window.press_at(x, height - home.top - home.height / 2)
    visitor.window.release_at(x, height - home.top - home.height / 2)
    visitor.until_sees("attract")
    assert (visitor.settings.home / "touch.json").exists()
