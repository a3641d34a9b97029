"""The kiosks: they get the offer and ask for tickets."""

from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from controller import views
from controller.hall import commands
from controller.hall.events import TicketIssued
from controller.hall.ids import ServiceId
from controller.reception import Outcome
from controller.web.answers import Answers, key
from controller.web.door import Answer, Door
from controller.web.follow_code import FollowCodes
from controller.web.identity import Device, Devices
from controller.web.presence import Presence
from controller.web.requests import Plain
from controller.web.screens import device_of
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


class KiosksDoor(Door[Device]):
    """The namespace `/kiosks`."""

    def __init__(
        self,
        devices: Devices,
        presence: Presence,
        states: States,
        answers: Answers,
        slips: Slips,
    ) -> None:
        super().__init__("/kiosks")
        self._devices, self._presence, self._states = devices, presence, states
        self._answers: dict[str, Answer[Device]] = {
            "take_ticket": partial(_take_ticket, answers, slips)
        }

    def identify(self, environ: dict[str, Any], auth: object) -> Device:
        """Let in a kiosk that shows its token."""
        del environ
        return device_of(self._devices, auth, "kiosk")

    def answers(self) -> dict[str, Answer[Device]]:
        """Kiosks only take tickets."""
        return self._answers

    def welcome(self, sid: str, guest: Device) -> None:
        """Send the offer."""
        self._presence.came(sid, guest)
        self.emit("offer", encode(self._states.offer()), room=sid)

    def leave(self, sid: str, guest: Device) -> None:
        """Note that it is off."""
        del guest
        self._presence.went(sid)


def _take_ticket(answers: Answers, slips: Slips, guest: Device, sid: str, data: object) -> object:
    del sid
    wanted = decode(TakeTicket, data)
    decode(Plain, {"request": wanted.request})
    command = commands.IssueTicket(ServiceId(wanted.service), wanted.language)
    return answers.to(command, key("kiosk", guest.name, command, wanted.request), slips.of)
