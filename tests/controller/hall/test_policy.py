"""Four ways to say who is next."""

from collections.abc import Mapping
from datetime import timedelta
from typing import get_args

import pytest

from controller.hall import Hall
from controller.hall.commands import CallNext, IssueTicket, MarkNoShow, OpenCounter
from controller.hall.counter import MOST_SHARE, ROUND
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.policy import Situation, accumulate, due, interleave, policy_named, strict
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.hall.ticket import Ticket
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, ONE, TAXES, TWO, after, do
from wire.messages import Priority

MINUTE = timedelta(minutes=1)
CLASSES: Mapping[Priority, PriorityClass] = {
    "disability": PriorityClass(level=2, share=1, rate=4.0),
    "elderly": PriorityClass(level=1, share=1, rate=2.0),
    "normal": PriorityClass(share=2),
}


def ticket(
    number: str, issued: float, due_: float, priority: Priority = "normal", service=BIRTHS
) -> Ticket:
    serial = int(number[1:])
    return Ticket(
        TicketNumber(number),
        serial,
        service,
        "ar",
        after(issued),
        after(due_),
        after(issued),
        priority=priority,
    )


def at(minutes: float, **more: object) -> Situation:
    return Situation(after(minutes), CLASSES, **more)


def test_the_due_policy_calls_who_is_due_first() -> None:
    heads = [ticket("A001", 0, 30), ticket("A002", 5, 15), ticket("A003", 1, 16)]

    assert due(heads, at(20)).number == "A002"


@pytest.mark.parametrize("policy", [due, strict, interleave, accumulate])
def test_of_two_alike_the_lower_number_is_called(policy) -> None:
    heads = [ticket("A002", 0, 10), ticket("A001", 0, 10)]

    assert policy(heads, at(1)).number == "A001"


def test_a_preferred_service_counts_as_due_sooner() -> None:
    heads = [ticket("A001", 0, 10), ticket("D001", 0, 14, service=TAXES)]
    prefers = {ServiceId(TAXES): 5 * MINUTE}

    assert due(heads, at(3)).number == "A001"
    assert due(heads, at(3, preferences=prefers)).number == "D001"


def test_strict_priority_calls_the_highest_level_however_late_the_others() -> None:
    heads = [ticket("A001", 0, 10), ticket("A002", 30, 40, "elderly")]

    assert strict(heads, at(31)).number == "A002"
    assert strict([*heads, ticket("A003", 31, 41, "disability")], at(31)).number == "A003"


def test_interleaving_keeps_the_shares_while_both_wait() -> None:
    recent: list[Priority] = []
    for number in range(1, 10):
        heads = [ticket(f"A{number:03}", 0, 10), ticket(f"A{number + 50:03}", 0, 10, "elderly")]
        recent.append(interleave(heads, at(1, recent=recent)).priority)

    assert recent == ["normal", "elderly", "normal"] * 3


def test_interleaving_looks_back_on_all_calls_while_they_are_fewer_than_a_round() -> None:
    classes: Mapping[Priority, PriorityClass] = {"normal": PriorityClass(share=4)}
    heads = [ticket("A001", 0, 10), ticket("A002", 0, 10, "elderly")]

    def called_after(*recent: Priority) -> Priority:
        return interleave(heads, Situation(after(1), classes, recent=recent)).priority

    assert called_after("elderly", "normal", "normal") == "normal"


def test_interleaving_goes_on_from_call_to_call() -> None:
    classes: Mapping[Priority, PriorityClass] = {"normal": PriorityClass(share=2)}
    hall = Hall([Service(BIRTHS, "A", MINUTE)], {ONE: [BIRTHS]}, Rules("interleave", classes))
    do(hall, OpenCounter(ONE, AMINA))
    for priority in ("normal", "normal", "normal", "elderly", "elderly"):
        do(hall, IssueTicket(BIRTHS, "ar", priority))

    called = []
    for _ in range(5):
        [call] = do(hall, CallNext(AMINA))
        called.append(call.ticket)
        do(hall, MarkNoShow(AMINA))

    assert called == ["A001", "A004", "A002", "A003", "A005"]


def test_each_counter_keeps_a_round_of_its_own() -> None:
    classes: Mapping[Priority, PriorityClass] = {"normal": PriorityClass(share=2)}
    places = {ONE: [BIRTHS], TWO: [BIRTHS]}
    hall = Hall([Service(BIRTHS, "A", MINUTE)], places, Rules("interleave", classes))
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM))
    for priority in ("normal", "normal", "normal", "normal", "elderly", "elderly"):
        do(hall, IssueTicket(BIRTHS, "ar", priority))

    called: dict[str, list[Priority]] = {AMINA: [], BRAHIM: []}
    for agent in (AMINA, BRAHIM) * 3:
        [call] = do(hall, CallNext(agent))
        called[agent].append(hall.tickets[call.ticket].priority)
        do(hall, MarkNoShow(agent))

    assert called == {agent: ["normal", "elderly", "normal"] for agent in (AMINA, BRAHIM)}


def test_interleaving_does_not_make_up_for_a_class_that_was_away() -> None:
    recent: tuple[Priority, ...] = ("normal",) * 50
    heads = [ticket("A001", 0, 10), ticket("A002", 0, 10, "elderly")]

    first = interleave(heads, at(1, recent=recent))
    then = interleave(heads, at(1, recent=(*recent, "elderly")))

    assert (first.priority, then.priority) == ("elderly", "normal")


def test_accumulated_priority_overtakes_after_the_ratio_of_the_rates() -> None:
    normal, elderly = ticket("A001", 0, 10), ticket("A002", 10, 20, "elderly")

    # Twice the points a minute: level when the one has waited 20 minutes and the other 10.
    assert accumulate([normal, elderly], at(19)).number == "A001"
    assert accumulate([normal, elderly], at(21)).number == "A002"


def test_accumulated_priority_counts_a_wait_and_not_a_target() -> None:
    short, long = ticket("A001", 5, 15), ticket("D001", 0, 30, service=TAXES)

    assert accumulate([short, long], at(6)).number == "D001"


@pytest.mark.parametrize(
    ("name", "policy"),
    [("due", due), ("strict", strict), ("interleave", interleave), ("accumulate", accumulate)],
)
def test_each_policy_has_a_name(name, policy) -> None:
    assert policy_named(name) is policy


def test_a_whole_round_is_looked_back_on_whatever_the_shares() -> None:
    assert MOST_SHARE * len(get_args(Priority)) - 1 <= ROUND
