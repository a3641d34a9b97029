"""How kiosks and screens come in through Socket.IO: by a token of their own."""

from typing import Any

from controller.identity import Device, Devices
from controller.web.door import Admission, Door, Unwelcome, token_of
from controller.web.presence import Presence
from wire.messages import DeviceKind

UNKNOWN = "unknown_device"
"""The code for whoever has no token, or not the right one."""


class DeviceDoor(Door[Device]):
    """A namespace for one kind of device."""

    def __init__(
        self,
        kind: DeviceKind,
        devices: Devices,
        presence: Presence,
        *,
        is_looked_up_at_each_event: bool,
    ) -> None:
        super().__init__(f"/{kind}s", Admission(devices, UNKNOWN, is_looked_up_at_each_event))
        self._kind, self._devices, self._presence = kind, devices, presence

    def identify(self, environ: dict[str, Any], auth: object) -> tuple[Device, str]:
        """Let in a device of this kind that shows its token."""
        del environ
        token = token_of(auth)
        device = self._devices.find(token)
        if device is None or device.kind != self._kind:
            raise Unwelcome(UNKNOWN)
        return device, token

    def welcome(self, sid: str, guest: Device) -> None:
        """Note that it is there. Sub-classes send the state."""
        self._presence.came(sid, guest)

    def leave(self, sid: str, guest: Device) -> None:
        """Note that it is off."""
        del guest
        self._presence.went(sid)
