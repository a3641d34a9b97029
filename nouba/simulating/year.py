"""Many simulated days of one hall, and of its pools with other numbers of counters."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from math import ceil, exp
from random import Random

from controller.hall import Hall
from controller.hall.ids import CounterId
from controller.simulation import (
    Advice,
    Assumptions,
    Shift,
    SimulatedDay,
    Turnout,
    Visit,
    advise,
    confirmed,
)
from controller.simulation.advice import load
from nouba.simulating.pools import Pool

WEEKEND = 5
FEW_DAYS = 20
"""Fewer days differ too much from one another."""

ENOUGH = 200
"""Visits in an hour, of all days together: the share called in time is then known to 2 % or so."""

MOST_DAYS = 300
"""No advice is drawn from more days, however few come."""

OTHER_DAYS = 200
"""Days on which an advice is tried that was drawn from others."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days that are simulated, and the hours of each."""

    first: date
    days: int
    opens: time
    closes: time

    def openings(self) -> Iterator[datetime]:
        """Give the opening of each working day."""
        day, left = self.first, self.days
        while left:
            if day.weekday() < WEEKEND:
                yield datetime.combine(day, self.opens, UTC)
                left -= 1
            day += timedelta(days=1)

    def with_visits(self, assumed: Assumptions) -> "Calendar":
        """Return as many more days as it takes for enough visits in an hour.

        Whoever asked for few days gets these: a first look is to be quick.
        """
        if self.is_short:
            return self
        wanted = ceil(ENOUGH * self.hours / assumed.visitors)
        return replace(self, days=max(self.days, min(MOST_DAYS, wanted)))

    def opening_of(self, at: datetime) -> datetime:
        """Return when the hall opened on that day."""
        return datetime.combine(at.date(), self.opens, UTC)

    def closing_of(self, at: datetime) -> datetime:
        """Return when the hall closed on that day."""
        return datetime.combine(at.date(), self.closes, UTC)

    @property
    def is_short(self) -> bool:
        """Whether the days are so few that chance has a part in what they show."""
        return self.days < FEW_DAYS

    @property
    def hours(self) -> int:
        """Hours of a day, the last one perhaps not whole."""
        return -(-self._length // timedelta(hours=1))

    @property
    def half_hours(self) -> int:
        """Half-hours of a day; in the rest of one before closing nobody comes any more."""
        return max(1, self._length // timedelta(minutes=30))

    @property
    def _length(self) -> timedelta:
        return datetime.combine(date.min, self.closes) - datetime.combine(date.min, self.opens)


@dataclass(frozen=True, slots=True)
class Simulator:
    """Simulates a hall: the same seed gives the same days."""

    morning: Callable[[], Hall]
    """Makes the hall as it is in the morning, open at any hour."""

    assumed: Assumptions
    calendar: Calendar
    seed: int

    def days(self) -> Iterator[Turnout]:
        """Give who came on each day, with every counter staffed all day."""
        for number, opens_at in enumerate(self.calendar.openings()):
            hall = self.morning()
            end = self.calendar.closing_of(opens_at)
            shifts = [Shift(counter, opens_at, end) for counter in hall.counters]
            chance = Random(f"{self.seed} {number}")  # noqa: S311 - no secret
            yield SimulatedDay(hall, self.assumed, chance).run(opens_at, shifts)

    def advice(self, pool: Pool, aim: float, most: int) -> Advice:
        """Return the counters that the pool needs in each hour."""
        whole = sum(work.share for work in self.assumed.work.values())
        work = {id_: self.assumed.work[id_] for id_ in pool.services}
        share = sum(each.share for each in work.values())
        if not share:  # nobody comes for them
            return Advice((0,) * self.calendar.hours, (1.0,) * self.calendar.hours, is_enough=True)
        assumed = replace(self.assumed, work=work, visitors=self.assumed.visitors * share / whole)
        sample = replace(self, assumed=assumed, calendar=self.calendar.with_visits(assumed))
        mean = sum(each.share * each.median for each in work.values()) / share
        seconds = mean * 60 * exp(assumed.sigma**2 / 2) + assumed.walk
        first = load(assumed.half_hours, assumed.visitors, seconds, self.calendar.hours)
        return sample._found(pool, first, aim, most)  # noqa: SLF001 - its own kind

    def _found(self, pool: Pool, first: tuple[int, ...], aim: float, most: int) -> Advice:
        opening = self.calendar.opening_of
        found = advise(lambda counters: self._staffed(pool, counters), first, opening, aim, most)
        if self.calendar.is_short or not found.is_enough:
            return found
        days = max(OTHER_DAYS, self.calendar.days)
        others = replace(self, calendar=replace(self.calendar, days=days))
        return confirmed(
            lambda counters: others._staffed(pool, counters, "other"),  # noqa: SLF001 - its own
            found,
            opening,
            aim,
            most,
        )

    def _staffed(self, pool: Pool, counters: tuple[int, ...], which: str = "") -> Iterator[Visit]:
        """Give the visits of some days; `which` days makes others of them."""
        for number, opens_at in enumerate(self.calendar.openings()):
            hall = self._pool_of(pool, max(counters))
            seed = f"{self.seed} {number} {pool.counters} {which}"
            day = SimulatedDay(hall, self.assumed, Random(seed))  # noqa: S311 - no secret
            shifts = _shifts(counters, opens_at, self.calendar.closing_of(opens_at))
            yield from day.run(opens_at, shifts).visits

    def _pool_of(self, pool: Pool, counters: int) -> Hall:
        """Return the pool as a hall of its own.

        Each counter gives all of its services, and has another number than in the whole hall:
        `[[rules]]` have nothing to open there, and would name the wrong counter.
        """
        whole = self.morning()
        services = [whole.services[each] for each in pool.services]
        places = {CounterId(number): pool.services for number in range(1, counters + 1)}
        return Hall(services, places, replace(whole.rules, automation=()))


def _shifts(counters: tuple[int, ...], opens_at: datetime, closes_at: datetime) -> Iterator[Shift]:
    """Staff the first so many counters in each hour; hours in a row are one shift."""
    hour = timedelta(hours=1)
    for number in range(1, max(counters) + 1):
        start: int | None = None
        for index, needed in enumerate((*counters, 0)):
            if needed >= number and start is None:
                start = index
            elif needed < number and start is not None:
                end = min(closes_at, opens_at + index * hour)
                yield Shift(CounterId(number), opens_at + start * hour, end)
                start = None
