"""Who did what the journal tells: whoever asked for it, or what happens by itself."""

from dataclasses import dataclass
from typing import Literal

from controller.hall import Hall, events
from controller.hall.events import Event
from controller.hall.ids import CounterId
from controller.request_key import AskerRole, signed_by

Role = AskerRole | Literal["staff", "rule", "clock", "closing"]
"""An agent, a supervisor, a kiosk or a device on a counter asked for it, or somebody of the staff,
where nobody kept as what; a visitor did, on the ticket's page; one of the hall's rules, the clock
or the end of the day led to it."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did something."""

    role: Role
    name: str = ""
    """Of the staff the name to sign in, of a kiosk or a rule its own."""

    counter: CounterId | None = None
    """Where the agent sat."""


def doer_of(event: Event, request: str | None, hall: Hall) -> Doer | None:
    """Return who did it; nothing where the journal does not keep it.

    `request` is the key with which the journal keeps the event; the hall is as it was before it.
    """
    rule = _rule_of(event)
    if rule:
        return Doer("rule", rule)
    return _asker(request, hall) or _named(event, hall) or _unsigned(event, request, hall)


def _rule_of(event: Event) -> str:
    match event:
        case (
            events.CounterServicesChanged(rule=rule)
            | events.RuleTriggered(rule=rule)
            | events.RuleSettled(rule=rule)
        ):
            return rule
        case _:
            return ""


def _asker(request: str | None, hall: Hall) -> Doer | None:
    """Return who signed the request."""
    # str: what was tampered with may be anything, and the story is told all the same.
    signed = signed_by(str(request or ""))
    if signed is None:
        return None
    role, name = signed
    match role:
        case "agent":
            return _agent(name, hall)
        case "visitor":
            return Doer(role)  # whoever has the ticket
        case _:
            return Doer(role, name)


def _named(event: Event, hall: Hall) -> Doer | None:
    """Return whom the event itself names."""
    match event:
        case events.TicketCalled() | events.WalkInStarted() | events.CounterOpened():
            return Doer("agent", event.agent, event.counter)
        case (
            events.TicketRedirected()
            | events.TicketReprioritised()
            | events.DayReopened()
            | events.EmergencyRaised()
            | events.AnnouncementWithdrawn()
        ):
            return Doer("supervisor", event.by)
        case events.EmergencyLifted(by=str(name)) | events.AnnouncementMade(by=str(name)):
            return Doer("supervisor", name)
        case events.TicketCancelled(by=str(name)):
            seated = _agent(name, hall)
            return Doer("staff", name) if seated.counter is None else seated
        case _:
            return None


def _unsigned(event: Event, request: str | None, hall: Hall) -> Doer | None:
    """Return who did what nobody signed: nobody in particular, or whoever sat at the counter."""
    if request is not None:
        return _at_its_counter(event, hall)
    match event:
        case events.TicketCancelled(reason=""):
            return Doer("visitor")
        case (
            events.DayClosed()
            | events.CounterClosed()
            | events.EmergencyLifted()
            | events.NoShowRecorded()
            | events.TicketCancelled(reason=events.CLOSING)
            | events.ServiceFinished(outcome=events.CLOSING)
        ):
            return Doer("closing")
        case events.TicketResumed() | events.AnnouncementMade():
            return Doer("clock")
        case _:
            return _at_its_counter(event, hall)


def _at_its_counter(event: Event, hall: Hall) -> Doer | None:
    """Return who sat where it happened: keys of older journals say nobody."""
    counter = hall.counters.get(getattr(event, "counter", None) or CounterId(0))
    if counter is None or counter.agent is None:
        return None
    return Doer("agent", counter.agent, counter.id)


def _agent(name: str, hall: Hall) -> Doer:
    seats = (each.id for each in hall.counters.values() if each.agent == name)
    return Doer("agent", name, next(seats, None))
