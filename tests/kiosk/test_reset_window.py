"""After idle visitors the kiosk is as one that was just started: window, pixels, memory."""

import gc
import sys
from dataclasses import replace

import pytest
from kivy.tests.common import UnitTestTouch

from kiosk.asked import Asked
from kiosk.choices import Choices
from kiosk.finding.search import Search
from kiosk.flow import KioskFlow
from kiosk.screens.plan import Plan
from kiosk.screens.sheet_cutter import SheetCutter
from kiosk.screens.stage import Stage
from kiosk.screens.target import targets
from kiosk.turning import Turner
from media.look.widgets import Text
from tests.kiosk.conversation import PACK, WAITS, offer
from tests.kiosk.journeys import MARKS, Journey, SecretDesk, requests, seeded
from tests.kiosk.staged import SCREENS, kit_on
from wire.messages import LANGUAGES, CheckIn, TakeTicket, TicketSlip

pytestmark = pytest.mark.window

SCREEN = SCREENS["portrait of 21.5 inches"]
VISITORS, STEPS = 6, 8
PURPOSES = (
    ("start", "language:ar", "appointment"),
    ("start", "language:zgh", "office:civil_status", "service:birth_copy", "take"),
    (),
)
"""What visitors come for; whatever they do then is random."""


class Machine:
    """A kiosk in its window, whose desk and hall are the test's."""

    def __init__(self, window, random):
        self.window, self.settled, self.desk = window, 0, SecretDesk(random)
        kit = replace(kit_on(SCREEN), touch=self._choose)
        self.stage = Stage(kit, self._settle)
        self.flow = KioskFlow(
            self.stage,
            self.desk,
            Choices(PACK, LANGUAGES),
            Turner(LANGUAGES, Plan(SCREEN).capacity(), SheetCutter(kit), Search(PACK)),
            Asked(requests(random)),
            WAITS,
        )
        window.show(self.stage)
        self.flow.on_online()

    def _settle(self, _):
        self.settled += 1

    def _choose(self, target):
        self.flow.touch(target)

    def rests(self):
        """Wait until the screen takes touches again and nothing moves."""
        self.window.until(lambda: self.stage.touch_map() == self.stage._last_map)
        self.window.until(lambda: self.stage._is_settled and not self.stage._settle.is_triggered)
        self.window.pump(3)

    def touch(self, target):
        """Put a real finger on what the screen has there, when it has it in its window."""
        self.rests()
        widget = targets(self.stage._question or self.stage)[target]
        finger = UnitTestTouch(*widget.to_window(*widget.center))
        finger.touch_down()
        finger.touch_up()

    def picture(self, path):
        self.rests()
        return self.window.shot(path).read_bytes()


def described(widget):
    """Return all that a widget and those below it show: places, words, letters' pixels."""
    shown = ("text", "color", "opacity", "font_size", "halign", "state", "disabled", "target")
    texture = getattr(widget, "texture", None)
    return (
        type(widget).__name__,
        tuple(widget.pos),
        tuple(widget.size),
        tuple(str(getattr(widget, name, None)) for name in shown),
        None if texture is None else texture.pixels,
        [described(child) for child in widget.children],
    )


def words_in_memory():
    """Return every marked text that anything of the program still holds, but the tests."""
    program = [
        module
        for name, module in sys.modules.items()
        if name.partition(".")[0] in {"kiosk", "media", "hardware", "wire", "kivy", "structlog"}
    ]
    seen, left, found = set(), program, set()
    while left:
        thing = left.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        kind = type(thing)  # what is weakly held answers for what it stands for, or not at all
        if issubclass(kind, str) and MARKS.search(thing):
            found.add(thing)
        elif not (kind is type(sys) and thing.__name__.startswith(("tests", "_pytest", "pytest"))):
            left.extend(gc.get_referents(thing))
    return found


def is_a_visitors(thing):
    """Return whether it is a ticket, a wish, or a text on a screen with a word of a visitor's."""
    kind = type(thing)
    is_marked = issubclass(kind, Text) and MARKS.search(thing.text)
    return kind in (TicketSlip, TakeTicket, CheckIn) or bool(is_marked)


@pytest.fixture
def _hoarding():
    """Let Python throw nothing away by itself: what the kiosk does not throw away stays."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_hoarding")
def test_after_random_visitors_the_kiosk_is_that_of_a_cold_start(window, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.screens.stage.SETTLING", 0.0)
    window.resize(SCREEN.width_px, SCREEN.height_px)
    fresh = Machine(window, seeded(0))
    fresh.flow.on_offer(offer(takes_appointments=True))
    cold_picture = fresh.picture(tmp_path / "cold.png")
    cold = described(fresh.stage)

    machine, came_to = Machine(window, seeded(0)), set()
    machine.flow.on_offer(offer(takes_appointments=True))
    for number in range(VISITORS):
        machine.desk._random = random = seeded(number)
        journey = Journey(random, machine.flow, machine.desk, machine.touch, number * 100)
        for target in PURPOSES[number % len(PURPOSES)]:
            machine.touch(target)
        for _ in range(STEPS):
            journey.goes(1, lambda: machine.stage.page)
            came_to.add(machine.stage.page.name)
        machine.flow.on_offer(offer(number * 100 + 99, takes_appointments=True))
        journey.leaves()
        assert machine.picture(tmp_path / f"{number}.png") == cold_picture, number
        assert described(machine.stage) == cold, number
        assert machine.stage.touch_map().targets == fresh.stage.touch_map().targets
        del journey, random

    assert {"ticket", "code", "sheet"} <= came_to
    assert [each for each in gc.get_objects() if is_a_visitors(each)] == []
    assert words_in_memory() == set()
