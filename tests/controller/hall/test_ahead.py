"""How many are ahead: as many as are called before, if nobody else comes."""

from datetime import timedelta
from random import Random

import pytest

from controller.hall import Hall
from controller.hall.ahead import Spot
from controller.hall.commands import (
    CallNext,
    FinishService,
    IssueTicket,
    OpenCounter,
    StartService,
)
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from tests.controller.builders import AMINA, BIRTHS, ONE, after, do
from tests.controller.hall.any_day.setting import MINUTE

CLASSES = {
    "elderly": PriorityClass(10 * MINUTE, level=1, share=1, rate=4.0),
    "disability": PriorityClass(15 * MINUTE, level=2, share=2, rate=6.0),
    "normal": PriorityClass(share=2),
}


def a_hall(policy: str) -> Hall:
    service = Service(BIRTHS, "A", timedelta(minutes=10))
    hall = Hall([service], {ONE: [BIRTHS]}, Rules(policy=policy, classes=CLASSES))
    do(hall, OpenCounter(ONE, AMINA))
    return hall


def called(hall: Hall, minute: float, each: float = 4) -> list[str]:
    """Return the order in which the counter calls all who wait, each after so many minutes."""
    order = []
    while hall.waiting:
        order.append(do(hall, CallNext(AMINA), at=after(minute))[0].ticket)
        do(hall, StartService(AMINA), at=after(minute))
        minute += each
        do(hall, FinishService(AMINA), at=after(minute))
    return order


@pytest.mark.parametrize(
    ("policy", "told"), [("due", 5), ("strict", 0), ("interleave", 1), ("accumulate", 2)]
)
def test_who_has_priority_after_ten_others_is_told_how_many_really_come_first(policy, told):
    hall = a_hall(policy)
    for minute in range(10):
        do(hall, IssueTicket(BIRTHS), at=after(minute))

    [issued] = do(hall, IssueTicket(BIRTHS, priority="elderly"), at=after(14))

    assert issued.ahead == hall.ahead(issued.ticket, after(14)) == told
    assert called(hall, 14).index(issued.ticket) == told


def told_and_really(policy: str, seed: int) -> list[tuple[int, int]]:
    """Return how many each of 25 is told to be ahead, and how many are called before."""
    random, hall, minute = Random(seed), a_hall(policy), 0.0
    for _ in range(25):
        minute += random.random() * 3
        priority = random.choice(("normal", "normal", "elderly", "disability"))
        do(hall, IssueTicket(BIRTHS, priority=priority), at=after(minute))
    told = {number: hall.ahead(number, after(minute)) for number in hall.tickets}
    return [(told[number], place) for place, number in enumerate(called(hall, minute))]


@pytest.mark.parametrize("policy", ["due", "strict"])
def test_as_many_are_told_as_are_called_before(policy):
    for seed in range(30):
        assert all(told == really for told, really in told_and_really(policy, seed))


@pytest.mark.parametrize("policy", ["interleave", "accumulate"])
def test_rounds_and_points_to_come_are_estimated_nearly_right(policy):
    """A service takes here the four minutes that are assumed while nothing was measured."""
    pairs = [pair for seed in range(30) for pair in told_and_really(policy, seed)]
    wrong = [abs(told - really) for told, really in pairs]
    assert max(wrong) <= 2
    assert sum(wrong) / len(wrong) < 0.4


def test_who_gathers_no_points_yet_goes_after_those_who_do_until_then():
    """Under `accumulate` an elderly visitor whose wait begins in 20 minutes; a call takes four."""
    hall = a_hall("accumulate")
    do(hall, *[IssueTicket(BIRTHS, priority="elderly")] * 2, at=after(0))
    do(hall, *[IssueTicket(BIRTHS)] * 3, at=after(0))
    to_come = Spot((after(20), after(0), 6, "A006"), "elderly", after(20))

    assert hall.ahead_of(to_come, BIRTHS, after(0)) == 5
