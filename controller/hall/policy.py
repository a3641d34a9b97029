"""Who is called next: four ways to order those who wait, each a pure function.

Every policy gets the heads of the lines that a counter may call from (of each service and
class, the ticket that is due first and the one that waits longest of those who are not early)
and returns one of them. Within a line nobody else can come first, so the heads are enough: a
call costs the same on a quiet and on a crowded day.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.priority import NORMAL, PriorityClass
from controller.hall.ticket import Ticket
from wire.messages import Priority

PolicyName = Literal["due", "strict", "interleave", "accumulate"]

Order = tuple[float, datetime, datetime, int, TicketNumber]
"""What counts first, then due, issued, serial, number: a total order, so that every call
can be explained."""

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Situation:
    """What a policy may know beside the heads of the queues."""

    at: datetime
    classes: Mapping[Priority, PriorityClass] = field(default_factory=dict)
    preferences: Mapping[ServiceId, timedelta] = field(default_factory=dict)
    """How much sooner the agent's preferred services count as due."""

    recent: Sequence[Priority] = ()
    """The classes that this counter called, the latest last."""

    def class_of(self, ticket: Ticket) -> PriorityClass:
        """Return what the ticket's class is given."""
        return self.classes.get(ticket.priority, NORMAL)

    def preference(self, ticket: Ticket) -> timedelta:
        """Return how much sooner the ticket counts as due at this agent's counter."""
        return self.preferences.get(ticket.service, timedelta(0))

    def due(self, ticket: Ticket) -> datetime:
        """Return when the ticket is due in the eyes of this agent."""
        return ticket.due_at - self.preference(ticket)

    def order(self, ticket: Ticket, first: float = 0) -> Order:
        """Return the ticket's place: the least is called."""
        return (first, self.due(ticket), ticket.issued_at, ticket.serial, ticket.number)


Policy = Callable[[Sequence[Ticket], Situation], Ticket]
"""Chooses one of the heads, of which there is at least one."""


def due(heads: Sequence[Ticket], now: Situation) -> Ticket:
    """Choose the ticket that is due first.

    A ticket is due when its service's target is reached, sooner for a priority class. So
    short services and priority get ahead, and nobody waits for ever.
    """
    return min(heads, key=now.order)


def strict(heads: Sequence[Ticket], now: Situation) -> Ticket:
    """Choose from the highest level that waits. Lower levels may starve while it lasts."""
    return min(heads, key=lambda ticket: now.order(ticket, -now.class_of(ticket).level))


def interleave(heads: Sequence[Ticket], now: Situation) -> Ticket:
    """Choose the class that is furthest behind its share of this counter's latest calls.

    With shares 2 and 1, of three calls two go to the one and one to the other, as long as
    both wait. Only one round is looked back on: who was away is not made up for.
    """
    shares = {head.priority: now.class_of(head).share for head in heads}
    round_ = tuple(now.recent)[max(0, len(now.recent) - sum(shares.values()) + 1) :]
    return min(
        heads,
        key=lambda head: now.order(head, round_.count(head.priority) / shares[head.priority]),
    )


def accumulate(heads: Sequence[Ticket], now: Situation) -> Ticket:
    """Choose the ticket that has gathered the most points: its class's rate × its wait.

    Kleinrock's delay-dependent discipline (L. Kleinrock, "A delay dependent queue
    discipline", Naval Research Logistics Quarterly 11, 1964; "accumulating priority" in
    Stanford, Taylor and Ziedins, Queueing Systems 77, 2014). The ratio of the classes'
    waits is set by the rates, and nobody starves. Head starts and targets count for nothing
    but between equals; a preference of the agent counts as so many minutes more.
    """

    def points(ticket: Ticket) -> float:
        waited = max(timedelta(0), now.at - ticket.waits_from)
        return (waited + now.preference(ticket)) / MINUTE * now.class_of(ticket).rate

    return min(heads, key=lambda ticket: now.order(ticket, -points(ticket)))


def weight(name: PolicyName, given: PriorityClass) -> float:
    """Return what puts a class first under the policy; nothing where due moments alone do."""
    match name:
        case "due":
            return 0
        case "strict":
            return given.level
        case "interleave":
            return given.share
        case "accumulate":
            return given.rate


def policy_named(name: PolicyName) -> Policy:
    """Return the policy of this name."""
    match name:
        case "due":
            return due
        case "strict":
            return strict
        case "interleave":
            return interleave
        case "accumulate":
            return accumulate
