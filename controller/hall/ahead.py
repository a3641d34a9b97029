"""How many are called before a ticket at the counters that may call it, if nobody else comes.

All are counted, class by class, and nobody is looked at: it costs the same on a crowded day.
Who waits for something else which those counters give as well counts by a share: that of the
counters which may call them that may also call the ticket. Where counters share all that they
give, the policy alone decides: under `strict` the count is exact, and under `due` too. Where they
share a part, it is an estimate. Under `interleave` it takes the rounds to begin now, and under
`accumulate` the calls to come in an even pace: there it is one as well. What an agent does best
counts for nothing, since no counter is known yet. Appointments whose moment has not come are
ahead of whoever is due after them, and of nobody else.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from functools import partial
from math import ceil, floor, inf

from controller.hall.policy import PolicyName
from controller.hall.priority import NORMAL, PriorityClass
from controller.hall.queue import Kind, Line, Place, Queue, Wait, place_of, points
from controller.hall.ticket import Ticket
from wire.messages import Priority

After = Callable[[int], Fraction]
"""How many are ahead of a ticket after so many calls."""

Shared = Iterable[tuple[Queue, Fraction]]
"""Who may be called before a ticket: its own queue, and others by the share that counts."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a ticket stands, or would stand."""

    place: Place
    priority: Priority
    waits_from: datetime
    has_moment: bool = False
    """Whether it waits for the moment of its appointment."""

    @classmethod
    def of(cls, ticket: Ticket) -> "Spot":
        """Return where the ticket stands."""
        return cls(place_of(ticket), ticket.priority, ticket.waits_from, ticket.has_moment)

    @property
    def wait(self) -> Wait:
        """What orders it by wait."""
        return (self.waits_from, *self.place)

    def is_early(self, at: datetime) -> bool:
        """Whether it is that of an appointment whose moment has not come."""
        return self.has_moment and at < self.place[0]


@dataclass(frozen=True, slots=True)
class Order:
    """By what is called there."""

    at: datetime
    policy: PolicyName
    classes: Mapping[Priority, PriorityClass]
    turn: timedelta
    """How long it takes, there, from one call to the next."""

    def class_of(self, priority: Priority) -> PriorityClass:
        """Return what the class is given."""
        return self.classes.get(priority, NORMAL)


@dataclass(frozen=True, slots=True)
class Row:
    """The tickets of one line, as far as they can be called now, by the share that counts."""

    priority: Priority
    given: PriorityClass
    line: Line
    share: Fraction
    ready: int
    """How many there are who can be called now; all of them, whatever the share."""

    due_by: datetime | None
    """By when they are due who can be called now; nothing where all can."""

    due_before: Fraction

    @property
    def count(self) -> Fraction:
        """How many count at most."""
        return self.share * self.ready

    def with_more(self, spot: Spot, given: PriorityClass, at: datetime) -> Fraction:
        """Return how many have more points than a ticket of the class given would have then."""
        if self.given.rate == given.rate:
            return self.share * self.line.waiting_before(spot.wait, self.due_by)
        than = points(spot.waits_from, at, given.rate)
        return self.share * self.line.with_more(than, at, self.given.rate, self.due_by)


def ahead(shared: Shared, spot: Spot, order: Order) -> int:
    """Return how many of the queues are called before who stands there; a part of one is one."""
    parts = [(queue, share) for queue, share in shared if share and len(queue)]
    counted = _counted(parts, spot, order)
    return max(1, floor(counted + Fraction(1, 2))) if counted else 0


def _counted(shared: Sequence[tuple[Queue, Fraction]], spot: Spot, order: Order) -> Fraction:
    due_before = sum((share * queue.before(spot.place) for queue, share in shared), Fraction(0))
    if order.policy == "due" or spot.is_early(order.at):
        return due_before
    rows = [
        _row(line, kind, share, spot, order)
        for queue, share in shared
        for kind, line in queue.lines
        if len(line)
    ]
    early = due_before - sum(row.due_before for row in rows)
    given = order.class_of(spot.priority)
    match order.policy:
        case "strict":
            return early + sum(_of_level(row, given.level) for row in rows)
        case "interleave":
            return early + _in_rounds(spot, rows, order)
        case "accumulate":
            return early + _before_enough_points(rows, spot, order)


def _row(line: Line, kind: Kind, share: Fraction, spot: Spot, order: Order) -> Row:
    _, priority, has_moment = kind
    ready = line.due_by(order.at) if has_moment else len(line)
    before = share * min(ready, line.before(spot.place))
    due_by = order.at if has_moment else None
    return Row(priority, order.class_of(priority), line, share, ready, due_by, before)


def _of_level(row: Row, level: int) -> Fraction:
    if row.given.level == level:
        return row.due_before
    return row.count if row.given.level > level else Fraction(0)


def _in_rounds(spot: Spot, rows: Iterable[Row], order: Order) -> Fraction:
    """Return how many the rounds call first: of each class by its share, ties by due moment."""
    counts: defaultdict[Priority, Fraction] = defaultdict(Fraction)
    before: defaultdict[Priority, Fraction] = defaultdict(Fraction)
    for row in rows:
        counts[row.priority] += row.count
        before[row.priority] += row.due_before
    own, first = before.pop(spot.priority, Fraction(0)), order.class_of(spot.priority).share
    total = own
    for priority, sooner in before.items():
        rounds, part = divmod(own * order.class_of(priority).share, first)
        has_turn = part > 0 or sooner > rounds
        total += min(counts[priority], Fraction(rounds + has_turn))
    return total


def _before_enough_points(rows: Sequence[Row], spot: Spot, order: Order) -> int:
    """Return after how many calls nobody has more points.

    Until its wait counts, the ticket has none, and with each turn some others get their first.
    From then on some who gather more quickly get more than it has, and it gets more than some
    who gather less quickly.
    """

    def more(some: Iterable[Row], calls: int) -> Fraction:
        then, given = order.at + calls * order.turn, order.class_of(spot.priority)
        return sum((row.with_more(spot, given, then) for row in some), Fraction(0))

    calls, gathers = 0, _calls_until(spot.waits_from, order)
    while calls < gathers:
        called = more(rows, calls)
        if called <= calls:
            return calls
        calls = ceil(called)
    rate = order.class_of(spot.priority).rate
    quick = partial(more, [row for row in rows if row.given.rate >= rate])
    slow = partial(more, [row for row in rows if row.given.rate < rate])
    return _fewest_calls(quick, slow, int(gathers))


def _calls_until(moment: datetime, order: Order) -> float:
    """Return how many calls there are before the moment; endless, where a turn takes no time."""
    left = moment - order.at
    if left <= timedelta(0):
        return 0
    return -(-left // order.turn) if order.turn else inf


def _fewest_calls(quick: After, slow: After, least: int) -> int:
    """Return the fewest calls, not under `least`, after which no more than so many are ahead.

    Of those who gather more quickly ever more are ahead: they are counted as of the fewest calls
    that there can be. With them, the fewest there can be are found by halving, since ever fewer
    of the others are ahead; and so on, until they are enough.
    """
    while True:
        quicker = quick(least)
        low, high = max(least, ceil(quicker)), max(least, ceil(quicker + slow(least)))
        while low < high:
            middle = (low + high) // 2
            if quicker + slow(middle) <= middle:
                high = middle
            else:
                low = middle + 1
        if low == least or quick(low) == quicker:
            return low
        least = low
