"""The hall's screens: they get boards and calls, and say what they show."""

from controller.identity import Device, Devices
from controller.web.device_door import DeviceDoor
from controller.web.door import Answer
from controller.web.presence import Presence
from controller.web.requests import ShownNow
from controller.web.states import States
from wire.codec import decode, encode
from wire.messages import Shown


class ScreensDoor(DeviceDoor):
    """The namespace `/screens`."""

    def __init__(self, devices: Devices, presence: Presence, states: States) -> None:
        # Three hundred screens acknowledge each call, and change nothing by it.
        super().__init__("screen", devices, presence, is_looked_up_at_each_event=False)
        self._states = states
        self._answers: dict[str, Answer[Device]] = {"shown": self._shown}

    def answers(self) -> dict[str, Answer[Device]]:
        """Screens only say what they show."""
        return self._answers

    def welcome(self, sid: str, guest: Device) -> None:
        """Send the board."""
        super().welcome(sid, guest)
        self.emit("board", encode(self._states.board()), room=sid)

    def _shown(self, guest: Device, sid: str, data: object) -> None:
        del guest
        now = decode(ShownNow, data)
        self._presence.showed(sid, Shown(now.seq, now.spoken))
