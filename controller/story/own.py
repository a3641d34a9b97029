"""What happened to the ticket itself."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from controller.hall import Hall, events
from controller.hall.deadlines import is_back_at
from controller.hall.events import Event, TicketEvent, Why
from controller.hall.ticket import Ticket
from controller.put import Put, PutPlace
from controller.story.going_on import moved_on, waits_again
from controller.story.line import Line, Values
from media.texts import msgid
from wire.messages import TicketState

CALLED: Mapping[Why, str] = MappingProxyType(
    {
        "due": msgid("Called to counter {counter} by {agent}: it was due first."),
        "strict": msgid(
            "Called to counter {counter} by {agent}: of those who could be called there, nobody "
            "was of a higher class, and among its equals it was due first."
        ),
        "interleave": msgid(
            "Called to counter {counter} by {agent}: of those who could be called there, it was "
            "due first in the class whose turn it was."
        ),
        "accumulate": msgid(
            "Called to counter {counter} by {agent}: of those who could be called there, it had "
            "the most points."
        ),
        "preferred": msgid("Called to counter {counter} by {agent}, who does best what it is for."),
        "out_of_turn": msgid("Called to counter {counter} by {agent} out of turn: {reason}."),
    }
)

PUT: Mapping[PutPlace, str] = MappingProxyType(
    {
        "first": msgid("Called to counter {counter} by {agent}: it had been put first in line."),
        "last": msgid(
            "Called to counter {counter} by {agent}: it had been put last in line, and then its "
            "turn came."
        ),
        "back": msgid(
            "Called to counter {counter} by {agent}: it had been finished, and was brought back."
        ),
    }
)

PASSED = msgid("It passed {tickets}, who had come sooner.")
PASSED_EARLY = msgid("It passed {tickets}, whose appointed time had not come.")
WENT_BEFORE = msgid("It went before {tickets}.")

BY_AGE = frozenset({"due", "strict", "interleave", "accumulate"})
"""Calls that pass only who had come sooner; the others also who was due sooner."""


def own(event: TicketEvent, hall: Hall, put: Put | None = None) -> Iterator[Line]:
    """Give the lines of a ticket's event; the hall is as it was before it.

    `put` is how somebody had put the ticket in line.
    """
    ticket = hall.tickets.get(event.ticket)
    if ticket is None:
        yield from _arrival(event)
        return
    yield from _call(event, hall, put)
    yield from _service(event)
    yield from _journey(event, ticket, hall)
    yield from _pause(event, ticket, hall)
    yield from _end(event, ticket, hall)
    yield from _answer(event)


def _arrival(event: Event) -> Iterator[Line]:
    match event:
        case events.TicketIssued():
            yield from _issued(event)
        case events.WalkInStarted():
            yield from _walk_in(event)
        case _:
            pass


def _walk_in(event: events.WalkInStarted) -> Iterator[Line]:
    values: Values = {"counter": event.counter, "agent": event.agent, "reason": event.reason}
    text = msgid("Served without waiting at counter {counter} by {agent}.")
    if event.reason:
        text = msgid("Served without waiting at counter {counter} by {agent}: {reason}.")
    yield Line(event.at, text, values)
    if event.passed:
        yield Line(event.at, WENT_BEFORE, {"tickets": event.passed})
    yield from beyond_quota(event)


def _issued(event: events.TicketIssued) -> Iterator[Line]:
    values: Values = {"service": event.service, "ahead": event.ahead, "due": event.due_at}
    text = msgid("Issued for {service}; {ahead} waited before it. Due at {due}.")
    if event.alone_at is not None:
        values = {**values, "time": event.alone_at}
        text = msgid(
            "Issued for {service} at {time} by a kiosk without connection, and taken in now; "
            "{ahead} waited before it. Due at {due}."
        )
    yield Line(event.at, text, values)
    if event.appointed_at is not None:
        yield Line(event.at, _appointed(event), {"time": event.appointed_at})
    if event.priority not in ("normal", "appointment"):
        yield Line(event.at, msgid("The visitor declared a right to priority."))
    yield from beyond_quota(event)


def beyond_quota(
    event: events.TicketIssued | events.WalkInStarted | events.TicketReinstated,
) -> Iterator[Line]:
    """Give a line for each service of which the staff gave more than the day's tickets."""
    for service in event.beyond_quota:
        text = msgid("Given by the staff beyond the day’s tickets for {service}.")
        yield Line(event.at, text, {"service": service})


