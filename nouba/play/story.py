"""What happened in the morning, as the journal tells it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import accumulate
from statistics import mean

from controller.hall import events
from controller.hall.events import Event
from nouba.play.callings import Calling, callings


@dataclass(slots=True)
class Story:
    """The journal's facts, counted; `read` makes one."""

    issued: dict[str, datetime] = field(default_factory=dict)
    """The tickets, and when each was issued."""

    services: dict[str, str] = field(default_factory=dict)
    """For which service each was."""

    alone: dict[str, datetime] = field(default_factory=dict)
    """The tickets that a kiosk issued which was alone, and when."""

    calls: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The tickets that each counter called, in order."""

    recalls: int = 0
    served: list[str] = field(default_factory=list)
    no_shows: list[str] = field(default_factory=list)
    transfers: int = 0
    waits: list[timedelta] = field(default_factory=list)
    """From issue to first call."""

    called_twice: list[str] = field(default_factory=list)
    """Tickets called by a counter while another counter had them."""

    callings: tuple[Calling, ...] = ()
    """Each call, and how long it stood."""

    holders: dict[str, int] = field(default_factory=dict)
    """Who has which ticket now."""

    @property
    def called(self) -> int:
        """How many times a counter called its next visitor."""
        return sum(map(len, self.calls.values()))

    @property
    def called_tickets(self) -> set[str]:
        """The tickets that were called at all."""
        return {ticket for tickets in self.calls.values() for ticket in tickets}

    @property
    def mean_wait(self) -> timedelta:
        """The mean time from issue to first call; zero when nobody was called."""
        return timedelta(seconds=mean(wait.total_seconds() for wait in self.waits or [timedelta()]))


def read(facts: Iterable[Event]) -> Story:
    """Tell the story of these facts, in their order."""
    facts = tuple(facts)
    story = Story(callings=callings(facts))
    for fact in facts:
        _go_on(story, fact)
    return story


def _go_on(story: Story, fact: Event) -> None:
    match fact:
        case events.TicketIssued():
            _issued(story, fact)
        case events.TicketCancelled(reason=events.ISSUED_ALONE):
            del story.issued[fact.ticket]
        case events.TicketCalled():
            _called(story, fact)
        case events.TicketRecalled():
            story.recalls += 1
        case events.ServiceFinished():
            story.served.append(fact.ticket)
            story.holders.pop(fact.ticket, None)
        case events.NoShowRecorded():
            story.no_shows.append(fact.ticket)
            story.holders.pop(fact.ticket, None)
        case events.TicketTransferred():
            story.transfers += 1
            story.holders.pop(fact.ticket, None)
        case events.TicketReturned():
            story.holders.pop(fact.ticket, None)
        case _:
            return


def _issued(story: Story, ticket: events.TicketIssued) -> None:
    story.issued[ticket.ticket] = ticket.issued_at
    story.services[ticket.ticket] = ticket.service
    if ticket.alone_at is not None:
        story.alone[ticket.ticket] = ticket.alone_at


def _called(story: Story, call: events.TicketCalled) -> None:
    if call.ticket in story.holders:
        story.called_twice.append(call.ticket)
    if call.ticket not in story.called_tickets:
        story.waits.append(call.at - story.issued[call.ticket])
    story.holders[call.ticket] = call.counter
    story.calls[call.counter].append(call.ticket)


def longest_queue(facts: Iterable[Event]) -> int:
    """Tell how many tickets waited at most at once."""
    steps = map(_step, facts)
    return max(accumulate(steps, initial=0))


def _step(fact: Event) -> int:
    match fact:
        case events.TicketIssued() | events.TicketTransferred() | events.TicketReturned():
            return 1
        case events.TicketCalled() | events.TicketCancelled():
            return -1
        case _:
            return 0
