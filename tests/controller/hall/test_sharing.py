"""Who waits for something else is ahead too, as far as the same counters will call them first."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    FinishService,
    IssueTicket,
    OpenCounter,
    PauseCounter,
    Redirect,
    StartService,
)
from controller.hall.policy import PolicyName
from controller.hall.refusals import Refused
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.morning import empty_hall
from controller.rulebook import Rulebook
from media.pack import load_pack
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    after,
    do,
)
from tests.controller.hall.any_day.setting import CLASSES, MINUTE

DEMO = Path("media/packs/demo")
KINDS = (*["normal"] * 8, "elderly", "disability")


def a_hall(*offers: tuple[str, ...]) -> Hall:
    """Return a hall with these counters; taxes take longer, births and deaths are due sooner."""
    targets = {BIRTHS: 10, DEATHS: 10, TAXES: 30}
    services = [Service(id_, id_[0].upper(), n * MINUTE) for id_, n in targets.items()]
    return Hall(services, dict(enumerate(offers, ONE)), Rules())


def told(hall: Hall, service: str) -> int:
    return do(hall, IssueTicket(service))[0].ahead


def test_who_waits_at_a_counter_for_all_is_told_of_all_who_are_called_before():
    hall = a_hall((BIRTHS, TAXES))
    do(hall, OpenCounter(ONE, AMINA), *[IssueTicket(BIRTHS)] * 20)

    [issued] = do(hall, IssueTicket(TAXES))

    calls = []
    while issued.ticket not in calls:
        calls.append(do(hall, CallNext(AMINA))[0].ticket)
        do(hall, StartService(AMINA), FinishService(AMINA))
    assert issued.ahead == len(calls) - 1 == 20
    assert told(hall, BIRTHS) == 0


def test_of_those_whom_another_counter_calls_as_well_a_part_counts():
    hall = a_hall((BIRTHS, TAXES), (BIRTHS,))
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM), *[IssueTicket(BIRTHS)] * 20)

    assert told(hall, TAXES) == 10


def test_who_can_be_called_before_is_never_told_of_as_nobody():
    hall = a_hall((BIRTHS, TAXES), (BIRTHS,), (BIRTHS,))
    do(hall, *[OpenCounter(n, f"agent{n}") for n in (1, 2, 3)], IssueTicket(BIRTHS))

    assert told(hall, TAXES) == 1


def test_whom_the_counter_never_calls_is_not_ahead():
    hall = a_hall((BIRTHS, TAXES), (DEATHS,))
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM), *[IssueTicket(DEATHS)] * 5)

    assert told(hall, TAXES) == 0


def test_a_counter_on_a_break_calls_nobody_before():
    hall = a_hall((BIRTHS, TAXES), (TAXES,))
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM), *[IssueTicket(BIRTHS)] * 5)
    do(hall, PauseCounter(AMINA, "tea"))

    assert told(hall, TAXES) == 0


def test_before_a_counter_opens_it_counts_what_counters_are_set_up_for():
    hall = a_hall((BIRTHS, TAXES))
    do(hall, *[IssueTicket(BIRTHS)] * 5)

    assert told(hall, TAXES) == 5


def test_who_waits_for_one_counter_alone_is_ahead_at_that_counter_and_has_ahead_who_wait_there():
    hall = a_hall((BIRTHS,), (BIRTHS, TAXES))
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM), *[IssueTicket(BIRTHS)] * 4)
    do(hall, Redirect("B001", "he knows the file", "sara", to_agent=BRAHIM))

    assert told(hall, TAXES) == 3  # B001, and half of the three others
    assert hall.ahead("B001", NINE) == 0
    do(hall, Redirect("B004", "he knows the file", "sara", to_agent=BRAHIM))
    assert hall.ahead("B004", NINE) == 2  # B001, and half of the two others


def a_day_of_the_demonstration(policy: PolicyName, seed: int) -> list[tuple[int, int]]:
    """Return of each visit how many it was told, and how many its counters called before it.

    Only those count who waited already. Eight of ten of the visits are for counters 1 and 2.
    """
    hall = empty_hall(load_pack(DEMO), Rulebook())
    hall.rules = Rules(policy=policy, classes=CLASSES)
    random, busy, came, pairs = Random(seed), {}, {}, []
    calls: list[tuple[int, str]] = []
    do(hall, *[OpenCounter(counter, f"agent{counter}") for counter in hall.counters])
    services = [*hall.services, *["birth_copy"] * 10, *sorted(hall.counters[2].offers) * 2]
    for second in range(0, 4 * 3600, 15):
        at = after(second / 60)
        if random.random() < 15 / 55 and second < 3 * 3600:
            here = {n for queue in hall.queues.values() for n in queue.numbers}
            wish = IssueTicket(random.choice(services), priority=random.choice(KINDS))
            [issued] = do(hall, wish, at=at)
            came[issued.ticket] = (issued, here, len(calls))
        for seat in hall.counters.values():
            agent = seat.agent
            if seat.ticket is None and (called := _call(hall, agent, at)):
                busy[agent] = at + timedelta(seconds=random.expovariate(1 / 240))
                issued, here, since = came[called]
                ours = [n for c, n in calls[since:] if issued.service in hall.counters[c].offers]
                pairs.append((issued.ahead, len(here.intersection(ours))))
                calls.append((seat.id, called))
            elif seat.ticket is not None and busy[agent] <= at:
                do(hall, FinishService(agent), at=at)
    return pairs


def _call(hall: Hall, agent: str, at) -> str | None:
    try:
        called = do(hall, CallNext(agent), at=at)[0].ticket
    except Refused:
        return None
    do(hall, StartService(agent), at=at)
    return called


@pytest.mark.parametrize(
    ("policy", "bias"),
    [("due", 0.15), ("strict", 0.15), ("interleave", 0.25), ("accumulate", 0.25)],
)
def test_in_the_demonstration_visitors_are_told_nearly_how_many_really_go_before(policy, bias):
    pairs = [pair for seed in range(3) for pair in a_day_of_the_demonstration(policy, seed)]
    mean = sum(told for told, _ in pairs) / len(pairs)
    really = sum(called for _, called in pairs) / len(pairs)
    wrong = sum(abs(told - called) for told, called in pairs) / len(pairs)
    assert abs(mean - really) < bias * really
    assert wrong < 0.3 * really
    assert not [called for told, called in pairs if told == 0 and called and policy == "due"]
