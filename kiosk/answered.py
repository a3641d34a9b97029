"""Where the controller's answer leads a visitor."""

import structlog

from kiosk.declaring import Declaring
from kiosk.found import Found
from kiosk.offered import Offered
from kiosk.page import UNREACHED, Denial
from kiosk.ports import Taken
from kiosk.visit import (
    Asking,
    AtCode,
    AtLanguages,
    AtSheet,
    CheckingIn,
    Holding,
    Refused,
    Visit,
    Waiting,
)
from wire.messages import NotYet, Refusal, TicketFound, TicketSlip, WhichClass


def after_answer(waiting: Waiting, taken: Taken, offered: Offered) -> Visit:
    """Return where the visitor stands with the answer, or without one."""
    match waiting:
        case Asking():
            return _after_asking(waiting, taken)
        case CheckingIn():
            return _after_check_in(waiting, taken, offered)


def _after_asking(asking: Asking, taken: Taken) -> Visit:
    sheet = asking.sheet
    match taken:
        case TicketSlip():
            return Holding(sheet.language, sheet.first.service, taken)
        case Refusal() | NotYet():
            return Refused(sheet, taken.refused, asking.wish.priority)
        case _:
            return Refused(sheet, UNREACHED, asking.wish.priority)


def _after_check_in(arrival: CheckingIn, taken: Taken, offered: Offered) -> Visit:
    match taken:
        case TicketSlip() if taken.service in {each.id for each in offered.pack.services}:
            language = arrival.language or taken.language
            service = offered.pack.service(taken.service)
            return Holding(language, service, taken, is_late=taken.is_late)
        case WhichClass() if taken.service in {each.id for each in offered.pack.services}:
            language, service = taken.language, offered.pack.service(taken.service)
            return Declaring(language, service, arrival.entry, arrival.wish)
        case TicketSlip() | WhichClass():
            number = taken.ticket if isinstance(taken, TicketSlip) else None
            structlog.get_logger().error(
                "service_not_in_pack", service=taken.service, ticket=number
            )
            denial = Denial("unknown_service")
        case TicketFound() if taken.slip.service in {each.id for each in offered.pack.services}:
            language = arrival.language or taken.slip.language
            service = offered.pack.service(taken.slip.service)
            return Found(language, service, taken, arrival.entry.typed)
        case NotYet():
            denial = Denial(taken.refused, offered.opening_at(taken.not_before))
        case Refusal():
            denial = Denial(taken.refused)
        case _:
            denial = Denial(UNREACHED)
    entry = arrival.entry.denied(denial)
    return AtLanguages(entry) if arrival.language is None else AtCode(arrival.language, entry)


def stopped_at(sheet: AtSheet, offered: Offered) -> Visit | None:
    """Return where a visitor is told that one of the services has closed meanwhile."""
    *before, last = sheet.services
    if not offered.service_tile(last).is_open:
        return sheet
    for service in before:
        closed = offered.service_tile(service).closed
        if closed is not None:
            return Refused(sheet.without(service), closed.code, about=service)
    return None


def log_unclaimed(taken: Taken) -> None:
    """Tell staff of a number that nobody holds: it is not printed, lest the next one take it."""
    if isinstance(taken, TicketSlip):
        structlog.get_logger().warning("ticket_unclaimed", ticket=taken.ticket)
