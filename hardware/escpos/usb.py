"""The way to a USB printer through libusb: its interface and endpoints are those it declares."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

PRINTERS = 0x07
"""The class of printers (USB-IF, Defined Class Codes)."""

BULK, KIND, IN = 0x02, 0x03, 0x80
PIECE, ANSWER = 4096, 64
"""Bytes of one transfer, out and in."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which printer: by its numbers, as `lsusb` shows them, or the only one there is."""

    vendor: int | None = None
    product: int | None = None

    def matches(self, device: Any) -> bool:  # noqa: ANN401  # the library has no types
        """Return whether this is the device that is wanted, and a printer."""
        is_it = self.vendor in {None, device.idVendor} and self.product in {None, device.idProduct}
        return is_it and any(_printing(device))


@dataclass(frozen=True, slots=True)
class Pipe:
    """Where a printer takes bytes, and where it gives them."""

    interface: int
    setting: int
    out: int
    back: int | None
    """Nothing for a printer that only listens."""


class UsbConnection:
    """A USB printer, claimed for us."""

    def __init__(self, device: Any, pipe: Pipe) -> None:  # noqa: ANN401  # untyped library
        self._device, self._pipe = device, pipe

    def exchange(self, data: memoryview, timeout: float) -> tuple[int, bytes]:
        """Send and receive, as `Connection` tells."""
        patience = max(1, int(timeout * 1000))
        sent = self._write(bytes(data[:PIECE]), patience) if data else 0
        return sent, self._read(10 if sent else patience)

    def _write(self, data: bytes, milliseconds: int) -> int:
        with suppress(TimeoutError):
            return int(_transfer(self._device.write, self._pipe.out, data, milliseconds))
        return 0

    def _read(self, milliseconds: int) -> bytes:
        if self._pipe.back is None:
            return b""
        with suppress(TimeoutError):
            return bytes(_transfer(self._device.read, self._pipe.back, ANSWER, milliseconds))
        return b""

    def close(self) -> None:
        """Close it, as `Connection` tells."""
        from usb import util  # noqa: PLC0415  # only those with a USB printer need the library

        with suppress(OSError):
            util.release_interface(self._device, self._pipe.interface)
        with suppress(OSError):
            util.dispose_resources(self._device)


def open_usb(wanted: Wanted, backend: object | None = None) -> UsbConnection:
    """Open the printer, at its interface of class 7 and the bulk endpoints that it declares.

    Raises `OSError` when there is none, when it is somebody else's, or without libusb.
    """
    from usb import core  # noqa: PLC0415  # only those with a USB printer need the library

    try:
        device = core.find(custom_match=wanted.matches, backend=backend)
    except core.NoBackendError as error:
        raise OSError("libusb is missing: install libusb-1.0-0") from error
    if device is None:
        raise FileNotFoundError("no such printer on USB")
    pipe = pipe_of(device)
    _claim(device, pipe)
    return UsbConnection(device, pipe)


def pipe_of(device: Any) -> Pipe:  # noqa: ANN401  # the library has no types
    """Return the pipe of the device's printing interface, one that answers if there is any."""
    pipes = [pipe for each in _printing(device) if (pipe := _pipe(each)) is not None]
    pipes.sort(key=lambda pipe: pipe.back is None)
    if not pipes:
        raise OSError("the USB device has no bulk endpoint of a printer")
    return pipes[0]


def _printing(device: Any) -> Iterator[Any]:  # noqa: ANN401  # the library has no types
    """Give the settings of interfaces that are printers'."""
    for configuration in device:
        for interface in configuration:
            if interface.bInterfaceClass == PRINTERS:
                yield interface


def _pipe(interface: Any) -> Pipe | None:  # noqa: ANN401  # the library has no types
    ends: dict[bool, int] = {}
    for endpoint in interface:
        if endpoint.bmAttributes & KIND == BULK:
            ends.setdefault(bool(endpoint.bEndpointAddress & IN), endpoint.bEndpointAddress)
    if False not in ends:
        return None
    number, setting = interface.bInterfaceNumber, interface.bAlternateSetting
    return Pipe(number, setting, ends[False], ends.get(True))


def _claim(device: Any, pipe: Pipe) -> None:  # noqa: ANN401  # the library has no types
    """Take the interface from the kernel's own driver, and for us."""
    from usb import util  # noqa: PLC0415  # only those with a USB printer need the library

    with suppress(NotImplementedError):  # not every system has drivers to take it from
        if device.is_kernel_driver_active(pipe.interface):
            device.detach_kernel_driver(pipe.interface)
    util.claim_interface(device, pipe.interface)
    if pipe.setting:
        device.set_interface_altsetting(pipe.interface, pipe.setting)


def _transfer(transfer: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401  # untyped
    """Make the library's time-out a `TimeoutError`: both are `OSError`s, in two families."""
    try:
        return transfer(*arguments)
    except OSError as error:
        if type(error).__name__ == "USBTimeoutError":
            raise TimeoutError from error
        raise


def usb_way(address: str) -> Callable[[], UsbConnection]:
    """Return what opens the printer of an address: `VENDOR:PRODUCT`, or empty for the only one.

    Raises `ValueError` for another.
    """
    if not address:
        return partial(open_usb, Wanted())
    vendor, product = address.split(":")
    return partial(open_usb, Wanted(int(vendor, 16), int(product, 16)))
