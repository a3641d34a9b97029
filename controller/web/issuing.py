"""How a ticket is asked for: visitors take one at a kiosk, the staff gives them one."""

from dataclasses import dataclass, replace
from typing import Literal

from controller.appointments import Appointments
from controller.appointments.code import read_code
from controller.hall import commands
from controller.hall.ids import ServiceId
from controller.hall.refusals import Refused
from controller.request_key import request_key
from controller.web.answers import Answers, told
from controller.web.requests import Plain
from controller.web.slips import Slips
from wire.codec import BadMessage, decode
from wire.messages import DECLARED, CheckIn, Priority, TakeTicket


@dataclass(frozen=True, slots=True)
class Asker:
    """Whose request it is."""

    role: Literal["kiosk", "agent"]
    name: str


class Issuing:
    """Answers whoever asks for a ticket: with its slip, or with a refusal.

    Both raise `BadMessage`, and `JournalError` when it could not be written down.
    """

    def __init__(self, answers: Answers, slips: Slips, appointments: Appointments) -> None:
        self._answers, self._slips, self._appointments = answers, slips, appointments

    def take_ticket(self, asker: Asker, data: object) -> object:
        """Issue a ticket for a service, and for those to visit after it."""
        wish = decode(TakeTicket, data)
        _check_declared(wish.priority)
        command = commands.IssueTicket(
            service=ServiceId(wish.service),
            language=wish.language,
            priority=wish.priority,
            then=tuple(map(ServiceId, wish.then)),
            quantity=wish.quantity,
            sheets=wish.sheets,
            is_by_staff=asker.role == "agent",
        )
        return self._issue(command, asker, wish.request)

    def check_in(self, asker: Asker, data: object) -> object:
        """Issue the ticket of who has the appointment with this code."""
        wish = decode(CheckIn, data)
        try:
            command = self.arrival(wish)
        except Refused as refused:
            return told(refused)
        return self._issue(command, asker, wish.request)

    def arrival(self, wish: CheckIn) -> commands.CheckIn:
        """Return the wish as the hall is asked; raises `Refused` where there is no such code."""
        _check_declared(wish.priority or "normal")
        known = self._appointments.arrival(read_code(wish.code))
        language = wish.language or known.language
        return replace(known, language=language, priority=wish.priority or "normal")

    def _issue(
        self, command: commands.IssueTicket | commands.CheckIn, asker: Asker, request: str
    ) -> object:
        decode(Plain, {"request": request})
        key = request_key(asker.role, asker.name, command, request)
        return self._answers.to(command, key, self._slips.of)


def _check_declared(priority: Priority) -> None:
    """Raise `BadMessage` for a class that nobody may declare."""
    if priority != "normal" and priority not in DECLARED:
        raise BadMessage(f"priority: nobody may declare {priority}")
