"""Where the parts of a screen lie, and how large its letters are."""

from itertools import combinations, product

import pytest

from display.plan import Geometry, Parts
from media.look.screen import CAPITAL_HEIGHT, Role, Screen

SCREENS = [
    Screen(1920, 1080, 1397, 5000),
    Screen(1080, 1920, 1397, 5000),
    Screen(1280, 720, 1092, 4000),
    Screen(3840, 2160, 1905, 8000),
    Screen(1920, 1080, 1092, 9000),
]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("is_rtl", [True, False])
def test_the_parts_cover_one_another_never_and_stay_on_the_screen(screen, is_rtl):
    for flags in product([True, False], repeat=3):
        boxes = [box for box in Geometry(screen, is_rtl).plan(Parts(*flags)) if box]
        for box in boxes:
            assert box.width > 0
            assert box.height > 0
            assert box.x >= 0
            assert box.y >= 0
            assert box.x + box.width <= screen.width_px
            assert box.y + box.height <= screen.height_px
        for one, other in combinations(boxes, 2):
            assert (
                one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )


@pytest.mark.parametrize("screen", SCREENS)
def test_at_least_three_lines_fit(screen):
    geometry = Geometry(screen, is_rtl=True)
    calling, resting = (
        geometry.capacity(is_calling=each, has_ready=False) for each in (True, False)
    )
    assert 3 <= calling <= resting


@pytest.mark.parametrize("screen", SCREENS)
def test_over_those_who_get_ready_the_list_keeps_letters_larger_than_theirs(screen):
    geometry = Geometry(screen, is_rtl=True)
    box = geometry.plan(Parts(is_calling=True, has_lines=True, has_ready=True)).lines
    assert geometry.capacity(is_calling=True, has_ready=True) >= 2
    assert geometry.line_size(box) > geometry.ready_size >= geometry.afar


@pytest.mark.parametrize("screen", SCREENS[:2])
def test_the_list_is_legible_from_the_viewing_distance(screen):
    geometry = Geometry(screen, is_rtl=True)
    lines = geometry.plan(Parts(is_calling=True, has_lines=True)).lines
    assert geometry.line_size(lines) >= 0.9 * screen.text(Role.TITLE)


def test_in_arabic_the_stage_is_at_the_right_in_french_at_the_left():
    parts = Parts(is_calling=True, has_lines=True)
    arabic, french = (Geometry(SCREENS[0], is_rtl).plan(parts) for is_rtl in (True, False))
    assert arabic.stage.x > arabic.lines.x
    assert french.stage.x < french.lines.x


def test_the_list_shrinks_when_nobody_is_called():
    geometry = Geometry(SCREENS[0], is_rtl=True)
    calling, resting = (
        geometry.plan(Parts(is_calling, has_lines=True)).lines for is_calling in (True, False)
    )
    assert resting.width < calling.width


def test_texts_of_second_rank_fill_twelve_minutes_of_arc():
    screen = SCREENS[0]
    capital_mm = Geometry(screen, is_rtl=True).afar * CAPITAL_HEIGHT / screen.px_per_mm
    assert capital_mm == pytest.approx(5000 * 0.003491, rel=0.02)


def test_a_call_alone_takes_no_more_height_than_its_numbers_can_use():
    lying, upright = (
        Geometry(screen, is_rtl=True).plan(Parts(is_calling=True, has_lines=False)).stage
        for screen in SCREENS[:2]
    )
    assert lying.width > 2 * lying.height
    assert upright.height == pytest.approx(1.2 * upright.width)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_list_has_a_place_for_each_line_and_none_is_much_higher_than_its_letters(screen):
    geometry = Geometry(screen, is_rtl=True)
    box = geometry.plan(Parts(is_calling=True, has_lines=True)).lines
    assert geometry.slots(box, 9) == 9
    height = (box.height - geometry.captions_height(box)) / geometry.slots(box, 1)
    assert height <= 2.3 * geometry.line_size(box)
