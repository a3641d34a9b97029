"""What it costs to tell one visitor how many are ahead, in a full hall."""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import get_args

from bench.figure import Figure, p50, p99
from controller.hall import Hall
from controller.hall.commands import Command, IssueTicket, OpenCounter
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.hall.policy import PolicyName
from controller.hall.rules import Rules
from controller.hall.service import Service
from wire.messages import Priority

WAITING, COUNTERS, SERVICES = 300, 12, 6
"""Each counter gives two services next to one another: who is ahead is shared among all."""

ROUNDS = 20
MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)


def cost_of_ahead() -> list[Figure]:
    """Return the time for one visitor under each policy, beside sorting all who wait by due."""
    figures: list[Figure] = []
    for policy in get_args(PolicyName):
        hall = a_full_hall(policy)
        at = MORNING + timedelta(hours=1)
        sorting = measured([partial(_sorted, hall)] * WAITING)
        asked = measured([partial(hall.ahead, number, at) for number in hall.tickets])
        limit = Figure(f"sorting {WAITING} who wait, p50", p50(sorting) * 1e6, "µs")
        what = f"who is ahead, {policy}, {WAITING} waiting, {COUNTERS} counters"
        figures.append(Figure(f"{what}: p50", p50(asked) * 1e6, "µs").beside(limit))
        figures.append(Figure(f"{what}: p99", p99(asked) * 1e6, "µs"))
    return figures


def a_full_hall(policy: PolicyName) -> Hall:
    """Return a hall with that many waiting, of each class in turn, and all counters open."""
    names = [ServiceId(f"service_{number}") for number in range(SERVICES)]
    services = [
        Service(name, chr(ord("A") + number), timedelta(minutes=5 + number))
        for number, name in enumerate(names)
    ]
    pairs = [(names[n % SERVICES], names[(n + 1) % SERVICES]) for n in range(COUNTERS)]
    counters = {CounterId(number): pair for number, pair in enumerate(pairs, 1)}
    hall = Hall(services, counters, Rules(policy=policy))
    for counter in counters:
        _do(hall, OpenCounter(counter, AgentName(f"agent{counter}")), MORNING)
    classes: tuple[Priority, ...] = ("normal", "normal", "elderly", "disability")
    for number in range(WAITING):
        class_ = classes[number // SERVICES % len(classes)]
        wish = IssueTicket(names[number % SERVICES], priority=class_)
        _do(hall, wish, MORNING + timedelta(seconds=10 * number))
    return hall


def _do(hall: Hall, command: Command, at: datetime) -> None:
    for event in hall.decide(command, at):
        hall.apply(event)


def _sorted(hall: Hall) -> None:
    sorted(hall.tickets.values(), key=lambda ticket: ticket.due_at)


def measured(tasks: Sequence[Callable[[], object]]) -> list[float]:
    """Return the seconds of each task, done so many rounds."""
    took: list[float] = []
    for _ in range(ROUNDS):
        for task in tasks:
            start = time.perf_counter()
            task()
            took.append(time.perf_counter() - start)
    return took
