"""Which counters call who waits somewhere, and how much of what they call is shared."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction

from controller.hall.counter import Counter
from controller.hall.ids import AgentName, CounterId, ServiceId

Gives = Mapping[CounterId, AbstractSet[ServiceId]]
"""The services that counters give."""


def gives_now(counters: Mapping[CounterId, Counter], service: ServiceId) -> Gives:
    """Return what the counters at work give; what all are set up for, if none gives the service.

    So who comes before the first counter opens is told how it will be.
    """
    seats = counters.values()
    at_work = {seat.id: seat.services for seat in seats if seat.is_open and seat.pause is None}
    if any(service in services for services in at_work.values()):
        return at_work
    return {seat.id: seat.offers for seat in seats}


def giving(gives: Gives, service: ServiceId) -> frozenset[CounterId]:
    """Return the counters that give the service."""
    return frozenset(counter for counter, services in gives.items() if service in services)


def seats_of(
    counters: Mapping[CounterId, Counter], name: CounterId | AgentName
) -> frozenset[CounterId]:
    """Return the counter of this number, or that of this agent."""
    return frozenset(each.id for each in counters.values() if name in (each.id, each.agent))


def share(ours: AbstractSet[CounterId], theirs: AbstractSet[CounterId]) -> Fraction:
    """Return which part of the counters that may call them may call us too."""
    return Fraction(len(ours & theirs), len(theirs)) if theirs else Fraction(0)
