"""Which open counters are unattended: no page of their agents is connected. Pure."""

from collections.abc import Container, Iterator, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from controller.hall import Hall
from controller.hall.ids import AgentName, CounterId

BLINK = timedelta(seconds=10)
"""So long nobody is missed: a page is loaded anew, a controller takes over from another."""

Seat = tuple[CounterId, AgentName]

Watch = Mapping[Seat, datetime]
"""The seats whose agents are not there, and since when."""

NOBODY_MISSED: Watch = MappingProxyType({})


def left(hall: Hall, present: Container[AgentName]) -> Iterator[Seat]:
    """Give the open counters whose agents are not there; on a break, they need not be."""
    for counter in hall.counters.values():
        if counter.agent is not None and counter.pause is None and counter.agent not in present:
            yield counter.id, counter.agent


def looked(
    watch: Watch, found: Iterator[Seat], went: Mapping[AgentName, datetime], at: datetime
) -> Watch:
    """Return who is not there now: since they went, or since they were first missed."""
    return MappingProxyType({seat: watch.get(seat, went.get(seat[1], at)) for seat in found})


def lasting(watch: Watch, at: datetime, least: timedelta) -> Mapping[CounterId, datetime]:
    """Return the counters that have been without their agents for so long, and since when."""
    return {counter: since for (counter, _), since in watch.items() if at - since >= least}
