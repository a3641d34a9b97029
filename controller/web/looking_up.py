"""A ticket that is looked up at a kiosk: by its code, scanned from the paper or typed."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime

from controller.expectations import Expectations
from controller.hall import Hall, commands
from controller.hall.commands import Command, GiveUp, RateVisit
from controller.hall.ids import TicketNumber
from controller.hall.refusals import Refused
from controller.reception import Reception
from controller.request_key import request_key
from controller.views import declarable
from controller.web.follow_code import FollowCodes
from controller.web.issuing import Asker, Issuing
from controller.web.place import place_of
from controller.web.requests import CodeOf, Plain
from controller.web.slips import Slips
from wire.appointment_code import read
from wire.codec import decode
from wire.messages import (
    CheckIn,
    GiveUpTicket,
    RateTicket,
    Refusal,
    TicketFound,
    TicketState,
    WhichClass,
)


class LookingUp:
    """Answers a kiosk whose visitor shows a code: of an appointment, or of a ticket of today."""

    def __init__(
        self,
        issuing: Issuing,
        slips: Slips,
        reception: Reception,
        expectations: Expectations,
        codes: FollowCodes,
        today: Callable[[], date],
    ) -> None:
        self._issuing, self._slips, self._reception = issuing, slips, reception
        self._expectations, self._codes, self._today = expectations, codes, today

    def check_in(self, asker: Asker, data: object) -> object:
        """Find the ticket of this code, or else issue that of the appointment with it.

        Where the hall calls some classes sooner, who has not been asked yet is asked first.
        """
        number = self._ticket(decode(CodeOf, data).code)
        if number is not None:
            return self._found(number)
        return self._which_class(decode(CheckIn, data)) or self._issuing.check_in(asker, data)

    def _which_class(self, wish: CheckIn) -> WhichClass | None:
        """Return what is to be asked; nothing when there is nothing to ask, or no ticket."""
        if wish.priority is not None:
            return None
        with suppress(Refused):
            command = self._issuing.arrival(wish)
            return self._reception.read(lambda hall, at: _classes(hall, command, at))
        return None

    def give_up(self, asker: Asker, data: object) -> object:
        """Let the visitor give the place up, and tell how the ticket stands then."""
        wish = decode(GiveUpTicket, data)
        number = self._ticket(wish.code)
        return _unknown() if number is None else self._do(asker, wish.request, GiveUp(number))

    def rate(self, asker: Asker, data: object) -> object:
        """Keep what the visitor says of the service, and tell how the ticket stands then."""
        wish = decode(RateTicket, data)
        number = self._ticket(wish.code)
        if number is None:
            return _unknown()
        return self._do(asker, wish.request, RateVisit(number, wish.face, wish.about))

    def _do(self, asker: Asker, request: str, command: GiveUp | RateVisit) -> object:
        decode(Plain, {"request": request})
        with suppress(Refused):  # called meanwhile, or too late: how it stands tells it
            self._reception.execute(command, self._key(asker, command, request))
        return self._found(command.ticket)

    def _key(self, asker: Asker, command: Command, request: str) -> str:
        return request_key(asker.role, asker.name, command, request)

    def _ticket(self, code: str) -> TicketNumber | None:
        letters = read(code)
        numbers = self._reception.read(lambda hall, _: tuple(hall.tickets))
        return self._codes.find(letters, numbers, self._today())

    def _found(self, number: TicketNumber) -> TicketFound | Refusal:
        return self._reception.read(lambda hall, at: self._told(hall, number, at))

    def _told(self, hall: Hall, number: TicketNumber, at: datetime) -> TicketFound | Refusal:
        place = place_of(hall, number, at, self._expectations)
        if place is None:
            return _unknown()
        return TicketFound(
            slip=self._slips.now(hall, place, self._today()),
            state=place.state,
            counter=place.counter if place.state is TicketState.CALLED else place.ready_for,
            kept_until=place.kept_until,
            may_give_up=place.may_give_up,
            may_rate=place.given is not None,
        )


def _classes(hall: Hall, arrival: commands.CheckIn, at: datetime) -> WhichClass | None:
    """Return what is to be asked; raises `Refused` when the hall would refuse anyway."""
    if arrival.code in hall.checked_in:
        return None  # who comes once more was asked the first time
    hall.decide(arrival, at)
    classes = declarable(hall)
    return WhichClass(arrival.service, arrival.language, classes) if classes else None


def _unknown() -> Refusal:
    return Refusal("unknown_ticket")
