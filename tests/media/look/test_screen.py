from math import ceil

import pytest

from media.look.screen import CAPITAL_HEIGHT, Role, Screen

KIOSK = Screen(1080, 1920, diagonal_mm=813, distance_mm=550, bottom_mm=700)
HALL = Screen(1920, 1080, diagonal_mm=1397, distance_mm=4000, bottom_mm=1900)


def test_a_millimetre_is_as_many_pixels_as_the_diagonal_says():
    square = Screen(300, 400, diagonal_mm=250, distance_mm=500)

    assert (square.px_per_mm, square.px(10)) == (2.0, 20)


def test_a_touch_target_is_twenty_millimetres():
    assert KIOSK.touch == round(20 * KIOSK.px_per_mm)


def test_a_touch_target_that_is_read_from_afar_is_as_large_as_its_words():
    large = Screen(1080, 1920, diagonal_mm=1092, distance_mm=600)

    assert large.touch == ceil(1.8 * large.text(Role.BODY)) > large.px(20)


@pytest.mark.parametrize(
    ("screen", "role"), [(KIOSK, Role.CAPTION), (HALL, Role.TITLE)], ids=["kiosk", "hall"]
)
def test_a_capital_fills_seven_tenths_of_a_degree(screen, role):
    capital_mm = screen.text(role) * CAPITAL_HEIGHT / screen.px_per_mm

    assert capital_mm == pytest.approx(screen.distance_mm * 0.012217, rel=0.02)


def test_texts_grow_with_the_distance():
    near, far = (Screen(1920, 1080, 1397, distance_mm=distance) for distance in (3000, 6000))

    assert far.text(Role.TITLE) == pytest.approx(2 * near.text(Role.TITLE), abs=1)


def test_roles_are_in_order_of_size():
    sizes = [KIOSK.text(role) for role in Role]

    assert sizes == sorted(set(sizes))


def test_controls_stand_no_higher_than_a_seated_person_reaches():
    lowest, highest = KIOSK.reach()

    assert (lowest, highest) == (0, round(520 * KIOSK.px_per_mm))


def test_a_screen_that_hangs_high_has_no_reachable_row():
    assert HALL.reach() == (0, 0)


def test_a_screen_that_stands_on_the_floor_has_no_control_at_the_skirting():
    assert Screen(1080, 1920, 2032, 550, bottom_mm=0).reach()[0] == round(380 * 2202.91 / 2032)


@pytest.mark.parametrize(
    ("screen", "is_cramped"),
    [
        (Screen(1920, 1080, 396, 450), True),  # too low
        (Screen(1195, 1024, 463, 450), True),  # too narrow
        (Screen(1080, 1395, 549, 550), True),  # too low, though it stands
        (Screen(1080, 1500, 696, 550), False),
        (Screen(1820, 1080, 525, 450), False),
        (KIOSK, False),
        (HALL, False),
    ],
)
def test_two_languages_have_no_room_on_a_small_screen(screen, is_cramped):
    assert screen.is_cramped is is_cramped


@pytest.mark.parametrize("wrong", [{"width_px": 0}, {"diagonal_mm": -1}, {"bottom_mm": -1}])
def test_a_length_below_zero_is_refused(wrong):
    lengths = {"width_px": 10, "height_px": 10, "diagonal_mm": 10, "distance_mm": 10}
    with pytest.raises(ValueError, match="no length below zero"):
        Screen(**lengths | wrong)
