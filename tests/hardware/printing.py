"""A virtual printer, a driver that does not wait long, and tickets to try them with."""

from datetime import UTC, datetime
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter, Patience
from hardware.ports import PrinterProfile
from hardware.profiles import printer_profile
from hardware.virtual_printer.printer import Sizes, VirtualPrinter

QUICK = Patience(answer=0.6, job=1.5, resync=1.5, hand_over=0.2, silence=0.1, late=0.2)
ROWS = 300
FAST = 50_000.0
"""Millimetres a second: a ticket is printed at once."""


def ticket(number: int, dots: int = 576) -> Image.Image:
    """A picture that differs in every row from that of another number."""
    picture = Image.new("1", (dots, ROWS), 255)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((number % 200, 0, number % 200 + 40, ROWS), fill=0)
    draw.line((dots - 1 - number % 100, 0, 260, ROWS), fill=0, width=3)
    return picture


def virtual(
    folder: Path,
    profile: PrinterProfile | None = None,
    speed: float = FAST,
    sizes: Sizes | None = None,
) -> VirtualPrinter:
    kind = profile or printer_profile("80mm")
    return VirtualPrinter(kind, folder, speed, now=lambda: datetime.now(UTC), sizes=sizes)


def driver(
    printer: VirtualPrinter,
    profile: PrinterProfile | None = None,
    patience: Patience = QUICK,
) -> EscposPrinter:
    return EscposPrinter(
        lambda: TcpConnection("127.0.0.1", printer.port),
        profile or printer_profile("80mm"),
        patience,
    )


def is_on(page: Path, picture: Image.Image) -> bool:
    """Whether the page is the picture, dot for dot."""
    with Image.open(page) as paper:
        same_size = paper.size == picture.size
        return same_size and ImageChops.logical_xor(paper.convert("1"), picture).getbbox() is None
