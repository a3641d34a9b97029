"""What was changed in the course of a day, in words: pauses, rules, what supervisors did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from controller.hall import events
from controller.hall.events import Event
from media.texts import msgid

Value = str | int | tuple[str, ...]

Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence, and its values: `service`, `services`, `priority` and `by` by their ids."""

    at: datetime
    text: str
    """The English text, key of the catalogues."""

    values: Values = field(default_factory=dict)


def change_in(event: Event) -> Change | None:
    """Return what the event changed; nothing for what a hall does all day."""
    return _of_day(event) or _of_counter(event) or _of_rule(event) or _of_ticket(event)


def _of_day(event: Event) -> Change | None:
    match event:
        case events.ServicePaused(at, service, reason):
            text = msgid("No more tickets for {service}: {reason}.")
            return Change(at, text, {"service": service, "reason": reason})
        case events.ServiceResumed(at, service):
            return Change(at, msgid("Tickets for {service} again."), {"service": service})
        case events.DayClosed(at):
            return Change(at, msgid("The hall closed for the day."))
        case events.DayReopened(at, reason, by):
            text = msgid("The day was opened again by {by}: {reason}.")
            return Change(at, text, {"by": by, "reason": reason})
        case _:
            return None


def _of_counter(event: Event) -> Change | None:
    match event:
        case events.CounterPaused(at, counter, reason):
            text = msgid("Break at counter {counter}: {reason}.")
            return Change(at, text, {"counter": counter, "reason": reason})
        case events.CounterResumed(at, counter):
            return Change(at, msgid("Counter {counter} calls again."), {"counter": counter})
        case events.CounterServicesChanged():
            return _services(event)
        case _:
            return None


def _of_rule(event: Event) -> Change | None:
    match event:
        case events.RuleTriggered(at, rule, service):
            text = msgid("The rule {rule} began to hold: {service}.")
        case events.RuleSettled(at, rule, service):
            text = msgid("The rule {rule} holds no longer: {service}.")
        case _:
            return None
    return Change(at, text, {"rule": rule, "service": service})


def _of_ticket(event: Event) -> Change | None:
    """Return what somebody of the staff did with a ticket that waited."""
    match event:
        case events.TicketRedirected(at, ticket, service=service, reason=reason, by=by):
            text = msgid("Ticket {ticket}: sent by {by} to wait for {service}: {reason}.")
            values: Values = {"ticket": ticket, "by": by, "service": service, "reason": reason}
            return Change(at, text, values)
        case events.TicketReprioritised(at, ticket, priority, reason=reason, by=by):
            text = msgid("Ticket {ticket}: given the class {priority} by {by}: {reason}.")
            values = {"ticket": ticket, "by": by, "priority": priority, "reason": reason}
            return Change(at, text, values)
        case events.TicketCancelled(at, ticket, reason, str(by)):
            text = msgid("Ticket {ticket}: cancelled by {by}: {reason}.")
            return Change(at, text, {"ticket": ticket, "by": by, "reason": reason})
        case _:
            return None


def _services(event: events.CounterServicesChanged) -> Change:
    values: Values = {"counter": event.counter, "services": event.services}
    if not event.rule:
        text = msgid("Counter {counter} calls from now on for: {services}.")
        return Change(event.at, text, values)
    text = msgid("By the rule {rule}, counter {counter} calls from now on for: {services}.")
    return Change(event.at, text, {**values, "rule": event.rule})
