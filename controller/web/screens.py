"""The hall's screens: they get boards and calls, and say what they show."""

from typing import Any

from controller.web.door import Answer, Door, Unwelcome, token_of
from controller.web.identity import Device, Devices
from controller.web.presence import Presence
from controller.web.states import States
from wire.codec import decode, encode
from wire.messages import Shown


class ScreensDoor(Door[Device]):
    """The namespace `/screens`."""

    def __init__(self, devices: Devices, presence: Presence, states: States) -> None:
        super().__init__("/screens")
        self._devices, self._presence, self._states = devices, presence, states
        self._answers: dict[str, Answer[Device]] = {"shown": self._shown}

    def identify(self, environ: dict[str, Any], auth: object) -> Device:
        """Let in a screen that shows its token."""
        del environ
        return device_of(self._devices, auth, "screen")

    def answers(self) -> dict[str, Answer[Device]]:
        """Screens only say what they show."""
        return self._answers

    def welcome(self, sid: str, guest: Device) -> None:
        """Send the board."""
        self._presence.came(sid, guest)
        self.emit("board", encode(self._states.board()), room=sid)

    def leave(self, sid: str, guest: Device) -> None:
        """Note that it is off."""
        del guest
        self._presence.went(sid)

    def _shown(self, guest: Device, sid: str, data: object) -> None:
        del guest
        self._presence.showed(sid, decode(Shown, data))


def device_of(devices: Devices, auth: object, kind: str) -> Device:
    """Return the device of this kind whose token the auth payload holds, or raise `Unwelcome`."""
    device = devices.find(token_of(auth))
    if device is None or device.kind != kind:
        raise Unwelcome("unknown_device")
    return device
