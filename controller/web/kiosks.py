"""The kiosks: they get the offer and ask for tickets."""

from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from controller import views
from controller.appointments import Appointments
from controller.appointments.code import read_code
from controller.expectations import Expectations
from controller.hall import commands
from controller.hall.events import TicketIssued
from controller.hall.ids import ServiceId
from controller.hall.refusals import Refused
from controller.identity import Device, Devices
from controller.reception import Outcome
from controller.web.answers import Answers, key, told
from controller.web.device_door import DeviceDoor
from controller.web.door import Answer
from controller.web.follow_code import FollowCodes
from controller.web.presence import Presence
from controller.web.requests import Plain
from controller.web.states import States
from wire.codec import BadMessage, decode, encode
from wire.messages import DECLARED, CheckIn, TakeTicket, TicketSlip


class Slips:
    """Makes the slip of a ticket that was issued."""

    def __init__(self, codes: FollowCodes, expectations: Expectations, zone: ZoneInfo) -> None:
        self._codes, self._expectations, self._zone = codes, expectations, zone

    def of(self, outcome: Outcome) -> TicketSlip:
        """Return the slip; the same again when the request was repeated."""
        issued = outcome.facts[0].event
        assert isinstance(issued, TicketIssued)
        day = issued.at.astimezone(self._zone).date()
        url = self._codes.url(issued.ticket, day)
        slip = views.slip(outcome.seq, issued, url)
        return replace(slip, wait=self._expectations.at_issue(issued.ticket))


class KiosksDoor(DeviceDoor):
    """The namespace `/kiosks`."""

    def __init__(
        self,
        devices: Devices,
        presence: Presence,
        states: States,
        answers: Answers,
        slips: Slips,
        appointments: Appointments,
    ) -> None:
        super().__init__("kiosk", devices, presence, is_looked_up_at_each_event=True)
        self._states = states
        self._answers: dict[str, Answer[Device]] = {
            "take_ticket": partial(_take_ticket, answers, slips),
            "check_in": partial(_check_in, answers, slips, appointments),
        }

    def answers(self) -> dict[str, Answer[Device]]:
        """Kiosks take tickets, and check in who has an appointment."""
        return self._answers

    def welcome(self, sid: str, guest: Device) -> None:
        """Send the offer."""
        super().welcome(sid, guest)
        self.emit("offer", encode(self._states.offer()), room=sid)


def _take_ticket(answers: Answers, slips: Slips, guest: Device, sid: str, data: object) -> object:
    del sid
    wish = decode(TakeTicket, data)
    decode(Plain, {"request": wish.request})
    if wish.priority != "normal" and wish.priority not in DECLARED:
        raise BadMessage(f"priority: nobody may declare {wish.priority}")
    command = commands.IssueTicket(
        service=ServiceId(wish.service),
        language=wish.language,
        priority=wish.priority,
        then=tuple(map(ServiceId, wish.then)),
        quantity=wish.quantity,
        sheets=wish.sheets,
    )
    return answers.to(command, key("kiosk", guest.name, command, wish.request), slips.of)


def _check_in(
    answers: Answers,
    slips: Slips,
    appointments: Appointments,
    guest: Device,
    sid: str,
    data: object,
) -> object:
    del sid
    wish = decode(CheckIn, data)
    decode(Plain, {"request": wish.request})
    try:
        command = appointments.arrival(read_code(wish.code))
    except Refused as refused:
        return told(refused)
    command = replace(command, language=wish.language or command.language)
    return answers.to(command, key("kiosk", guest.name, command, wish.request), slips.of)
