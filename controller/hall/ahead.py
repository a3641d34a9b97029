"""How many are called before a ticket where it waits, if nobody else comes, by each policy.

All are counted, class by class, and nobody is looked at: it costs the same on a crowded day.
Under `strict` the count is exact, and under `due` too. Under `interleave` it takes the rounds to
begin now, and under `accumulate` the calls to come in an even pace: there it is an estimate. What
an agent does best counts for nothing, since no counter is known yet. Appointments whose moment
has not come are ahead of whoever is due after them, and of nobody else.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from math import inf

from controller.hall.policy import PolicyName
from controller.hall.priority import NORMAL, PriorityClass
from controller.hall.queue import Kind, Line, Place, Queue, Wait, place_of, points
from controller.hall.ticket import Ticket
from wire.messages import Priority

After = Callable[[int], int]
"""How many are ahead of a ticket after so many calls."""


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
    """The tickets of one line, as far as they can be called now."""

    given: PriorityClass
    line: Line
    count: int
    due_before: int

    def with_more(self, spot: Spot, given: PriorityClass, at: datetime) -> int:
        """Return how many have more points than a ticket of the class given would have then."""
        if self.given.rate == given.rate:
            return min(self.count, self.line.waiting_before(spot.wait))
        than = points(spot.waits_from, at, given.rate)
        return min(self.count, self.line.with_more(than, at, self.given.rate))


def ahead(queue: Queue, spot: Spot, order: Order) -> int:
    """Return how many of the queue are called before who stands there."""
    if order.policy == "due" or spot.is_early(order.at):
        return queue.before(spot.place)
    rows = [_row(line, kind, spot, order) for kind, line in queue.lines]
    early = queue.before(spot.place) - sum(row.due_before for row in rows)
    given = order.class_of(spot.priority)
    match order.policy:
        case "strict":
            return early + sum(_of_level(row, given.level) for row in rows)
        case "interleave":
            return early + _in_rounds(queue, spot, rows, order)
        case "accumulate":
            return early + _before_enough_points(rows, spot, order)


def _row(line: Line, kind: Kind, spot: Spot, order: Order) -> Row:
    _, priority, has_moment = kind
    count = line.due_by(order.at) if has_moment else len(line)
    before = min(count, line.before(spot.place))
    return Row(order.class_of(priority), line, count, before)


def _of_level(row: Row, level: int) -> int:
    if row.given.level == level:
        return row.due_before
    return row.count if row.given.level > level else 0


def _in_rounds(queue: Queue, spot: Spot, rows: Iterable[Row], order: Order) -> int:
    """Return how many the rounds call first: of each class by its share, ties by due moment."""
    counts: defaultdict[Priority, int] = defaultdict(int)
    before: defaultdict[Priority, int] = defaultdict(int)
    for ((_, priority, _), _), row in zip(queue.lines, rows, strict=True):
        counts[priority] += row.count
        before[priority] += row.due_before
    own, first = before.pop(spot.priority, 0), order.class_of(spot.priority).share
    total = own
    for priority, sooner in before.items():
        rounds, part = divmod(own * order.class_of(priority).share, first)
        has_turn = part > 0 or sooner > rounds
        total += min(counts[priority], rounds + has_turn)
    return total


def _before_enough_points(rows: Sequence[Row], spot: Spot, order: Order) -> int:
    """Return after how many calls nobody has more points.

    Until its wait counts, the ticket has none, and with each turn some others get their first.
    From then on some who gather more quickly get more than it has, and it gets more than some
    who gather less quickly.
    """

    def more(some: Iterable[Row], calls: int) -> int:
        then = order.at + calls * order.turn
        return sum(row.with_more(spot, order.class_of(spot.priority), then) for row in some)

    calls, gathers = 0, _calls_until(spot.waits_from, order)
    while calls < gathers:
        called = more(rows, calls)
        if called <= calls:
            return calls
        calls = called
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
        low, high = max(least, quicker), max(least, quicker + slow(least))
        while low < high:
            middle = (low + high) // 2
            if quicker + slow(middle) <= middle:
                high = middle
            else:
                low = middle + 1
        if low == least or quick(low) == quicker:
            return low
        least = low
