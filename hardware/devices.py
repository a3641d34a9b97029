"""Opens devices from their addresses in the settings. The only door to the drivers."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import SplitResult, parse_qs, urlsplit

from hardware.control import ControlPort
from hardware.escpos.connection import Connect, TcpConnection, open_file, open_serial
from hardware.escpos.driver import EscposPrinter
from hardware.escpos.probe import Probe
from hardware.escpos.usb import usb_way
from hardware.ports import (
    DeviceError,
    PrinterProbe,
    PrinterProfile,
    ScreenPower,
    Speaker,
    TicketPrinter,
)
from hardware.screen_power import CommandPower, NoPower, VirtualPower
from hardware.virtual_speaker import USAGE, VirtualSpeaker

PRINTER_ADDRESSES = (
    "escpos+tcp://HOST[:9100]",
    "escpos+usb://[VENDOR:PRODUCT] (hexadecimal, as lsusb shows them; without, the only one)",
    "escpos+serial:///dev/ttyS0[?baud=115200]",
    "escpos+file:///dev/usb/lp0",
)
"""What `open_printer` understands. With `?answers=no` (or `&answers=no`) the printer is one
that never says anything."""


SPEAKER_ADDRESSES = ("sound:", "sound:none", "virtual:FOLDER[?pace=real][&control=PORT]")
"""What `open_speaker` understands: the sound card, none (but its pace), WAV files in a folder."""


POWER_ADDRESSES = ("none", "x11", "wayland:OUTPUT", "cec[:/dev/cec0]", "virtual:FILE")
"""What `open_power` understands: a black picture alone, DPMS of X11, an output of Wayland's, a
television by HDMI-CEC, a file that says what was asked."""


def open_printer(address: str, profile: PrinterProfile) -> TicketPrinter:
    """Return the printer at an address, one of `PRINTER_ADDRESSES`.

    Nothing is sent yet: a printer that is off now may be switched on later. Raises
    `DeviceError` for an address that is none.
    """
    with _an_address(address):
        url = urlsplit(address)
        return EscposPrinter(_way(url), profile, is_answering=_is_answering(url))


def open_probe(address: str) -> PrinterProbe:
    """Return what finds out about the printer at an address, one of `PRINTER_ADDRESSES`.

    Raises `DeviceError` for an address that is none.
    """
    with _an_address(address):
        return Probe(_way(urlsplit(address)), time.monotonic)


def open_speaker(address: str) -> Speaker:
    """Return the speaker at an address, one of `SPEAKER_ADDRESSES`.

    A virtual one plays at once, or takes as long as the sound with `?pace=real`; with
    `control` it takes orders on that port, as the virtual printer does. Raises `DeviceError`
    for an address that is none, a folder that cannot be made, or a port that is taken.
    """
    url = urlsplit(address)
    match url.scheme:
        case "sound" if url.path in {"", "none"}:
            from hardware.audio import SoundCard  # noqa: PLC0415  # kiosks have no sound library

            return SoundCard(is_absent=url.path == "none")
        case "virtual" if url.path:
            return _virtual_speaker(url)
        case _:
            known = "; ".join(SPEAKER_ADDRESSES)
            raise DeviceError(f"no speaker can be at {address!r}; write one of: {known}")


def open_power(address: str) -> ScreenPower:
    """Return what gives a screen its light, one of `POWER_ADDRESSES`.

    Nothing is switched yet. Raises `DeviceError` for an address that is none.
    """
    kind, _, where = address.partition(":")
    match kind, where:
        case "none", "":
            return NoPower()
        case "virtual", file if file:
            return VirtualPower(Path(file))
        case "x11", "":
            force = ("xset", "dpms", "force")
            return CommandPower((*force, "on"), (*force, "off"))
        case "wayland", output if output:
            randr = ("wlr-randr", "--output", output)
            return CommandPower((*randr, "--on"), (*randr, "--off"))
        case "cec", device:
            cec = ("cec-ctl", "-d", device or "/dev/cec0", "--to", "0")
            return CommandPower((*cec, "--image-view-on"), (*cec, "--standby"))
        case _:
            known = "; ".join(POWER_ADDRESSES)
            raise DeviceError(f"no light can be at {address!r}; write one of: {known}")


def _virtual_speaker(url: SplitResult) -> VirtualSpeaker:
    wishes = parse_qs(url.query)
    speaker = VirtualSpeaker(Path(url.path), is_real_time=wishes.get("pace") == ["real"])
    for port in wishes.get("control", ()):
        try:
            ControlPort(speaker.order, USAGE, int(port)).start()
        except (OSError, OverflowError, ValueError) as error:
            raise DeviceError(f"no control port {port}: {error}") from None
    return speaker


@contextmanager
def _an_address(address: str) -> Iterator[None]:
    try:
        yield
    except (KeyError, ValueError):
        known = "; ".join(PRINTER_ADDRESSES)
        raise DeviceError(f"no printer can be at {address!r}; write one of: {known}") from None


def _way(url: SplitResult) -> Connect:
    ways: dict[str, Callable[[SplitResult], Connect]] = {
        "escpos+tcp": _tcp,
        "escpos+usb": _usb,
        "escpos+serial": _serial,
        "escpos+file": _file,
    }
    return ways[url.scheme](url)


def _tcp(url: SplitResult) -> Connect:
    if not url.hostname:
        raise ValueError("no host")
    url.hostname.encode("idna")  # a UnicodeError for what can be no host, such as `.printer`
    return partial(TcpConnection, url.hostname, url.port or 9100)


def _usb(url: SplitResult) -> Connect:
    return usb_way(url.netloc)


def _serial(url: SplitResult) -> Connect:
    baud = parse_qs(url.query).get("baud", ["115200"])[0]
    return partial(open_serial, _path(url), int(baud))


def _is_answering(url: SplitResult) -> bool:
    answers = parse_qs(url.query).get("answers", ["yes"])[0]
    return {"yes": True, "no": False}[answers]


def _file(url: SplitResult) -> Connect:
    return partial(open_file, _path(url))


def _path(url: SplitResult) -> str:
    if not url.path:
        raise ValueError("no path")
    return url.path
