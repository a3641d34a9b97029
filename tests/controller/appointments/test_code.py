"""The codes of appointments."""

from controller.appointments.code import new_code, read_code
from wire.appointment_code import ALPHABET, LENGTH


def test_a_code_is_short_and_of_letters_that_nobody_mistakes() -> None:
    codes = [new_code() for _ in range(200)]

    assert {len(code) for code in codes} == {LENGTH}
    assert set("".join(codes)) == set(ALPHABET)
    assert len(set(codes)) == 200


def test_a_scanned_address_is_read_as_the_book_has_its_code() -> None:
    assert read_code("http://hall.example/a/k7qm-3xpt/") == "K7QM3XPT"
