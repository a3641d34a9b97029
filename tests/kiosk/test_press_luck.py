"""Two hundred printer faults at random moments, and kills among them: paper beside spool."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from hardware.virtual_printer.printer import VirtualPrinter
from kiosk.job import JobState
from kiosk.spool import Spool
from tests.hardware.printing import virtual
from tests.kiosk.pressing import DEADLINE, Mortal, read

LANES = 4
"""Printers that fail at the same time: most of it is waiting."""

FAULTS = 50
"""Of each."""

SEED = 20261123
SPEED = 4000.0
"""Millimetres a second: slow enough to be killed in the middle of a ticket."""


def some_fault(luck: random.Random) -> str:
    rows, size = luck.randrange(1, 320), luck.randrange(1, 26_000)
    return luck.choice(
        [
            "paper low",
            "paper out",
            "cover open",
            "acknowledge off",
            "knife jams",
            "mute on",
            "power off",
            f"paper out after {rows}",
            f"cover open after {rows}",
            f"knife jammed after {rows}",
            f"broken yes after {rows}",
            f"head hot after {rows}",
            f"reset after {size}",
            f"hang after {size}",
            f"leave after {size}",
            "kill",
            "kill",
            "kill",
        ]
    )


def wait_for(press: Mortal, is_so) -> None:
    deadline = time.monotonic() + DEADLINE
    while not is_so():
        press.hear(0.002)
        assert time.monotonic() < deadline, "the condition did not come true"


def print_among_faults(press: Mortal, printer: VirtualPrinter, luck: random.Random) -> Counter[str]:
    met: Counter[str] = Counter()
    for number in range(1, FAULTS + 1):
        fault = some_fault(luck)
        met[fault.split()[0]] += 1
        if fault == "kill":
            kill_in_the_middle(press, printer, number, luck.randrange(400))
        else:
            printer.order(fault)
            press.put(number)
            wait_for(press, lambda number=number: is_answered(press, number))
            printer.order("heal")
    return met


def kill_in_the_middle(press: Mortal, printer: VirtualPrinter, number: int, rows: int) -> None:
    before = printer.rows_printed
    press.put(number)
    wait_for(press, lambda: ("spooled", number) in press.told)
    wait_for(press, lambda: printer.rows_printed >= before + rows or is_answered(press, number))
    press.kill()
    press.start()


def is_answered(press: Mortal, number: int) -> bool:
    return any(what != "spooled" and whose == number for what, whose in press.told)


def lane(folder: Path, seed: int) -> tuple[Counter[str], Counter[JobState]]:
    """Have a printer of one's own fail so often; return the faults, and what became of all."""
    luck = random.Random(seed)
    with virtual(folder / "paper", speed=SPEED) as printer:
        press = Mortal(printer.port, folder / "spool.db")
        met = print_among_faults(press, printer, luck)
        wait_for(press, lambda: not Spool(folder / "spool.db").unfinished())
        press.kill()
        pages = [read(page) for page in printer.pages()]
    rows = Spool(folder / "spool.db").states()

    originals = {int(ticket[1:]): state for ticket, is_copy, state in rows if not is_copy}
    copies = [(int(ticket[1:]), state) for ticket, is_copy, state in rows if is_copy]
    assert_nothing_is_claimed(originals, copies, [page for page in pages if page])
    assert_nothing_is_lost(originals, copies, press.told)
    return met, Counter(originals.values())


def test_200_faults_no_false_printed_none_twice_without_copy_none_lost(tmp_path):
    with ThreadPoolExecutor(LANES) as lanes:
        folders = [tmp_path / str(each) for each in range(LANES)]
        ran = list(lanes.map(lane, folders, range(SEED, SEED + LANES)))
    met, states = (sum(counts, Counter()) for counts in zip(*ran, strict=True))

    assert (met.total(), states.total()) == (200, 200)
    assert met["kill"] > 10
    print(f"\n{met.total()} faults {dict(met)}: {dict(states)}")  # noqa: T201 - to be read


def assert_nothing_is_claimed(originals, copies, pages) -> None:
    whole = Counter((number, is_copy) for number, is_copy, is_whole in pages if is_whole)
    inked = Counter((number, is_copy) for number, is_copy, _ in pages)
    printed = {number for number, state in originals.items() if state is JobState.PRINTED}
    blank = {number for number, state in originals.items() if state is JobState.NOT_PRINTED}
    printed_copies = Counter(number for number, state in copies if state is JobState.PRINTED)

    assert [number for number in printed if whole[number, False] != 1] == []
    assert [number for number in blank if inked[number, False]] == []
    assert [each for each, times in inked.items() if times > 1 and not each[1]] == []
    assert [n for n, times in printed_copies.items() if whole[n, True] < times] == []


def assert_nothing_is_lost(originals, copies, told) -> None:
    """Each number is on paper, was told to the screen, or came out again as a copy."""
    assert sorted(originals) == list(range(1, FAULTS + 1))
    on_screen = {number for what, number in told if what != "spooled"}
    copied = {number for number, _ in copies}
    printed = {number for number, state in originals.items() if state is JobState.PRINTED}
    assert set(originals) - printed - on_screen - copied == set()
