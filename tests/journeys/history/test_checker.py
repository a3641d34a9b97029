"""The checker finds what is wrong, and leaves alone what is right."""

import pytest

from tests.journeys.history.checker import contradictions
from tests.journeys.history.entry import Entry


def took(ticket: str, seq: int, asked: float, answered: float, request: str = "") -> Entry:
    answer = {"seq": seq, "ticket": ticket}
    return Entry("kiosk", request or f"take-{seq}", "take_ticket", asked, answered, answer)


def called(
    ticket: str, seq: int, asked: float, answered: float, client: str = "amina", request: str = ""
) -> Entry:
    answer = {"seq": seq, "ticket": ticket}
    return Entry(client, request or f"call-{seq}", "call_next", asked, answered, answer)


def told(refused: str, asked: float, answered: float) -> Entry:
    return Entry("brahim", f"r-{asked}", "call_next", asked, answered, {"refused": refused})


RIGHT = [
    took("A001", 1, 0, 2),
    took("A002", 2, 1, 3),
    told("nobody_waiting", 0, 1),
    called("A001", 3, 4, 6),
    called("A002", 4, 5, 7, "brahim"),
    told("nobody_waiting", 5.5, 8),
]


def test_a_right_history_has_no_contradiction() -> None:
    assert contradictions(RIGHT) == []


def test_two_at_once_may_come_in_either_order() -> None:
    swapped = [took("A002", 2, 0, 2), took("A001", 1, 1, 3)]

    assert contradictions([*swapped, *RIGHT[2:]]) == []


def test_an_answer_given_twice_is_one_answer() -> None:
    again = Entry("kiosk", "take-1", "take_ticket", 0, 2, {"seq": 1, "ticket": "A001"}, sent=2)

    assert contradictions([again, *RIGHT[1:]]) == []


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (called("A001", 5, 8, 9, "karim"), "A001 was called to amina and karim"),
        (took("A001", 5, 8, 9), "A001 was issued to kiosk and kiosk"),
        (called("A009", 5, 8, 9), "A009 was called, and nobody took it"),
        (took("A003", 5, 8, 9), "A003 was never called"),
        (told("counter_busy", 8, 9), "brahim was refused call_next: counter_busy"),
        (told("nobody_waiting", 3.5, 3.9), "brahim was told that nobody waits while A001 did"),
    ],
)
def test_what_is_wrong_is_found(wrong: Entry, found: str) -> None:
    assert found in contradictions([*RIGHT, wrong])


def test_two_requests_cannot_have_one_place() -> None:
    other = called("A001", 4, 4, 6, request="another")

    assert "2 requests have the place 4" in contradictions([*RIGHT[:3], other, RIGHT[4]])


def test_a_place_cannot_be_earlier_than_one_that_was_known_before() -> None:
    late = [took("A001", 3, 0, 2), took("A002", 2, 4, 5), called("A001", 4, 6, 7)]

    assert "kiosk asked after place 3 and got 2" in contradictions(late)
