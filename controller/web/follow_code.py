"""What stands in QR codes: addresses, a ticket's with a signature that nobody can guess."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import date

from controller.hall.ids import AppointmentCode, TicketNumber

SIGNATURE_LENGTH = 6
"""Characters of base 32: one guess in 2^30 is right."""


@dataclass(frozen=True, slots=True)
class FollowCodes:
    """Makes and checks the codes of one hall's tickets.

    All is upper-case: a QR holds upper-case letters in fewer squares.
    """

    secret: bytes
    hall: str
    public_url: str
    """Where visitors' telephones reach the controller, without a slash at the end."""

    def code(self, ticket: TicketNumber, day: date) -> str:
        """Return the code of a ticket of that day."""
        told = f"{self.hall}/{day.isoformat()}/{ticket}".encode()
        digest = hmac.new(self.secret, told, hashlib.sha256).digest()
        return ticket + base64.b32encode(digest).decode()[:SIGNATURE_LENGTH]

    def url(self, ticket: TicketNumber, day: date) -> str:
        """Return the address of the page that follows the ticket."""
        return self.beginning + self.code(ticket, day)

    @property
    def beginning(self) -> str:
        """What stands before a ticket's code in the address of its page."""
        return f"{self.public_url}/T/".upper()

    def address(self, appointment: AppointmentCode) -> str:
        """Return the address of the page of an appointment."""
        return f"{self.public_url}/A/{appointment}".upper()

    def ticket(self, code: str, day: date) -> TicketNumber | None:
        """Return the ticket of a code of that day, or nothing when the code is not right."""
        number = TicketNumber(code.upper()[:-SIGNATURE_LENGTH])
        is_right = hmac.compare_digest(self.code(number, day).encode(), code.upper().encode())
        return number if is_right else None
