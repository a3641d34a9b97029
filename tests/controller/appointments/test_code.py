"""The codes of appointments."""

import pytest

from controller.appointments.code import ALPHABET, LENGTH, new_code, read_code, shown


def test_a_code_is_short_and_of_letters_that_nobody_mistakes() -> None:
    codes = [new_code() for _ in range(200)]

    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) == set(ALPHABET)
    assert len(set(codes)) == 200
    assert not set(ALPHABET) & set("01258BILOSUVZAEIOU")


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
    assert read_code(written) == "K7QM3XPT"


def test_a_code_is_shown_in_two_groups() -> None:
    assert shown("K7QM3XPT") == "K7QM-3XPT"
