"""What agents ask when somebody is to come: the next one, this one, the same one again."""

from datetime import datetime
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import CallingCommand
from controller.hall.counter import Counter
from controller.hall.deciding.counters import given
from controller.hall.deciding.supervising import waiting
from controller.hall.events import Event, Why
from controller.hall.ids import TicketNumber
from controller.hall.policy import Situation, policy_named
from controller.hall.queue import issued
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import TicketState


def decide(hall: State, command: CallingCommand, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.CallNext(agent):
            caller = hall.free(agent)
            ticket, why = next_for(hall, caller, at)
            return (_called(hall, caller, ticket, at, why),)
        case commands.CallTicket(agent, number, reason):
            caller, ticket = hall.free(agent), waiting(hall, number)
            return (_called(hall, caller, ticket, at, "out_of_turn", given(reason)),)
        case commands.PreCall(agent):
            return (_pre_call(hall, hall.seat(agent), at),)
        case commands.Recall(agent):
            ticket, counter = hall.at_counter(agent, TicketState.CALLED)
            if hall.rules.calls and ticket.calls >= hall.rules.calls:
                raise refusals.RecalledEnough
            return (events.TicketRecalled(at, ticket.number, counter),)
        case commands.MarkNoShow(agent):
            ticket, counter = hall.at_counter(agent, TicketState.CALLED)
            return (events.NoShowRecorded(at, ticket.number, counter),)
    assert_never(command)


def next_for(hall: State, caller: Counter, at: datetime) -> tuple[Ticket, Why]:
    """Return whom the counter calls next, and what chooses so; or refuse.

    Who waits for this counter or agent alone, and is due before all others, goes first:
    they have no other chance.
    """
    alone = [hall.tickets[number] for queue in hall.reserved_for(caller) for number in queue.heads]
    others = [hall.tickets[number] for queue in hall.open_to(caller) for number in queue.heads]
    if not alone and not others:
        raise refusals.NobodyWaiting
    now = Situation(
        at=at,
        classes=hall.rules.classes,
        targets={service.id: service.target for service in hall.services.values()},
        preferences=caller.preferences,
        recent=caller.recent,
    )
    first = min((*alone, *others), key=now.order)
    if first in alone:
        return first, "reserved"
    return policy_named(hall.rules.policy)(others, now), hall.rules.policy


def _called(
    hall: State, caller: Counter, ticket: Ticket, at: datetime, why: Why, reason: str = ""
) -> Event:
    assert caller.agent is not None
    passed = _who_waits_longer(hall, caller, ticket)
    return events.TicketCalled(at, ticket.number, caller.id, caller.agent, why, passed, reason)


def _who_waits_longer(hall: State, caller: Counter, ticket: Ticket) -> tuple[TicketNumber, ...]:
    older = (place for queue in hall.reach(caller) for place in queue.issued_before(ticket))
    return tuple(place[-1] for place in sorted(older, key=issued))


def _pre_call(hall: State, caller: Counter, at: datetime) -> Event:
    ticket, _ = next_for(hall, caller, at)
    if hall.ready.get(caller.id) == ticket.number:
        raise refusals.WrongMoment
    return events.TicketPreCalled(at, ticket.number, caller.id)
