"""The bytes that print one ticket, built by python-escpos."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageChops

from hardware.escpos.answers import Answer, ProcessDone, Transmitted
from hardware.escpos.library import printers
from hardware.ports import PrinterProfile

BAND = 128
"""Rows of one raster command: a printer that lost its place is back after one band."""

PUSH_STATUS = b"\x1da\x0e"
"""`GS a`: push the status at each change of errors, paper or online state."""

FEED_LINES = 5
"""Blank lines that bring the ticket above the tear bar of a printer without a knife."""

_REAL_TIME = (b"\x10\x04", b"\x10\x05", b"\x10\x14")


@dataclass(frozen=True, slots=True)
class Job:
    """What is sent, and the sign by which the printer says that it is done."""

    data: bytes
    is_acknowledged_by: Callable[[Answer], bool]


def ticket_job(picture: Image.Image, profile: PrinterProfile, process: bytes) -> Job:
    """Return the job that prints a picture and cuts. `process` is four printable bytes."""
    data = _built(lambda printer: printer.hw("INIT")) + PUSH_STATUS
    data += raster(picture) + _parting(profile)
    return _acknowledged(data, profile, process)


def resync_job(profile: PrinterProfile, process: bytes, *, is_torn: bool) -> Job:
    """Return the job that brings a printer back in step whose last job was broken off.

    It still waits for the rest of a band, and would take the next ticket for it; blank
    rows fill the band, and are ignored when none is missing. What hangs there of a torn
    ticket is cut off, lest the next visitor get two numbers.
    """
    data = bytes(BAND * ((profile.dots + 7) // 8))
    data += _built(lambda printer: printer.hw("INIT")) + PUSH_STATUS
    if is_torn:
        data += _parting(profile)
    return _acknowledged(data, profile, process)


def _acknowledged(data: bytes, profile: PrinterProfile, process: bytes) -> Job:
    if profile.is_bearing_process:
        done = ProcessDone(process)
        return Job(data + b"\x1d(H\x06\x00\x30\x30" + process, lambda answer: answer == done)
    return Job(data + b"\x1dr\x01", lambda answer: isinstance(answer, Transmitted))


def _parting(profile: PrinterProfile) -> bytes:
    if not profile.is_cutting:
        return _built(lambda printer: printer.print_and_feed(FEED_LINES))
    presented = profile.presenter.present if profile.presenter else ""
    return bytes.fromhex(profile.cut + presented)


def raster(picture: Image.Image) -> bytes:
    """Return the bands, moved aside by a dot where they would hold a real-time command.

    A printer looks for those in everything that arrives, pictures too.
    """
    for shift in range(8):
        bands = _bands(_moved(picture, shift))
        if not any(command in bands for command in _REAL_TIME):
            return bands
    return _bands(picture)


def _moved(picture: Image.Image, dots: int) -> Image.Image:
    if not dots:
        return picture
    moved = ImageChops.offset(picture, dots, 0)
    moved.paste(255, (0, 0, dots, picture.height))
    return moved


def _bands(picture: Image.Image) -> bytes:
    return _built(
        lambda printer: printer.image(picture, impl="bitImageRaster", fragment_height=BAND)
    )


def _built(build: Callable[[Any], None]) -> bytes:
    printer = printers().Dummy()
    build(printer)
    return bytes(printer.output)
