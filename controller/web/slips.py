"""The slips of tickets: as they were issued, or as they stand by now."""

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from controller import views
from controller.expectations import Expectations
from controller.hall import Hall
from controller.hall.events import TicketIssued, TicketReinstated
from controller.hall.ids import TicketNumber
from controller.reception import Outcome, Reception
from controller.web.follow_code import FollowCodes
from controller.web.place import Place, place_of
from wire.messages import TicketSlip


class Slips:
    """Makes the slip of a ticket that was issued, or that waits again."""

    def __init__(
        self,
        codes: FollowCodes,
        expectations: Expectations,
        reception: Reception,
        zone: ZoneInfo,
    ) -> None:
        self._codes, self._expectations = codes, expectations
        self._reception, self._zone = reception, zone

    def of(self, outcome: Outcome) -> TicketSlip:
        """Return the slip of what was issued, the same again when the request was repeated.

        That of who came to an appointment once more is the ticket's as it stands now.
        """
        event = outcome.facts[0].event
        assert isinstance(event, TicketIssued | TicketReinstated)
        day = event.at.astimezone(self._zone).date()
        if isinstance(event, TicketReinstated):
            return self._again(event.ticket, day)
        slip = views.slip(outcome.seq, event, self._codes.url(event.ticket, day))
        return replace(slip, wait=self._expectations.at_issue(event.ticket))

    def _again(self, number: TicketNumber, day: date) -> TicketSlip:
        def look(hall: Hall, at: datetime) -> TicketSlip:
            place = place_of(hall, number, at, self._expectations)
            assert place is not None
            return self.now(hall, place, day)

        return self._reception.read(look)

    def now(self, hall: Hall, place: Place, day: date) -> TicketSlip:
        """Return the ticket as it stands now: for one who comes later, and for a copy."""
        ticket = hall.tickets[place.ticket]
        return TicketSlip(
            seq=hall.seq,
            ticket=place.ticket,
            service=place.service,
            language=ticket.language,
            issued_at=ticket.issued_at,
            ahead=place.ahead,
            url=self._codes.url(place.ticket, day),
            priority=ticket.priority,
            then=place.then,
            quantity=ticket.quantity,
            wait=place.wait,
        )
