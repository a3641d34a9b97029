"""The wire knows no device; its words for a printer's troubles are those of the drivers."""

from typing import get_args

from hardware.ports import Trouble
from wire.messages import PrinterTrouble


def test_every_trouble_of_a_printer_can_be_told():
    assert set(get_args(PrinterTrouble)) == {trouble.value for trouble in Trouble}
