"""Printers at their addresses."""

import os
import pty
import select
import socket
import time
import tty
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from hardware.devices import open_printer
from hardware.ports import DeviceError, PrintResult, Trouble, Verdict
from hardware.profiles import printer_profile
from tests.hardware.printing import is_on, ticket, virtual

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
    with pytest.raises(
        DeviceError,
        match="there are: 80mm, 80mm-plain, 58mm, tm-t88, custom-presenter, citizen-presenter",
    ):
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


@pytest.mark.parametrize("address", ["escpos+serial://{}?baud=115200", "escpos+file://{}"])
def test_a_printer_that_is_pulled_out_is_offline_and_plugged_in_again_prints(tmp_path, address):
    with virtual(tmp_path) as printer:
        socket_file = tmp_path / "lp0"
        with cable(printer.port) as path:
            socket_file.symlink_to(path)
            door = open_printer(address.format(socket_file), WIDE)
            assert door.print(ticket(1)) == PrintResult(Verdict.PRINTED)
            assert door.watch(0.1) == frozenset()
        wait_until(lambda: door.watch(0.1) == frozenset({Trouble.OFFLINE}))
        assert door.print(ticket(2)).verdict is Verdict.NOT_PRINTED
        socket_file.unlink()
        with cable(printer.port) as path:
            socket_file.symlink_to(path)
            wait_until(lambda: door.watch(0.1) == frozenset())
            assert door.print(ticket(3)) == PrintResult(Verdict.PRINTED)
            door.close()
        pages = [is_on(page, ticket(n)) for page, n in zip(printer.pages(), (1, 3), strict=True)]

    assert pages == [True, True]
