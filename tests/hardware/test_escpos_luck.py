"""Faults at random moments: the driver may be unsure, and is never wrong."""

import random
from collections import Counter

import pytest

from hardware.escpos.driver import EscposPrinter, Patience
from hardware.ports import PrinterProfile, Verdict
from hardware.profiles import printer_profile
from hardware.virtual_printer.printer import VirtualPrinter
from tests.hardware.printing import driver, is_on, ticket, virtual

HASTY = Patience(answer=0.3, job=0.6, resync=1.5, hand_over=0.1, silence=0.06, late=0.06)
TRIES = 25


def some_fault(luck: random.Random) -> str:
    rows, size = luck.randrange(1, 320), luck.randrange(1, 26_000)
    return luck.choice(
        [
            "state",
            "state",
            "state",
            "paper low",
            "paper out",
            "acknowledge off",
            "knife jams",
            "mute on",
            "power off",
            f"paper out after {rows}",
            f"cover open after {rows}",
            f"knife jammed after {rows}",
            f"broken yes after {rows}",
            f"reset after {size}",
            f"reset after {size}",
            f"hang after {size}",
        ]
    )


@pytest.mark.parametrize("profile", [printer_profile("80mm"), printer_profile("58mm")])
def test_printed_is_on_paper_and_not_printed_is_not(tmp_path, profile: PrinterProfile):
    luck = random.Random(20261122)
    told: Counter[Verdict] = Counter()
    with virtual(tmp_path, profile) as printer:
        door = driver(printer, profile, HASTY)
        for number in range(TRIES):
            printer.order(some_fault(luck))
            told[verdict := try_one(door, printer, number)] += 1
            printer.order("heal")
            assert_true(verdict, printer, number)
            if verdict in (Verdict.HELD, Verdict.UNKNOWN):
                assert_back(door, printer, number + 1000)

    assert told[Verdict.PRINTED] > 1
    assert told[Verdict.NOT_PRINTED] > 1
    assert told[Verdict.HELD] + told[Verdict.UNKNOWN] > 1


def try_one(door: EscposPrinter, printer: VirtualPrinter, number: int) -> Verdict:
    return door.print(ticket(number, door.profile.dots)).verdict


def assert_true(verdict: Verdict, printer: VirtualPrinter, number: int) -> None:
    pages = [page for page in printer.pages() if is_on(page, ticket(number, printer.profile.dots))]
    match verdict:
        case Verdict.PRINTED:
            assert len(pages) == 1
        case Verdict.NOT_PRINTED:
            assert pages == []


def assert_back(door: EscposPrinter, printer: VirtualPrinter, number: int) -> None:
    """The first ticket after a broken one is whole, and alone on its page."""
    picture = ticket(number, door.profile.dots)
    assert door.print(picture).verdict is Verdict.PRINTED
    assert is_on(printer.pages()[-1], picture)
