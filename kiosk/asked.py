"""What one visitor has asked the controller for without getting an answer."""

from collections.abc import Callable
from dataclasses import replace

from kiosk.visit import AtSheet
from wire.messages import CheckIn, Language, Priority, TakeTicket

Wish = TakeTicket | CheckIn


class Asked:
    """Lets a wish that is repeated keep its request id: the answer may be all that was lost.

    The controller gives the same ticket to the same id. `new_request` makes an id that no
    other request bears.
    """

    def __init__(self, new_request: Callable[[], str]) -> None:
        self.new_request = new_request
        self._unanswered: dict[str, TakeTicket] = {}
        self._unanswered_codes: dict[str, CheckIn] = {}

    def wish(self, service: str, language: Language) -> TakeTicket:
        """Return the request for a ticket: with the id of the one that is without an answer.

        Of that one nobody knows whether it arrived; if not, whatever else is asked for now counts.
        """
        if service not in self._unanswered:
            self._unanswered[service] = TakeTicket(self.new_request(), service, language)
        return self._unanswered[service]

    def ticket(self, sheet: AtSheet, priority: Priority) -> TakeTicket:
        """Return the request for the ticket of this sheet and of what was chosen before it."""
        first, *then = (service.id for service in sheet.services)
        wish, quantity = self.wish(first, sheet.language), sheet.first.quantity
        return replace(wish, priority=priority, then=tuple(then), quantity=quantity)

    def arrival(self, code: str, language: Language | None) -> CheckIn:
        """Return the request for the ticket of an appointment, with such an id as well."""
        if code not in self._unanswered_codes:
            self._unanswered_codes[code] = CheckIn(self.new_request(), code)
        return replace(self._unanswered_codes[code], language=language)

    def answered(self, wish: Wish) -> None:
        """Take note of an answer, a ticket or a refusal: the next wish is a new one."""
        match wish:
            case TakeTicket():
                self._unanswered.pop(wish.service, None)
            case CheckIn():
                self._unanswered_codes.pop(wish.code, None)

    def forget(self) -> None:
        """Let the next visitor begin with nothing."""
        self._unanswered.clear()
        self._unanswered_codes.clear()
