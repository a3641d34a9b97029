"""A scanner that types: what its keys come to."""

import pytest

from hardware.wedge import LETTERS, MOST, Wedge

KEYS = {letter: usage for usage, letter in LETTERS.items()}


def typed(wedge, text):
    """Press the keys of a text; return what each of them ended."""
    return [wedge.press(KEYS[letter]) for letter in text]


@pytest.mark.parametrize("enter", [40, 88])
def test_a_line_is_whole_with_enter(enter):
    wedge = Wedge()
    assert set(typed(wedge, "http://hall.example:8080/a/k7qm-3xpt")) == {None}
    assert wedge.press(enter) == "http://hall.example:8080/a/k7qm-3xpt"
    assert wedge.press(enter) is None


def test_keys_lie_where_usb_says():
    """HID Usage Tables: 4 is A and 29 is Z, 30 is 1 and 39 is 0."""
    assert [LETTERS[usage] for usage in (4, 29, 30, 38, 39)] == ["a", "z", "1", "9", "0"]


def test_what_was_begun_and_not_ended_is_forgotten():
    wedge = Wedge()
    typed(wedge, "k7qm")
    wedge.forget()
    typed(wedge, "3xpt")
    assert wedge.press(40) == "3xpt"


def test_shift_and_other_keys_are_no_letters():
    wedge = Wedge()
    for usage in (225, 4, 41, 225, 5):
        wedge.press(usage)
    assert wedge.press(40) == "ab"


def test_an_endless_line_is_kept_short():
    wedge = Wedge()
    typed(wedge, "a" * (MOST + 50))
    assert wedge.press(40) == "a" * MOST
