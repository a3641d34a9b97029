"""USB printers through libusb, whose bus alone is not the real one."""

import pytest

from hardware.escpos.driver import EscposPrinter
from hardware.escpos.usb import Pipe, Wanted, open_usb, pipe_of
from hardware.ports import PrintResult, Trouble, Verdict
from hardware.profiles import printer_profile
from tests.hardware.printing import QUICK, is_on, ticket, virtual
from tests.hardware.usb_bus import INTERRUPT, Bus, Plugged, interface

PRINTING, KEYS, VENDORS = 0x07, 0x03, 0xFF


def keyboard():
    return Plugged(0x046D, 0xC31C, [interface(0, KEYS, (0x81, INTERRUPT))])


def composite(port):
    """A printer whose second interface prints, in its second setting both ways."""
    device = Plugged(
        0x0DD4,
        0x01A8,
        [interface(0, VENDORS, (0x01,), (0x81,))],
        [interface(1, PRINTING, (0x02,)), interface(1, PRINTING, (0x02,), (0x83,), setting=1)],
        port=port,
        is_kernels=True,
    )
    device.out, device.back = 0x02, 0x83
    return device


def test_a_ticket_goes_through_the_interface_and_endpoints_that_a_printer_declares(tmp_path):
    with virtual(tmp_path) as printer:
        device = composite(printer.port)
        bus = Bus(keyboard(), device)
        door = EscposPrinter(lambda: open_usb(Wanted(), bus), printer_profile("80mm"), QUICK)

        assert door.print(ticket(1)) == PrintResult(Verdict.PRINTED)
        assert is_on(printer.pages()[0], ticket(1))
        assert (device.is_kernels, device.setting, device.claimed) == (False, 1, set())
        device.unplug()
        offline = PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.OFFLINE}))
        assert door.print(ticket(2)) == offline


@pytest.mark.parametrize(
    ("wanted", "is_there"),
    [
        (Wanted(0x0DD4, 0x01A8), True),
        (Wanted(0x04B8, 0x01A8), False),
        (Wanted(0x046D, 0xC31C), False),  # a keyboard is there, and no printer
    ],
)
def test_a_printer_is_found_by_its_numbers_and_only_if_it_is_one(tmp_path, wanted, is_there):
    with virtual(tmp_path) as printer:
        bus = Bus(keyboard(), composite(printer.port))
        if is_there:
            open_usb(wanted, bus).close()
            return
        with pytest.raises(OSError, match="no such printer"):
            open_usb(wanted, bus)


def test_a_printer_that_only_listens_has_no_way_back():
    from usb.core import find

    bus = Bus(Plugged(0x0416, 0x5011, [interface(0, PRINTING, (0x01,))]))
    device = find(backend=bus)

    assert pipe_of(device) == Pipe(interface=0, setting=0, out=0x01, back=None)


def test_a_printing_interface_without_bulk_endpoints_is_refused():
    from usb.core import find

    bus = Bus(Plugged(0x0416, 0x5011, [interface(0, PRINTING, (0x81, INTERRUPT))]))
    with pytest.raises(OSError, match="no bulk endpoint"):
        pipe_of(find(backend=bus))
