"""Printers at their addresses."""

import os
import pty
import select
import socket
import time
import tty
from contextlib import contextmanager
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from hardware.devices import open_printer
from hardware.escpos import connection
from hardware.escpos.connection import UsbConnection
from hardware.escpos.driver import EscposPrinter
from hardware.ports import DeviceError, PrintResult, Trouble, Verdict
from hardware.profiles import printer_profile
from tests.hardware.printing import QUICK, is_on, ticket, virtual

WIDE = printer_profile("80mm")


@contextmanager
def cable(port: int):
    """A terminal whose other end is the printer at that port; gives the terminal's path."""
    near, far = pty.openpty()
    tty.setraw(near)
    tty.setraw(far)
    pulled = Event()
    with socket.create_connection(("127.0.0.1", port)) as printer:
        thread = Thread(target=_carry, args=(near, printer, pulled))
        thread.start()
        yield os.ttyname(far)
        pulled.set()
        thread.join()
    os.close(near)
    os.close(far)


def _carry(near: int, printer: socket.socket, pulled: Event) -> None:
    while not pulled.is_set():
        ready = select.select([near, printer], [], [], 0.05)[0]
        if near in ready:
            printer.sendall(os.read(near, 4096))
        if printer in ready:
            os.write(near, printer.recv(4096))


@pytest.mark.parametrize("address", ["escpos+serial://{}?baud=115200", "escpos+file://{}"])
def test_a_ticket_goes_through_a_device_file_and_its_end_is_heard(tmp_path, address):
    with virtual(tmp_path) as printer, cable(printer.port) as path:
        door = open_printer(address.format(path), WIDE)

        assert door.print(ticket(1)) == PrintResult(Verdict.PRINTED)
        assert door.print(ticket(2)) == PrintResult(Verdict.PRINTED)
        assert [is_on(page, ticket(n + 1)) for n, page in enumerate(printer.pages())] == [True] * 2


@pytest.mark.parametrize(
    "address",
    [
        "escpos+tcp://127.0.0.1:1",
        "escpos+serial:///dev/no-such-port",
        "escpos+file:///dev/no-such-file",
        "escpos+usb://dead:beef",
    ],
)
def test_a_printer_that_is_not_there_is_offline(address):
    door = open_printer(address, WIDE)
    offline = frozenset({Trouble.OFFLINE})

    assert door.troubles() == offline
    assert door.print(ticket(1)) == PrintResult(Verdict.NOT_PRINTED, offline)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "printer",
        "http://printer",
        "escpos+tcp://",
        "escpos+tcp://host:port",
        "escpos+tcp://.printer",
        "escpos+usb://04b8",
        "escpos+usb://04b8:zz",
        "escpos+file://",
        "escpos+tcp://host?answers=never",
        "escpos+serial:///dev/ttyS0?baud=fast",
    ],
)
def test_an_address_that_is_none_is_refused_with_those_there_are(address):
    with pytest.raises(DeviceError, match="write one of: escpos"):
        open_printer(address, WIDE)


def test_an_unknown_profile_is_refused_with_those_there_are():
    with pytest.raises(DeviceError, match="there are: 80mm, 80mm-plain, 58mm, tm-t88"):
        printer_profile("a4")


def test_of_a_printer_that_never_answers_nothing_is_known_but_it_prints(tmp_path):
    with virtual(tmp_path) as printer:
        printer.order("mute on")
        door = open_printer(f"escpos+tcp://127.0.0.1:{printer.port}?answers=no", WIDE)
        said = [door.troubles(), door.print(ticket(1)), door.print(ticket(2))]
        wait_until(lambda: len(printer.pages()) == 2)
        pages = printer.pages()

    assert said == [frozenset(), PrintResult(Verdict.UNKNOWN), PrintResult(Verdict.UNKNOWN)]
    assert [is_on(page, ticket(number + 1)) for number, page in enumerate(pages)] == [True, True]


def wait_until(is_so, seconds: float = 5.0) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


class UsbPrinter:
    """A USB device on the far side of libusb: its two bulk endpoints lead to a TCP printer."""

    def __init__(self, port: int) -> None:
        self._way = socket.create_connection(("127.0.0.1", port))

    def get_active_configuration(self):
        ends = [(0x81, 3), (0x02, 2), (0x83, 2)]
        return {
            (0, 0): [SimpleNamespace(bEndpointAddress=a, bmAttributes=k) for a, k in ends],
        }

    def write(self, endpoint, data, milliseconds):
        assert endpoint == 0x02
        self._way.settimeout(milliseconds / 1000)
        return self._way.send(data)

    def read(self, endpoint, length, milliseconds):
        assert endpoint == 0x83
        self._way.settimeout(milliseconds / 1000)
        return self._way.recv(length)

    def unplug(self) -> None:
        self._way.close()


def test_a_ticket_goes_through_the_bulk_endpoints_that_a_usb_printer_declares(tmp_path):
    """libusb itself cannot be had without a device: everything above it is the real thing."""
    with virtual(tmp_path) as printer:
        device = UsbPrinter(printer.port)
        out, back = connection._endpoints(device)
        plumbing = SimpleNamespace(device=device, out_ep=out, in_ep=back, close=lambda: None)
        door = EscposPrinter(lambda: UsbConnection(plumbing), WIDE, QUICK)

        assert door.print(ticket(1)) == PrintResult(Verdict.PRINTED)
        assert is_on(printer.pages()[0], ticket(1))
        device.unplug()
        offline = PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.OFFLINE}))
        assert door.print(ticket(2)) == offline


def test_a_usb_device_without_bulk_endpoints_is_no_printer():
    mouse = SimpleNamespace(
        get_active_configuration=lambda: {
            (0, 0): [SimpleNamespace(bEndpointAddress=0x81, bmAttributes=3)]
        }
    )
    with pytest.raises(OSError, match="not a printer"):
        connection._endpoints(mouse)
