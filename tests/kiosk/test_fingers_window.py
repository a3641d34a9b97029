"""Double taps, palms and many fingers: real touches in a real window, and what they choose."""

from dataclasses import replace

import pytest
from kivy.input.shape import ShapeRect
from kivy.tests.common import UnitTestTouch

from kiosk import page as pages
from kiosk import visit as visits
from kiosk.screens.fingers import REST
from kiosk.screens.stage import Stage
from kiosk.screens.target import targets
from tests.kiosk.staged import PACK, SCREENS, kit_on, offered, turner_on
from wire.messages import LANGUAGES

pytestmark = pytest.mark.window

SCREEN = SCREENS["portrait of 21.5 inches"]
FIRST, SECOND, THIRD, FOURTH = (f"office:{office.id}" for office in PACK.offices[:4])


class Glass:
    """A stage with the offices on it, and what fingers chose there."""

    def __init__(self, window):
        self.window, self.chosen = window, []
        window.resize(SCREEN.width_px, SCREEN.height_px)
        self.stage = Stage(replace(kit_on(SCREEN), touch=self.chosen.append), self._settle)
        window.show(self.stage)
        self.settled = 0
        self.shows_offices()

    def _settle(self, _):
        self.settled += 1

    def shows_offices(self):
        self.shows(turner_on(SCREEN).page(visits.AtOffices("fr"), offered()))

    def shows(self, page):
        settled = self.settled
        self.stage.show(page)
        self.window.until(lambda: self.settled > settled)

    def finger(self, target):
        """A finger over the middle of a target, not put down yet."""
        widget = targets(self.stage)[target]
        return UnitTestTouch(*widget.to_window(*widget.center))

    def puts(self, target):
        finger = self.finger(target)
        finger.touch_down()
        return finger


@pytest.fixture
def glass(window):
    return Glass(window)


def test_one_finger_chooses_what_it_is_lifted_from(glass):
    glass.puts(FIRST).touch_up()
    assert glass.chosen == [FIRST]


def test_two_fingers_on_two_buttons_choose_what_the_first_was_put_on(glass):
    first, second = glass.puts(FIRST), glass.puts(SECOND)
    second.touch_up()
    assert glass.chosen == []
    first.touch_up()
    assert glass.chosen == [FIRST]


def test_a_palm_chooses_nothing_and_the_next_finger_does(glass):
    fingers = [glass.puts(each) for each in (FIRST, SECOND, THIRD, FOURTH)]
    for finger in fingers:
        finger.touch_up()
    assert glass.chosen == []
    assert {each.state for each in targets(glass.stage).values()} == {"normal"}
    glass.puts(SECOND).touch_up()
    assert glass.chosen == [SECOND]


def test_a_broad_touch_is_no_finger(glass):
    palm = glass.finger(FIRST)
    palm.shape = ShapeRect()
    palm.shape.width, palm.shape.height = 0.2, 0.1
    palm.touch_down()
    palm.touch_up()
    assert glass.chosen == []


def test_a_hand_that_rests_on_the_glass_keeps_nobody_from_choosing(glass):
    resting = [glass.puts("home"), glass.puts(FIRST)]
    for finger in resting:
        finger.time_start -= REST
    glass.puts(SECOND).touch_up()
    assert glass.chosen == [SECOND]
    for finger in resting:
        finger.touch_up()
    assert glass.chosen == [SECOND]


def test_whoever_slides_off_a_button_has_not_chosen_it(glass):
    finger, elsewhere = glass.puts(FIRST), glass.finger(SECOND)
    finger.touch_move(elsewhere.x, elsewhere.y)
    finger.touch_up()
    assert glass.chosen == []


def test_a_finger_that_lies_there_while_the_screen_changes_chooses_nothing(glass):
    finger = glass.puts(FIRST)
    glass.shows(pages.LanguageChoice(LANGUAGES))
    glass.shows_offices()
    finger.touch_up()
    assert glass.chosen == []


def test_a_tap_on_what_has_just_come_under_the_finger_chooses_nothing(glass):
    finger = glass.finger(FIRST)
    glass.stage.show(pages.LanguageChoice(LANGUAGES))
    glass.window.pump(1)
    finger.touch_down()
    finger.touch_up()
    assert glass.chosen == []