def _appointed(event: events.TicketIssued) -> str:
    if event.is_in_time:
        return msgid("The visitor had an appointment for {time}.")
    return msgid("Too late for the appointment for {time}: it waits as if there had been none.")


def _call(event: Event, hall: Hall, put: Put | None) -> Iterator[Line]:
    match event:
        case events.TicketPreCalled(at, counter=counter):
            yield Line(at, msgid("Told to get ready for counter {counter}."), {"counter": counter})
        case events.TicketCalled(at, _, counter, agent, why, reason=reason):
            values: Values = {"counter": counter, "agent": agent, "reason": reason}
            chose = CALLED[why] if put is None or why == "out_of_turn" else PUT[put.place]
            yield Line(at, chose, values)
            yield from _passed(event, hall)
        case events.TicketRecalled(at):
            yield Line(at, msgid("Called again."))
        case events.NoShowRecorded(at):
            is_closing = event.reason == events.CLOSING
            text = msgid("The hall closed before anybody came.")
            yield Line(at, text if is_closing else msgid("Nobody came."))
        case _:
            pass


def _passed(call: events.TicketCalled, hall: Hall) -> Iterator[Line]:
    if call.passed and call.why not in BY_AGE:
        yield Line(call.at, WENT_BEFORE, {"tickets": call.passed})
        return
    known = [(each, hall.tickets[each].is_early(call.at)) for each in call.passed]
    for text, are_early in ((PASSED, False), (PASSED_EARLY, True)):
        tickets = tuple(each for each, is_early in known if is_early is are_early)
        if tickets:
            yield Line(call.at, text, {"tickets": tickets})


def _service(event: Event) -> Iterator[Line]:
    match event:
        case events.ServiceStarted(at):
            yield Line(at, msgid("The visitor came to the counter."))
        case events.ServiceFinished(at, outcome=events.CLOSING):
            yield Line(at, msgid("The hall closed while it was being served; it counts as served."))
        case events.ServiceFinished(at):
            yield Line(at, msgid("Served."))
            yield from _done(event)
        case _:
            pass


def _done(event: events.ServiceFinished) -> Iterator[Line]:
    """Give what the agent wrote down of it."""
    if event.outcome:
        yield Line(event.at, msgid("Outcome: {outcome}."), {"outcome": event.outcome})
    if event.quantity != 1:
        yield Line(event.at, msgid("Quantity: {n}."), {"n": event.quantity})
    if event.note:
        yield Line(event.at, msgid("Note: {note}."), {"note": event.note})


def _journey(event: Event, ticket: Ticket, hall: Hall) -> Iterator[Line]:
    match event:
        case events.TicketTransferred(at):
            yield _sent_on(event, ticket)
            yield from _put(event)
            if event.comes_back_to is not None:
                text = msgid("It is to come back to {agent} afterwards.")
                yield Line(at, text, {"agent": event.comes_back_to})
        case events.TicketMovedOn():
            yield moved_on(event, ticket, hall)
        case events.TicketRedirected():
            yield _redirected(event)
            yield from _put(event)
        case events.TicketReprioritised(at, priority=priority, reason=reason):
            text = msgid("Given the class {priority}: {reason}.")
            yield Line(at, text, {"priority": priority, "reason": reason})
        case _:
            pass


def _sent_on(event: events.TicketTransferred, ticket: Ticket) -> Line:
    values: Values = {"service": event.service, "due": event.due_at or ticket.due_at}
    if event.for_counter is not None:
        text = msgid("Sent on to {service}, to wait for counter {counter} alone; due at {due}.")
        return Line(event.at, text, {**values, "counter": event.for_counter})
    if event.for_agent is not None:
        text = msgid("Sent on to {service}, to wait for {agent} alone; due at {due}.")
        return Line(event.at, text, {**values, "agent": event.for_agent})
    return Line(event.at, msgid("Sent on to {service}; due at {due}."), values)


