"""What was changed in the course of a day, in words: pauses, rules, the closing."""

from controller.hall import events
from controller.hall.events import Event
from controller.story import Line
from media.texts import msgid
from wire.messages import EmergencyKind


def change_in(event: Event) -> Line | None:
    """Return what the event changed; nothing for what a hall does all day."""
    of_all = _of_emergency(event) or _of_announcement(event)
    return _of_day(event) or _of_counter(event) or _of_rule(event) or of_all


def _of_day(event: Event) -> Line | None:
    match event:
        case events.ServicePaused(at, service, reason):
            text = msgid("No more tickets for {service}: {reason}.")
            return Line(at, text, {"service": service, "reason": reason})
        case events.ServiceResumed(at, service):
            return Line(at, msgid("Tickets for {service} again."), {"service": service})
        case events.DayClosed(at):
            return Line(at, msgid("The hall closed for the day."))
        case events.DayReopened(at, reason):
            return Line(at, msgid("The day was opened again: {reason}."), {"reason": reason})
        case _:
            return None


def _of_counter(event: Event) -> Line | None:
    match event:
        case events.CounterOpened(at, counter, _, services, are_chosen=True):
            text = msgid(
                "Counter {counter} was opened for other services than it is set up for: {services}."
            )
            return Line(at, text, {"counter": counter, "services": services})
        case events.CounterPaused(at, counter, reason):
            text = msgid("Break at counter {counter}: {reason}.")
            return Line(at, text, {"counter": counter, "reason": reason})
        case events.CounterResumed(at, counter):
            return Line(at, msgid("Counter {counter} calls again."), {"counter": counter})
        case events.CounterServicesChanged(at, counter, services):
            text = msgid("Counter {counter} calls from now on for: {services}.")
            return Line(at, text, {"counter": counter, "services": services})
        case _:
            return None


def _of_emergency(event: Event) -> Line | None:
    match event:
        case events.EmergencyRaised(at, EmergencyKind.EVACUATION):
            return Line(at, msgid("Evacuation was ordered on every screen."))
        case events.EmergencyRaised(at, EmergencyKind.SECURITY):
            return Line(at, msgid("A security alert was raised on every screen."))
        case events.EmergencyLifted(at, EmergencyKind.EVACUATION):
            return Line(at, msgid("The evacuation was lifted."))
        case events.EmergencyLifted(at, EmergencyKind.SECURITY):
            return Line(at, msgid("The security alert was lifted."))
        case _:
            return None


def _of_announcement(event: Event) -> Line | None:
    match event:
        case events.AnnouncementMade(at):
            return Line(at, msgid("An announcement was made to the whole hall."))
        case events.AnnouncementWithdrawn(at):
            return Line(at, msgid("An announcement was withdrawn."))
        case _:
            return None


def _of_rule(event: Event) -> Line | None:
    """Return what a rule watches for; its name is that of who did it."""
    match event:
        case events.RuleTriggered(service=None):
            text = msgid("Its condition began to hold.")
        case events.RuleTriggered():
            text = msgid("Its condition began to hold: {service}.")
        case events.RuleSettled(service=None):
            text = msgid("Its condition holds no longer.")
        case events.RuleSettled():
            text = msgid("Its condition holds no longer: {service}.")
        case _:
            return None
    return Line(event.at, text, {"service": event.service or ""})
