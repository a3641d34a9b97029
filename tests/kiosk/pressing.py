"""Presses in processes of their own, which tests may kill, and pages that tell whose they are."""

import multiprocessing
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter, Patience
from hardware.profiles import printer_profile
from kiosk.spool import Spool
from tests.kiosk.at_printer import press_of
from tests.kiosk.conversation import SLIP

HASTY = Patience(answer=0.2, job=0.5, resync=0.8, hand_over=0.1, silence=0.05, late=0.05)
ROWS, BITS, WIDTH = 300, 16, 30
COPY = 1 << (BITS - 1)
"""The bit of a sheet that says "copy"."""

DEADLINE = 30.0


def slip(number):
    return replace(SLIP, ticket=f"A{number:03}")


def sheet(number, *, is_copy=False):
    """A picture whose every row tells the number, and whether it is a copy."""
    picture = Image.new("1", (576, ROWS), 255)
    draw = ImageDraw.Draw(picture)
    value = number | COPY * is_copy
    for bit in range(BITS):
        if value >> bit & 1:
            draw.rectangle((bit * WIDTH + 4, 0, bit * WIDTH + 24, ROWS), fill=0)
    draw.rectangle((BITS * WIDTH + 4, 0, BITS * WIDTH + 24, ROWS), fill=0)
    return picture


def drawn(slip, *, is_copy):
    return sheet(int(slip.ticket[1:]), is_copy=is_copy)


def read(page: Path):
    """Return whose page it is, whether it is a copy, and whether it is whole; or nothing."""
    with Image.open(page) as opened:
        paper = opened.convert("1")
    bars = [paper.getpixel((bit * WIDTH + 14, 0)) == 0 for bit in range(BITS + 1)]
    if not bars[BITS]:
        return None
    value = sum(1 << bit for bit in range(BITS) if bars[bit])
    number, is_copy = value & ~COPY, bool(value & COPY)
    whole = sheet(number, is_copy=is_copy)
    same = paper.size == whole.size and not ImageChops.logical_xor(paper, whole).getbbox()
    return number, is_copy, same


def work(port: int, path: Path, wire: Connection) -> None:
    """Print what the wire asks for, and say there what was spooled and what became of it."""
    printer = EscposPrinter(
        lambda: TcpConnection("127.0.0.1", port, timeout=0.3), printer_profile("80mm"), HASTY
    )
    press = press_of(printer, drawn, Spool(path))
    press.start()
    while True:
        if wire.poll(0.005):
            number = wire.recv()
            press.put(slip(number), is_copy=False)
            wire.send(("spooled", number))
        press.drain(lambda ticket, result: wire.send((result.verdict.value, int(ticket[1:]))))


class Mortal:
    """A kiosk's press that can be killed, and started again on the same spool."""

    def __init__(self, port: int, path: Path) -> None:
        self._port, self._path = port, path
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.kiosk.pressing"])
        self.told: list[tuple[str, int]] = []
        self.start()

    def start(self) -> None:
        self._wire, far = self._context.Pipe()
        self._process = self._context.Process(target=work, args=(self._port, self._path, far))
        self._process.daemon = True
        self._process.start()
        far.close()

    def kill(self) -> None:
        """End it as a power cut does; what it said before that is heard."""
        self._process.kill()
        self._process.join()
        self.hear()
        self._wire.close()

    def put(self, number: int) -> None:
        self._wire.send(number)

    def hear(self, seconds: float = 0.0) -> None:
        """Take in what it says."""
        try:
            while self._wire.poll(seconds):
                self.told.append(self._wire.recv())
                seconds = 0.0
        except EOFError:
            return
