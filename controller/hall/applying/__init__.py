"""What events do to the hall: one module for each kind of event. Nothing here refuses."""

from dataclasses import replace
from typing import assert_never

from controller.hall import events
from controller.hall.applying import at_counters, counters, queues
from controller.hall.automation import Case
from controller.hall.blocks import Block
from controller.hall.events import Event
from controller.hall.state import State


def apply(hall: State, event: Event) -> None:
    """Make the event so."""
    if isinstance(event, events.AtCounterEvent):
        at_counters.apply(hall, event)
        return
    if isinstance(event, events.WaitingEvent):
        queues.apply(hall, event)
        return
    if isinstance(event, events.CounterEvent):
        counters.apply(hall, event)
        return
    if isinstance(event, events.DayEvent):
        _of_the_day(hall, event)
        return
    match event:
        case events.VisitRated():
            _rated(hall, event)
        case events.ServicePaused() | events.ServiceResumed():
            _paused(hall, event)
        case events.RuleTriggered() | events.RuleSettled():
            _watched(hall, event)
        case _:
            _told_to_everybody(hall, event)


def _told_to_everybody(
    hall: State, event: events.EmergencyEvent | events.AnnouncementEvent
) -> None:
    match event:
        case events.EmergencyRaised() | events.EmergencyLifted():
            _alarmed(hall, event)
        case events.AnnouncementMade() | events.AnnouncementWithdrawn():
            _announced(hall, event)
        case _:
            assert_never(event)


def _of_the_day(hall: State, event: events.DayEvent) -> None:
    match event:
        case events.NumbersReserved(_, kiosk, prefix, first, last):
            hall.blocks.granted.append(Block(kiosk, prefix, first, last))
        case events.DayClosed() | events.DayReopened():
            hall.is_over = isinstance(event, events.DayClosed)
            hall.was_reopened = not hall.is_over
        case _:
            assert_never(event)


def _rated(hall: State, event: events.VisitRated) -> None:
    ticket = hall.tickets[event.ticket]
    assert ticket.given is not None
    ticket.given = replace(ticket.given, face=event.face, about=event.about)


def _paused(hall: State, event: events.ServiceEvent) -> None:
    match event:
        case events.ServicePaused(_, service, reason):
            hall.paused[service] = reason
        case events.ServiceResumed(_, service):
            hall.paused.pop(service, None)


def _alarmed(hall: State, event: events.EmergencyEvent) -> None:
    match event:
        case events.EmergencyRaised(at, kind, by):
            hall.emergencies[kind] = at
            hall.raised_by[kind] = by
            hall.stoppages.begin(at)
        case events.EmergencyLifted(at, kind):
            hall.emergencies.pop(kind, None)
            hall.raised_by.pop(kind, None)
            if not hall.emergencies:
                hall.stoppages.end(at)


def _announced(hall: State, event: events.AnnouncementEvent) -> None:
    hall.announcements.pop((event.kind, event.service), None)
    if isinstance(event, events.AnnouncementMade):
        hall.announcements[event.kind, event.service] = event


def _watched(hall: State, event: events.RuleEvent) -> None:
    case = Case(event.rule, event.service, event.counter)
    match event:
        case events.RuleTriggered(at):
            hall.holding[case] = at
        case events.RuleSettled():
            hall.holding.pop(case, None)
