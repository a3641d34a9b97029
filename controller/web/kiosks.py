"""The kiosks: they get the offer and ask for tickets."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog

from controller.identity import Device, Devices
from controller.web.alone import OwnNumbers
from controller.web.bulletin import Bulletins
from controller.web.complaint_intake import TakingComplaints
from controller.web.device_door import DeviceDoor
from controller.web.door import Answer
from controller.web.issuing import Asker, Issuing
from controller.web.kiosk_requests import NotTakenInNow
from controller.web.looking_up import LookingUp
from controller.web.presence import Presence
from controller.web.requests import PrinterNow
from controller.web.states import States
from wire.codec import decode, encode
from wire.messages import PrinterState


@dataclass(frozen=True, slots=True)
class KioskDesks:
    """Who answers what kiosks ask."""

    issuing: Issuing
    looking_up: LookingUp
    own: OwnNumbers
    bulletins: Bulletins
    complaints: TakingComplaints


class KiosksDoor(DeviceDoor):
    """The namespace `/kiosks`."""

    def __init__(
        self,
        devices: Devices,
        presence: Presence,
        states: States,
        desks: KioskDesks,
    ) -> None:
        super().__init__("kiosk", devices, presence, is_looked_up_at_each_event=True)
        self._states = states
        issuing, looking_up, own = desks.issuing, desks.looking_up, desks.own
        self._answers: dict[str, Answer[Device]] = {
            "take_ticket": _as_kiosk(issuing.take_ticket),
            "check_in": _as_kiosk(looking_up.check_in),
            "give_up": _as_kiosk(looking_up.give_up),
            "rate": _as_kiosk(looking_up.rate),
            "printer": self._printer,
            "reserve": own.reserve,
            "hand_over": own.hand_over,
            "not_taken_in": self._not_taken_in,
            "complaint": lambda guest, _sid, data: desks.complaints.answer(guest, data),
            "bulletin": lambda _guest, _sid, data: desks.bulletins.answer(data),
        }

    def answers(self) -> dict[str, Answer[Device]]:
        """Kiosks take tickets, look them up, prepare to be alone; others ask what is published."""
        return self._answers

    def welcome(self, sid: str, guest: Device) -> None:
        """Send the offer."""
        super().welcome(sid, guest)
        self.emit("offer", encode(self._states.offer()), room=sid)

    def _printer(self, guest: Device, sid: str, data: object) -> None:
        troubles = decode(PrinterNow, data).troubles
        self._presence.printed(sid, PrinterState(troubles))
        structlog.get_logger().info("kiosk_printer", kiosk=guest.name, troubles=list(troubles))

    def _not_taken_in(self, guest: Device, sid: str, data: object) -> None:
        del guest
        self._presence.gave_in_vain(sid, decode(NotTakenInNow, data).tickets)


def _as_kiosk(answer: Callable[[Asker, object], object]) -> Answer[Device]:
    return lambda guest, _sid, data: answer(Asker("kiosk", guest.name), data)
