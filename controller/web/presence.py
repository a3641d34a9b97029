"""Which kiosks and screens are connected, what the screens show, how the printers are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from controller.fleet.watch import Sighting
from controller.identity import Device, Devices
from controller.signage.tally import Said, heard
from wire.messages import (
    DeviceAlarm,
    DeviceKind,
    DeviceState,
    Playing,
    PrinterState,
    Receipt,
    ScreenHealth,
    Shown,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A device that is connected, and what it says of itself."""

    device: Device
    shown: Shown | None = None
    printer: PrinterState | None = None
    not_taken_in: tuple[str, ...] = ()
    """Numbers that a kiosk gave while it was alone, and that are no tickets of the hall."""
    said: Said | None = None
    """What a screen says that it plays."""

    health: ScreenHealth | None = None
    came_at: datetime | None = None


class Presence:
    """Keeps the connected devices, beside those that the hall expects."""

    def __init__(self, devices: Devices) -> None:
        self._devices = devices
        self._links: dict[str, Link] = {}
        self._elsewhere: tuple[Link, ...] = ()
        self._expected: dict[str, Device] = {}
        self._alarms: tuple[DeviceAlarm, ...] = ()
        self._listeners: list[Callable[[], None]] = []
        self._hurried: list[Callable[[], None]] = []
        self._watching: list[Callable[[], None]] = []
        self.refresh()

    def listen(self, listener: Callable[[], None]) -> None:
        """Tell the listener when a device comes, goes or acknowledges, or is expected no more."""
        self._listeners.append(listener)

    def listen_to_printers(self, listener: Callable[[], None]) -> None:
        """Tell the listener when a printer is no longer as it was: that has no time."""
        self._hurried.append(listener)

    def listen_to_players(self, listener: Callable[[], None]) -> None:
        """Tell the listener when a screen here is further with what was published, or is not."""
        self._watching.append(listener)

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()

    def refresh(self) -> None:
        """Read again which devices the hall expects; raises `StoreError`."""
        expected = {device.name: device for device in self._devices.list()}
        if expected != self._expected:
            self._expected = expected
            self._tell()

    def came(self, sid: str, device: Device, at: datetime | None = None) -> None:
        """Note that a device has connected, and when."""
        self._links[sid] = Link(device, came_at=at)
        self._tell()

    def went(self, sid: str) -> None:
        """Note that a connection is gone."""
        self._links.pop(sid, None)
        self._tell()

    def showed(self, sid: str, shown: Shown) -> None:
        """Note what a screen says that it shows."""
        link = self._links.get(sid)
        if link is not None and link.shown != shown:
            self._links[sid] = replace(link, shown=shown)
            self._tell()

    def printed(self, sid: str, printer: PrinterState) -> None:
        """Note how a kiosk says that its printer is."""
        link = self._links.get(sid)
        if link is not None and link.printer != printer:
            self._links[sid] = replace(link, printer=printer)
            self._tell()
            self._hurry()

    def gave_in_vain(self, sid: str, tickets: tuple[str, ...]) -> None:
        """Note what a kiosk gave while it was alone, and the hall could not take in."""
        link = self._links.get(sid)
        if link is not None and link.not_taken_in != tickets:
            self._links[sid] = replace(link, not_taken_in=tickets)
            self._tell()

    def plays(self, sid: str, playing: Playing, at: datetime) -> None:
        """Note what a screen says that it plays; the same again only shows that it is there."""
        link = self._links.get(sid)
        if link is None:
            return
        self._links[sid] = replace(link, said=heard(link.said, playing, at))
        if link.said is None or link.said.playing != playing:
            for listener in self._watching:
                listener()

    def told_health(self, sid: str, health: ScreenHealth) -> None:
        """Note how a screen says that its machine is."""
        link = self._links.get(sid)
        if link is not None and link.health != health:
            self._links[sid] = replace(link, health=health)
            self._tell()

    def raise_alarms(self, alarms: tuple[DeviceAlarm, ...]) -> None:
        """Note what is wrong with devices for too long; nothing when all are well."""
        if alarms != self._alarms:
            self._alarms = alarms
            self._hurry()

    @property
    def alarms(self) -> tuple[DeviceAlarm, ...]:
        """What is wrong with devices for too long."""
        return self._alarms

    def seen(self) -> tuple[Sighting, ...]:
        """Return every device that is expected or connected, by name, as it is known now."""
        links = {link.device.name: link for link in self._everywhere}
        devices = self._expected | {name: link.device for name, link in links.items()}
        return tuple(_sighting(each, links.get(name)) for name, each in sorted(devices.items()))

    def said(self) -> tuple[tuple[str, Said | None], ...]:
        """Return every screen that is expected or connected, and what it said last."""
        known = {each.name: None for each in self._expected.values() if each.kind == "screen"}
        told = {link.device.name: link.said for link in self._of("screen")}
        return tuple((known | told).items())

    def _hurry(self) -> None:
        for listener in self._hurried:
            listener()

    def sids_of(self, name: str) -> tuple[str, ...]:
        """Return the connections of this device to this controller; mostly one, or none."""
        return tuple(sid for sid, link in self._links.items() if link.device.name == name)

    def printers_in_trouble(self) -> int:
        """Return how many kiosks of this controller cannot print, or soon cannot."""
        return sum(1 for link in self.links if link.printer and link.printer.troubles)

    @property
    def links(self) -> tuple[Link, ...]:
        """The devices that are connected to this controller."""
        return tuple(self._links.values())

    def heard(self, elsewhere: tuple[Link, ...]) -> None:
        """Note the devices that are connected to the hall's other controllers."""
        if elsewhere == self._elsewhere:
            return
        before, self._elsewhere = self._elsewhere, elsewhere
        self._tell()
        if _printers(before) != _printers(elsewhere):
            self._hurry()

    def receipt(self, call: int, ticket: str) -> Receipt:
        """Return what the screens did with the call of this seq, those of other zones left out."""
        told = [link.shown for link in self._of("screen")]
        shown = [each for each in told if each is None or ticket not in each.elsewhere]
        names = {link.device.name for link in self._of("screen")}
        expected = [d.name for d in self._expected.values() if d.kind == "screen"]
        return Receipt(
            screens=len(shown),
            shown=sum(1 for each in shown if each is not None and each.seq >= call),
            spoken=sum(1 for each in shown if each is not None and call in each.spoken),
            off=tuple(sorted(name for name in expected if name not in names)),
        )

    def states(self) -> tuple[DeviceState, ...]:
        """Return every device that is expected or connected."""
        links = {link.device.name: link for link in self._everywhere}
        devices = self._expected | {name: link.device for name, link in links.items()}
        return tuple(_state(device, links.get(name)) for name, device in sorted(devices.items()))

    def _of(self, kind: DeviceKind) -> Iterable[Link]:
        return (link for link in self._everywhere if link.device.kind == kind)

    @property
    def _everywhere(self) -> tuple[Link, ...]:
        return (*self._elsewhere, *self._links.values())


def _printers(links: tuple[Link, ...]) -> list[tuple[str, PrinterState | None]]:
    return [(link.device.name, link.printer) for link in links if link.printer]


def _state(device: Device, link: Link | None) -> DeviceState:
    if link is None:
        return DeviceState(device.name, device.kind, is_connected=False, seq=None)
    return DeviceState(
        device.name,
        device.kind,
        is_connected=True,
        seq=link.shown.seq if link.shown else None,
        printer=link.printer.troubles if link.printer else None,
        not_taken_in=link.not_taken_in,
        health=link.health,
    )


def _sighting(device: Device, link: Link | None) -> Sighting:
    if link is None:
        return Sighting(device.name, device.kind, is_connected=False)
    return Sighting(
        device.name,
        device.kind,
        is_connected=True,
        came_at=link.came_at,
        said=link.said,
        health=link.health,
    )
