"""The audit finds each fault that is made for it, and none where there is none."""

from dataclasses import replace

import pytest
from PIL import Image, ImageDraw

from kiosk.inspection import ControlSeen, Inspection, TextSeen
from kiosk.touch_map import Rectangle
from media.look.screen import Screen
from nouba.auditing.measures import Fault, findings

SCREEN = Screen(1080, 1920, 546.0, 450.0, 640.0)
PLACE = Rectangle(100, 1000, 400, 120)
WORDS = Rectangle(120, 1020, 300, 70)
HIGH = Screen(1080, 1920, 813.0, 550.0, 700.0)


def picture(ink="#172128", ground="#fffefb", edge="#5f7488", place=PLACE):
    """A button with a word on sand."""
    image = Image.new("RGB", (1080, 1920), "#f6f1e6")
    pen = ImageDraw.Draw(image)
    right, bottom = place.left + place.width, place.top + place.height
    pen.rectangle((place.left, place.top, right - 1, bottom - 1), fill=edge)
    pen.rectangle((place.left + 3, place.top + 3, right - 4, bottom - 4), fill=ground)
    pen.rectangle((140, 1030, 200, 1080), fill=ink)
    return image


def inspection(place=PLACE, said="Take a ticket", *, is_low=True, **text):
    properties = {"is_whole": True, "is_spoken": True} | text
    size = properties.pop("size_px", 40.0)
    seen = TextSeen("Take a ticket", WORDS, size, **properties)
    return Inspection("sheet", "en", 1, is_low, (ControlSeen("take", place, said),), (seen,))


def found(shown, seen, screen=SCREEN):
    return {(each.fault, each.what) for each in findings(seen, shown, screen)}


def test_a_button_as_it_should_be_has_no_fault():
    assert found(picture(), inspection()) == set()


@pytest.mark.parametrize(
    ("fault", "what", "shown", "seen"),
    [
        (Fault.PALE, "Take a ticket", picture(ink="#8a949c"), inspection()),
        (Fault.EDGELESS, "take", picture(edge="#f0ebe0"), inspection()),
        (Fault.UNSPOKEN, "take", picture(), inspection(said=" ")),
        (Fault.UNSPOKEN, "Take a ticket", picture(), inspection(is_spoken=False)),
        (Fault.CUT, "Take a ticket", picture(), inspection(is_whole=False)),
        (Fault.FINE, "Take a ticket", picture(), inspection(size_px=20.0)),
        (
            Fault.SMALL,
            "take",
            picture(place=Rectangle(100, 1000, 400, 70)),
            inspection(Rectangle(100, 1000, 400, 70)),
        ),
    ],
)
def test_each_fault_is_found(fault, what, shown, seen):
    assert (fault, what) in found(shown, seen)


def test_a_control_beyond_reach_is_too_high_for_a_lowered_screen_alone():
    high = Rectangle(100, 300, 400, 120)
    assert (Fault.HIGH, "take") in found(picture(place=high), inspection(high), HIGH)
    standing = inspection(high, is_low=False)
    assert (Fault.HIGH, "take") not in found(picture(place=high), standing, HIGH)


def test_what_is_beyond_the_glass_is_cut_off():
    out = Rectangle(800, 1000, 400, 120)
    assert (Fault.CUT, "take") in found(picture(), inspection(out))


def test_a_control_near_the_floor_is_too_low():
    low = replace(SCREEN, bottom_mm=250.0)
    near_floor = Rectangle(100, 1700, 400, 120)
    assert (Fault.LOW, "take") in found(picture(place=near_floor), inspection(near_floor), low)


def test_two_controls_that_nearly_touch_are_too_near():
    near = Rectangle(PLACE.left + PLACE.width + 5, PLACE.top, 400, 120)
    one = inspection()
    both = Inspection(
        "sheet", "en", 1, True, (*one.controls, ControlSeen("home", near, "Home")), one.texts
    )
    assert (Fault.NEAR, "take · home") in found(picture(), both)
