"""The codes of appointments, as they are written, typed and scanned."""

import pytest

from wire.appointment_code import ALPHABET, LENGTH, is_whole, read, shown


def test_no_letter_of_a_code_is_mistaken_for_another() -> None:
    assert not set(ALPHABET) & set("01258BILOSUVZAEIOU")
    assert (len(ALPHABET), LENGTH) == (21, 8)


@pytest.mark.parametrize(
    "written",
    [
        "k7qm3xpt",
        "K7QM-3XPT",
        " k7qm 3xpt ",
        "HTTP://HALL.EXAMPLE/A/K7QM3XPT",
        "http://hall.example/a/K7QM3XPT/",
    ],
)
def test_a_code_is_read_however_it_is_written(written: str) -> None:
    assert read(written) == "K7QM3XPT"


@pytest.mark.parametrize(
    ("code", "whole"),
    [
        ("K7QM3XPT", True),
        ("K7QM3XP", False),
        ("K7QM3XPTT", False),
        ("K7QM3XP0", False),
        ("", False),
    ],
)
def test_a_code_is_whole_with_all_its_letters_and_no_others(code: str, *, whole: bool) -> None:
    assert is_whole(code) is whole


def test_a_code_is_shown_in_two_groups() -> None:
    assert shown("K7QM3XPT") == "K7QM-3XPT"
