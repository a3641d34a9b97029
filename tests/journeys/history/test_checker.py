"""The checker finds what is wrong, and leaves alone what is right."""

from dataclasses import replace

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


def opened(client: str, counter: int, seq: int, *services: str) -> Entry:
    data = {"counter": counter, "services": list(services)}
    return Entry(client, f"open-{seq}", "open", -2, -1, {"seq": seq}, 1, data)


def told(refused: str, asked: float, answered: float) -> Entry:
    return Entry("brahim", f"r-{asked}", "call_next", asked, answered, {"refused": refused})


OPENED = [opened("amina", 1, 1), opened("brahim", 2, 2), opened("karim", 3, 3)]
RIGHT = [
    *OPENED,
    took("A001", 4, 0, 2),
    took("A002", 5, 1, 3),
    told("nobody_waiting", 0, 1),
    called("A001", 6, 4, 6),
    called("A002", 7, 5, 7, "brahim"),
    told("nobody_waiting", 7.5, 8),
]


def test_a_right_history_has_no_contradiction() -> None:
    assert contradictions(RIGHT) == []


def test_two_at_once_may_come_in_either_order() -> None:
    swapped = [took("A002", 5, 0, 2), took("A001", 4, 1, 3)]

    assert contradictions([*OPENED, *swapped, *RIGHT[5:]]) == []


def test_an_answer_given_twice_is_one_answer() -> None:
    again = Entry("kiosk", "take-4", "take_ticket", 20, 21, {"seq": 4, "ticket": "A001"}, sent=2)

    assert contradictions([*RIGHT, again]) == []


def test_a_repeated_request_that_is_answered_otherwise_is_found() -> None:
    again = Entry("kiosk", "take-4", "take_ticket", 20, 21, {"seq": 8, "ticket": "A003"}, sent=2)

    assert contradictions([*RIGHT, again]) == [
        "take-4 was answered {'seq': 4, 'ticket': 'A001'} and {'seq': 8, 'ticket': 'A003'}"
    ]


def event(client: str, name: str, answer: dict, asked: float = 8, **data: object) -> Entry:
    return Entry(client, f"{name}-{client}-{asked}", name, asked, asked + 1, answer, 1, data)


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (called("A001", 8, 8, 9, "karim"), "A001 was called to amina and karim"),
        (took("A001", 8, 8, 9), "A001 was issued to kiosk and kiosk"),
        (called("A009", 8, 8, 9), "A009 was called, and nobody took it"),
        (took("A003", 8, 8, 9), "A003 was never called"),
        (told("counter_busy", 8, 9), "brahim was refused call_next: counter_busy"),
        (told("nobody_waiting", 3.5, 3.9), "brahim was told that nobody waits while A001 did"),
        (
            event("amina", "no_show", {"refused": "nobody_waiting"}),
            "amina was refused no_show: nobody_waiting",
        ),
        (
            event("samir", "open", {"seq": 8}, counter=3),
            "samir opened counter 3, which karim had",
        ),
        (
            event("karim", "open", {"seq": 8}, counter=4),
            "karim opened a counter and had one already",
        ),
        (
            event("samir", "open", {"refused": "counter_busy"}, counter=4),
            "samir was told that counter 4 is taken, and nobody had it",
        ),
        (
            event("samir", "call_next", {"refused": "nobody_waiting"}),
            "samir was answered call_next and had no counter",
        ),
        (event("samir", "close", {"seq": 8}), "samir was answered close and had no counter"),
        (event("karim", "close", {"seq": 9}), "places that are nobody's answer: [8]"),
    ],
)
def test_what_is_wrong_is_found(wrong: Entry, found: str) -> None:
    assert contradictions(RIGHT) == []
    assert found in contradictions([*RIGHT, wrong])


def a_day(*order: str, services: tuple[str, ...] = ("x", "x", "x")) -> list[Entry]:
    """Return a history in which three come one after the other, and are called in this order."""
    taken = [
        replace(took(f"A00{n}", n + 3, 2 * n, 2 * n + 1), data={"service": service})
        for n, service in enumerate(services, 1)
    ]
    calls = []
    for n, ticket in enumerate(order):
        at = 20 + 4 * n
        calls.append(called(ticket, 7 + 2 * n, at, at + 1))
        calls.append(event("amina", "no_show", {"seq": 8 + 2 * n}, asked=at + 2))
    return [*OPENED, *taken, *calls]


def test_who_came_later_is_not_called_before() -> None:
    assert contradictions(a_day("A001", "A002", "A003")) == []
    assert contradictions(a_day("A003", "A002", "A001")) == [
        "A003 was called before A002, which had come before it",
        "A003 was called before A001, which had come before it",
        "A002 was called before A001, which had come before it",
    ]


def test_another_service_or_class_may_have_another_row() -> None:
    assert contradictions(a_day("A002", "A001", "A003", services=("x", "y", "x"))) == []
    day = a_day("A002", "A001", "A003")
    day[4] = replace(day[4], data={"service": "x", "priority": "elderly"})

    assert contradictions(day) == []


def test_a_counter_calls_for_the_services_alone_that_it_was_opened_for() -> None:
    day = a_day("A001", "A002", "A003", services=("x", "y", "x"))
    day[0] = opened("amina", 1, 1, "x")

    assert contradictions(day) == ["A002 wants y, which amina does not give"]


def test_who_waits_for_another_service_is_not_overlooked() -> None:
    refused = event("brahim", "call_next", {"refused": "nobody_waiting"}, asked=10)
    day = [*a_day("A001", "A002", "A003"), refused]
    told = "brahim was told that nobody waits while A00{n} did"
    assert contradictions(day) == [told.replace("{n}", each) for each in "123"]

    day[1] = opened("brahim", 2, 2, "y")
    assert contradictions(day) == []


def test_a_counter_that_was_closed_is_free() -> None:
    closed = event("karim", "close", {"seq": 8})
    after = event("samir", "open", {"seq": 9}, asked=9.5, counter=3)
    refused = event("salma", "open", {"refused": "counter_busy"}, asked=8.5, counter=3)

    assert contradictions([*RIGHT, closed, after, refused]) == []


def test_two_requests_cannot_have_one_place() -> None:
    other = called("A001", 7, 4, 6, request="another")

    assert "2 requests have the place 7" in contradictions([*RIGHT[:6], other, RIGHT[7]])


def test_a_place_cannot_be_earlier_than_one_that_was_known_before() -> None:
    late = [*OPENED, took("A001", 6, 0, 2), took("A002", 5, 4, 5), called("A001", 7, 6, 7)]

    assert "kiosk asked after place 6 and got 5" in contradictions(late)
