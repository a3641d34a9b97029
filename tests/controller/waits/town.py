"""Days of a hall that never was: visits with waits that follow from arrivals and counters."""

from collections.abc import Iterator
from datetime import date, timedelta
from heapq import heapify, heapreplace
from random import Random

from controller.waits.history import Visit
from controller.waits.moment import Moment

MONDAY = date(2026, 3, 2)
OPENING, CLOSING = 8.5 * 60, 16 * 60

# Tickets an hour, minutes of a service, counters before and after 11 o'clock.
QUEUES = {"births": (14, 6.0, 1, 2), "papers": (22, 9.0, 3, 4), "taxes": (9, 14.0, 2, 2)}


def visits(days: int, seed: int = 7) -> list[Visit]:
    """The visits of so many days, weekends left out."""
    random = Random(seed)
    dates = (MONDAY + timedelta(days=n) for n in range(2 * days))
    open_days = [day for day in dates if day.weekday() < 5][:days]
    return [visit for day in open_days for queue in QUEUES for visit in _day(random, queue, day)]


def _day(random: Random, queue: str, day: date) -> Iterator[Visit]:
    hourly, service, early, late = QUEUES[queue]
    busy = hourly * random.choice([0.8, 1.0, 1.2])
    free = [OPENING] * early + [11 * 60.0] * (late - early)
    heapify(free)
    minute, number = OPENING - 20, 0
    while (minute := minute + random.expovariate(busy / 60)) < CLOSING:
        number += 1
        called = max(minute, free[0])
        heapreplace(free, called + random.lognormvariate(0, 0.6) * service * 0.84)
        yield Visit(queue, f"{queue}/{number}", Moment.on(day, minute), Moment.on(day, called))
