"""What stands in QR codes: addresses, a ticket's with a signature that nobody can guess."""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from controller.hall.ids import AppointmentCode, TicketNumber
from wire.appointment_code import ALPHABET, LENGTH
from wire.follow_up import FollowUp

SIGNATURE_LENGTH = LENGTH
"""As many letters as an appointment's code has, and of the same ones: whoever types them finds the
same keys. One guess in 38 thousand millions is right, and an address has thirty in a minute."""


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
        return ticket + _letters(digest)

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

    @property
    def followed_at(self) -> str:
        """What stands before a follow-up number in the address of its complaint's page."""
        return f"{self.public_url}/C/".upper()

    def proof(self, told: FollowUp) -> str:
        """Return what is kept of a follow-up number's secret: it proves it and does not tell it."""
        text = f"complaint/{self.hall}/{told.code}".encode()
        return hmac.new(self.secret, text, hashlib.sha256).hexdigest()

    def find(self, letters: str, among: Iterable[TicketNumber], day: date) -> TicketNumber | None:
        """Return whose code of that day ends so: the letters alone are typed, not the number."""
        if len(letters) < SIGNATURE_LENGTH:
            return None
        for number in among:
            code = self.code(number, day).encode()
            if hmac.compare_digest(code[-SIGNATURE_LENGTH:], letters.encode()[-SIGNATURE_LENGTH:]):
                return number
        return None

    def ticket(self, code: str, day: date) -> TicketNumber | None:
        """Return the ticket of a code of that day, or nothing when the code is not right."""
        number = TicketNumber(code.upper()[:-SIGNATURE_LENGTH])
        is_right = hmac.compare_digest(self.code(number, day).encode(), code.upper().encode())
        return number if is_right else None


def _letters(digest: bytes) -> str:
    """Return the digest's number in so many letters; 32 bytes favour none of them."""
    number = int.from_bytes(digest)
    return "".join(
        ALPHABET[number // len(ALPHABET) ** place % len(ALPHABET)]
        for place in range(SIGNATURE_LENGTH)
    )
