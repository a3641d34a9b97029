"""The kiosks: they get the offer and ask for tickets."""

from functools import partial
from zoneinfo import ZoneInfo

from controller import views
from controller.hall import commands
from controller.hall.events import TicketIssued
from controller.hall.ids import ServiceId
from controller.identity import Device, Devices
from controller.reception import Outcome
from controller.web.answers import Answers, key
from controller.web.device_door import DeviceDoor
from controller.web.door import Answer
from controller.web.follow_code import FollowCodes
from controller.web.presence import Presence
from controller.web.requests import Plain
from controller.web.states import States
from wire.codec import decode, encode
from wire.messages import TakeTicket, TicketSlip


class Slips:
    """Makes the slip of a ticket that was issued."""

    def __init__(self, codes: FollowCodes, zone: ZoneInfo) -> None:
        self._codes, self._zone = codes, zone

    def of(self, outcome: Outcome) -> TicketSlip:
        """Return the slip; the same again when the request was repeated."""
        issued = outcome.facts[0].event
        assert isinstance(issued, TicketIssued)
        day = issued.at.astimezone(self._zone).date()
        url = self._codes.url(issued.ticket, day)
        return views.slip(outcome.seq, issued, url)


class KiosksDoor(DeviceDoor):
    """The namespace `/kiosks`."""

    def __init__(
        self,
        devices: Devices,
        presence: Presence,
        states: States,
        answers: Answers,
        slips: Slips,
    ) -> None:
        super().__init__("kiosk", devices, presence, is_looked_up_at_each_event=True)
        self._states = states
        self._answers: dict[str, Answer[Device]] = {
            "take_ticket": partial(_take_ticket, answers, slips)
        }

    def answers(self) -> dict[str, Answer[Device]]:
        """Kiosks only take tickets."""
        return self._answers

    def welcome(self, sid: str, guest: Device) -> None:
        """Send the offer."""
        super().welcome(sid, guest)
        self.emit("offer", encode(self._states.offer()), room=sid)


def _take_ticket(answers: Answers, slips: Slips, guest: Device, sid: str, data: object) -> object:
    del sid
    wanted = decode(TakeTicket, data)
    decode(Plain, {"request": wanted.request})
    command = commands.IssueTicket(ServiceId(wanted.service), wanted.language)
    return answers.to(command, key("kiosk", guest.name, command, wanted.request), slips.of)
