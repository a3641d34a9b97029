"""A ticket over a real socket to a virtual printer: what the driver says, and what is on paper."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from hardware.devices import open_printer
from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter, Patience
from hardware.ports import PrinterProfile, PrintResult, Trouble, Verdict
from hardware.profiles import PROFILES, printer_profile
from hardware.virtual_printer.printer import VirtualPrinter

QUICK = Patience(answer=0.3, job=0.6, resync=0.6, hand_over=0.2, silence=0.05)
ROWS = 300
FAST = 50_000.0


def ticket(number: int, dots: int = 576) -> Image.Image:
    """A picture that differs in every row from that of another number."""
    picture = Image.new("1", (dots, ROWS), 1)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((number % 200, 0, number % 200 + 40, ROWS), fill=0)
    draw.line((dots - 1 - number % 100, 0, 220, ROWS), fill=0, width=3)
    return picture


def virtual(folder: Path, profile: PrinterProfile | None = None, speed: float = FAST):
    return VirtualPrinter(
        profile or printer_profile("80mm"),
        folder,
        speed=speed,
        now=lambda: datetime.now(UTC),
    )


def driver(printer: VirtualPrinter, profile: PrinterProfile | None = None) -> EscposPrinter:
    return EscposPrinter(
        lambda: TcpConnection("127.0.0.1", printer.port),
        profile or printer_profile("80mm"),
        QUICK,
    )


def differing(page: Path, picture: Image.Image) -> tuple[int, int, int, int] | None:
    with Image.open(page) as paper:
        assert paper.size == picture.size
        return ImageChops.logical_xor(paper.convert("1"), picture).getbbox()


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_ticket_comes_out_as_it_was_drawn(tmp_path, profile):
    with virtual(tmp_path, profile) as printer:
        door = open_printer(f"escpos+tcp://127.0.0.1:{printer.port}", profile)
        result = door.print(ticket(1, profile.dots))
        pages = printer.pages()

    assert result == PrintResult(Verdict.PRINTED)
    assert len(pages) == 1
    assert differing(pages[0], ticket(1, profile.dots)) is None


def test_ten_tickets_are_ten_pages_in_order(tmp_path):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        verdicts = [door.print(ticket(number)).verdict for number in range(10)]
        pages = printer.pages()

    assert verdicts == [Verdict.PRINTED] * 10
    assert [differing(page, ticket(n)) for n, page in enumerate(pages)] == [None] * 10


@pytest.mark.parametrize(
    ("orders", "result"),
    [
        (["paper low"], PrintResult(Verdict.PRINTED, frozenset({Trouble.PAPER_LOW}))),
        (
            ["paper out"],
            PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.PAPER_OUT, Trouble.PAPER_LOW})),
        ),
        (["cover open"], PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.COVER_OPEN}))),
        (["knife jammed"], PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.CUTTER}))),
        (["broken yes"], PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.UNRECOVERABLE}))),
        (["mute on"], PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.OFFLINE}))),
        (["power off"], PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.OFFLINE}))),
        (["hang after 0"], PrintResult(Verdict.NOT_PRINTED, frozenset({Trouble.OFFLINE}))),
        (
            ["paper out after 150"],
            PrintResult(Verdict.HELD, frozenset({Trouble.PAPER_OUT, Trouble.PAPER_LOW})),
        ),
        (["paper low after 150"], PrintResult(Verdict.PRINTED, frozenset({Trouble.PAPER_LOW}))),
        (["cover open after 150"], PrintResult(Verdict.HELD, frozenset({Trouble.COVER_OPEN}))),
        (["knife jams"], PrintResult(Verdict.HELD, frozenset({Trouble.CUTTER}))),
        (
            ["broken yes after 150"],
            PrintResult(Verdict.UNKNOWN, frozenset({Trouble.UNRECOVERABLE})),
        ),
        (["reset after 12000"], PrintResult(Verdict.UNKNOWN, frozenset({Trouble.OFFLINE}))),
        (["hang after 12000"], PrintResult(Verdict.UNKNOWN, frozenset({Trouble.OFFLINE}))),
        (["acknowledge off"], PrintResult(Verdict.UNKNOWN, frozenset({Trouble.OFFLINE}))),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_each_fault_gets_its_verdict_and_the_next_ticket_is_whole(tmp_path, orders, result):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        assert door.print(ticket(0)).verdict is Verdict.PRINTED
        for order in orders:
            printer.order(order)

        assert door.print(ticket(1)) == result

        printer.order("heal")
        assert door.print(ticket(2)) == PrintResult(Verdict.PRINTED)
        assert differing(printer.pages()[-1], ticket(2)) is None
