"""Where a ticket is in its queue: what its visitor wants to know, wherever they ask."""

from dataclasses import dataclass
from datetime import datetime

from controller.expectations import Expectations
from controller.hall import Hall
from controller.hall.deadlines import comes_back_until
from controller.hall.deciding.satisfaction import is_open
from controller.hall.deciding.visitors import taken_meanwhile
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.ticket import Given, Ticket
from wire.messages import Expected, TicketState


@dataclass(frozen=True, slots=True)
class Place:
    """What the visitor wants to know."""

    ticket: TicketNumber
    service: ServiceId
    then: tuple[ServiceId, ...]
    """The services to visit after it."""

    state: TicketState
    since: datetime | None
    """Since when it is in this state; nothing while it waits for its first call."""

    ahead: int
    counter: int | None
    wait: Expected | None
    """What remains of the wait; nothing when it does not wait."""

    ready_for: int | None = None
    """The counter that will call it next, and said so; nothing before."""

    kept_until: datetime | None = None
    """Until when who did not come may come back; nothing when that is over, or not the matter."""

    is_place_free: bool = True
    """Whether no others took the last tickets of the day since it was given up."""

    given: Given | None = None
    """The service of which the visitor may say how it was; nothing when there is none."""

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to the ticket."""
        if self.kept_until is not None:
            return False
        return self.state in {TicketState.FINISHED, TicketState.NO_SHOW, TicketState.CANCELLED}

    @property
    def may_give_up(self) -> bool:
        """Whether the visitor still has a place to give up."""
        return self.state in {TicketState.WAITING, TicketState.PARKED}


def place_of(
    hall: Hall, number: TicketNumber, at: datetime, expectations: Expectations
) -> Place | None:
    """Return where the ticket is; nothing when the hall has none of this number."""
    ticket = hall.tickets.get(number)
    if ticket is None:
        return None
    return Place(
        ticket=number,
        service=ticket.service,
        then=() if ticket.state is TicketState.FINISHED else ticket.then,
        state=ticket.state,
        since=ticket.since,
        ahead=hall.ahead(number, at),
        counter=ticket.counter,
        wait=expectations.remaining(hall, number, at),
        ready_for=next((each for each, told in hall.ready.items() if told == number), None),
        kept_until=_kept_until(hall, ticket, at),
        is_place_free=not taken_meanwhile(hall, ticket),
        given=_asked_about(hall, ticket, at),
    )


def _kept_until(hall: Hall, ticket: Ticket, at: datetime) -> datetime | None:
    """Return until when the hall's rules let who did not come come back."""
    if ticket.state is not TicketState.NO_SHOW or ticket.since is None or hall.is_over:
        return None
    until = comes_back_until(hall, ticket, at)
    return until if at < until else None


def _asked_about(hall: Hall, ticket: Ticket, at: datetime) -> Given | None:
    given = ticket.given
    return given if given is not None and is_open(hall, given, at) else None
