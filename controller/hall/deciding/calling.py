"""What agents ask when somebody is to come: the next one, this one, the same one again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import CallingCommand
from controller.hall.counter import Counter
from controller.hall.deciding.counters import check_skill, given
from controller.hall.deciding.supervising import waiting
from controller.hall.events import Event, Why
from controller.hall.ids import TicketNumber
from controller.hall.policy import Situation, policy_named
from controller.hall.queue import issued
from controller.hall.state import State, at_work
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
            check_skill(hall, agent, ticket.service)
            return (_called(hall, caller, ticket, at, "out_of_turn", given(reason)),)
        case commands.PreCall(agent):
            return (_pre_call(hall, at_work(hall.seat(agent)), at),)
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

    Who waits for this counter or agent alone stands in the same order as everybody else.
    """
    heads = [
        hall.tickets[number] for queue in hall.reach(caller) for number in queue.callable_at(at)
    ]
    if not heads:
        raise refusals.NobodyWaiting
    now = _situation(hall, caller, at)
    first = _chosen(hall, heads, now)
    unbiased = _chosen(hall, heads, replace(now, preferences={}))
    return first, hall.rules.policy if first is unbiased else "preferred"


def _situation(hall: State, caller: Counter, at: datetime) -> Situation:
    return Situation(at, hall.rules.classes, caller.preferences, caller.recent)


def _chosen(hall: State, heads: Sequence[Ticket], now: Situation) -> Ticket:
    """Return whom the policy calls; an early appointment only when nobody is due before it."""
    soonest = min(heads, key=now.order)
    in_time = [each for each in heads if each is soonest or not each.is_early(now.at)]
    return policy_named(hall.rules.policy)(in_time, now)


def _called(
    hall: State, caller: Counter, ticket: Ticket, at: datetime, why: Why, reason: str = ""
) -> Event:
    assert caller.agent is not None
    passed = _passed(hall, caller, ticket, why)
    return events.TicketCalled(at, ticket.number, caller.id, caller.agent, why, passed, reason)


def _passed(hall: State, caller: Counter, ticket: Ticket, why: Why) -> tuple[TicketNumber, ...]:
    queues = hall.reach(caller)
    if why == "out_of_turn":
        queues = (*queues, hall.queue_of(ticket), hall.waiting_for(ticket.service))
    before = {place for queue in queues for place in queue.issued_before(ticket)}
    if why in ("out_of_turn", "preferred"):
        before |= {place for queue in queues for place in queue.due_before(ticket)}
    return tuple(place[-1] for place in sorted(before, key=issued))


def _pre_call(hall: State, caller: Counter, at: datetime) -> Event:
    """Tell who is next once the other counters have called whom they told."""
    if not any(hall.reach(caller)):
        raise refusals.NobodyWaiting
    told = {number for counter, number in hall.ready.items() if counter != caller.id}
    numbers = (number for queue in hall.reach(caller) for number in queue.callable_at(at, told))
    heads = [hall.tickets[number] for number in numbers]
    if not heads:
        raise refusals.WrongMoment
    ticket = _chosen(hall, heads, _situation(hall, caller, at))
    if hall.ready.get(caller.id) == ticket.number:
        raise refusals.WrongMoment
    return events.TicketPreCalled(at, ticket.number, caller.id)