def _put(event: events.TicketTransferred | events.TicketRedirected) -> Iterator[Line]:
    """Give where in the line it was put, when it was not by its due moment."""
    match event.place:
        case "first" if isinstance(event, events.TicketTransferred) and event.reason:
            text = msgid("It was put first in line: {reason}.")
            yield Line(event.at, text, {"reason": event.reason})
        case "first":
            yield Line(event.at, msgid("It was put first in line."))
        case "last":
            yield Line(event.at, msgid("It was put last in line."))


def _redirected(event: events.TicketRedirected) -> Line:
    values: Values = {"service": event.service, "due": event.due_at, "reason": event.reason}
    if event.for_counter is not None:
        text = msgid(
            "Sent to wait for {service} at counter {counter} alone; due at {due}: {reason}."
        )
        return Line(event.at, text, {**values, "counter": event.for_counter})
    if event.for_agent is not None:
        text = msgid("Sent to wait for {service}, for {agent} alone; due at {due}: {reason}.")
        return Line(event.at, text, {**values, "agent": event.for_agent})
    return Line(event.at, msgid("Sent to wait for {service}; due at {due}: {reason}."), values)


def _pause(event: Event, ticket: Ticket, hall: Hall) -> Iterator[Line]:
    match event:
        case events.TicketParked():
            yield _parked(event)
            if event.place:
                text = msgid("Meanwhile the visitor is here: {place}.")
                yield Line(event.at, text, {"place": event.place})
        case events.TicketResumed(at):
            back_at = is_back_at(hall, ticket, at)
            is_over = back_at is not None and at >= back_at
            text = msgid("The time was over: waits again in the old place.")
            yield Line(at, text if is_over else msgid("Waits again in the old place."))
            yield from waits_again(event, ticket, hall)
        case events.TicketReturned(at):
            yield Line(at, msgid("The counter was closed; the ticket waits again."))
        case _:
            pass


def _parked(event: events.TicketParked) -> Line:
    if event.back_at is None:
        return Line(event.at, msgid("Parked: {reason}."), {"reason": event.reason})
    text = msgid("Parked, until {time} at the latest: {reason}.")
    return Line(event.at, text, {"time": event.back_at, "reason": event.reason})


def _end(event: Event, ticket: Ticket, hall: Hall) -> Iterator[Line]:
    match event:
        case events.TicketReinstated(at, reason=reason):
            yield Line(at, _back(event, ticket))
            if reason:
                yield Line(at, msgid("Reason: {reason}."), {"reason": reason})
            yield from waits_again(event, ticket, hall)
            yield from beyond_quota(event)
        case events.TicketCancelled(at, reason="", by=None):
            yield Line(at, msgid("The visitor gave the place up."))
        case events.TicketCancelled(at, reason=events.CLOSING, by=None):
            yield Line(at, msgid("The hall closed before its turn came."))
        case events.TicketCancelled(at, reason=reason):
            yield Line(at, msgid("Cancelled: {reason}."), {"reason": reason})
        case _:
            pass


def _back(event: events.TicketReinstated, ticket: Ticket) -> str:
    if ticket.state is TicketState.CANCELLED:
        return msgid("The cancellation was taken back: waits again in the old place.")
    if event.place == "first":
        return msgid("The closing was taken back: waits again, first in line.")
    if ticket.state is TicketState.FINISHED:
        return msgid("The finish was taken back: waits again in the old place.")
    return msgid("The visitor came after all, and waits again in the old place.")


def _answer(event: Event) -> Iterator[Line]:
    match event:
        case events.VisitRated(at, _, service, face, None):
            text = msgid("The visitor said of {service}: {face}.")
            yield Line(at, text, {"service": service, "face": str(face)})
        case events.VisitRated(at, _, service, face, about):
            text = msgid("The visitor said of {service}: {face}. It is about: {about}.")
            yield Line(at, text, {"service": service, "face": str(face), "about": str(about)})
        case _:
            pass
