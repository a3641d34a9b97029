"""A kiosk at the end of a real cable that is cut, slow or lossy, and that is killed."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from controller.hall.events import ISSUED_ALONE, NumbersReserved, TicketCancelled, TicketIssued
from tests.browser.served import ServedHall
from tests.journeys.cut_off.network import HERE, Cable, why_not
from tests.killing import kill

PACE = 0.25
"""Seconds between two visitors."""

PATIENCE = 90
"""Seconds that a slow and busy machine may take for anything."""


@pytest.fixture(scope="module")
def namespaces() -> None:
    reason = why_not()
    if reason:
        pytest.skip(reason)


@pytest.fixture
def cable(namespaces: None) -> Iterator[Cable]:
    with Cable() as cable:
        yield cable


@pytest.fixture
def served(cable: Cable, tmp_path: Path) -> Iterator[ServedHall]:
    served = ServedHall(tmp_path, rules="", host="0.0.0.0")
    served.start()
    yield served
    assert served.stop() == 0


class AtTheEnd:
    """The kiosk at the other end of the cable, and what its visitors have read."""

    def __init__(self, cable: Cable, served: ServedHall, folder: Path) -> None:
        self._cable, self._served, self._folder = cable, served, folder
        self._process: subprocess.Popen[bytes] | None = None
        self._said = folder / "said.jsonl"
        self._said.touch()

    def starts(self, pace: float = PACE) -> None:
        address = f"http://{HERE}:{self._served.port}"
        program = (sys.executable, "-m", "tests.journeys.cut_off.windowless", address)
        files = (str(self._folder / "home"), str(self._said), str(pace))
        with (self._folder / "kiosk.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._cable.command(*program, self._served.tokens["entrance"], *files),
                stdout=log,
                stderr=log,
            )

    def killed(self) -> None:
        kill(self._process)

    @property
    def papers(self) -> list[str]:
        return [each["ticket"] for each in self._lines()]

    @property
    def own(self) -> list[str]:
        return [each["ticket"] for each in self._lines() if each["is_alone"]]

    def has_more(self, count: int, *, own: bool) -> None:
        """Wait until so many more visitors have a number: the kiosk's own, or the hall's."""
        before = len(self._of(own=own))
        until(lambda: len(self._of(own=own)) >= before + count)

    def has_numbers(self) -> None:
        until((self._folder / "home/alone/grant.json").exists)

    def has_handed_over(self) -> None:
        """Wait until the controller has answered all that the kiosk issued by itself."""
        until(lambda: self._count("tickets") == self._count("answers"))

    def refusals(self) -> list[str]:
        answers = (self._folder / "home/alone").glob("*.answers")
        lines = [line for path in answers for line in path.read_text().splitlines()]
        return [line for line in lines if not line.endswith(" taken_in")]

    def _of(self, *, own: bool) -> list[str]:
        return [each["ticket"] for each in self._lines() if each["is_alone"] is own]

    def _lines(self) -> list[dict[str, object]]:
        whole, _, _ = self._said.read_text().rpartition("\n")
        return [json.loads(line) for line in whole.splitlines()]

    def _count(self, kind: str) -> int:
        files = (self._folder / "home/alone").glob(f"*.{kind}")
        return sum(path.read_bytes().count(b"\n") for path in files)


def until(is_so: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline, "the condition did not come true"
        time.sleep(0.05)


@pytest.fixture
def kiosk(cable: Cable, served: ServedHall, tmp_path: Path) -> Iterator[AtTheEnd]:
    kiosk = AtTheEnd(cable, served, tmp_path)
    kiosk.starts()
    kiosk.has_numbers()
    kiosk.has_more(3, own=False)
    yield kiosk
    kiosk.killed()


def merged(kiosk: AtTheEnd, served: ServedHall) -> list[str]:
    """Let nobody come any more and all be handed over; return the hall's tickets as issued.

    None that a visitor holds is missing there, and none is there twice.
    """
    kiosk.killed()
    kiosk.starts(pace=0)
    kiosk.has_handed_over()
    journal = served.journal()
    ghosts = {
        event.ticket
        for event in journal
        if isinstance(event, TicketCancelled) and event.reason == ISSUED_ALONE
    }
    issued = [event for event in journal if isinstance(event, TicketIssued)]
    numbers = [event.ticket for event in issued]
    papers = kiosk.papers

    assert kiosk.refusals() == []
    assert len(set(numbers)) == len(numbers)
    assert len(set(papers)) == len(papers)
    assert set(papers) <= set(numbers) - ghosts
    in_order = sorted(issued, key=lambda event: event.issued_at)
    return [event.ticket for event in in_order if event.ticket not in ghosts]


def test_a_kiosk_that_is_cut_off_goes_on_and_merges(kiosk, cable, served):
    cable.is_cut()
    kiosk.has_more(20, own=True)
    cable.is_mended()
    kiosk.has_more(3, own=False)
    tickets = merged(kiosk, served)

    assert [each for each in tickets if each in kiosk.papers] == kiosk.papers
    assert len(set(tickets) - set(kiosk.papers)) <= 1  # who was asking when it was killed


def test_a_kiosk_killed_while_it_is_cut_off_goes_on_behind_its_last_number(kiosk, cable, served):
    cable.is_cut()
    for _ in range(3):
        kiosk.has_more(5, own=True)
        kiosk.killed()
        kiosk.starts()
    kiosk.has_more(5, own=True)
    cable.is_mended()
    tickets = merged(kiosk, served)

    assert [each for each in tickets if each in kiosk.own] == kiosk.own
    assert len(set(tickets) - set(kiosk.papers)) <= 5


def test_on_a_slow_and_lossy_line_no_number_comes_twice(kiosk, cable, served):
    cable.is_slow()
    kiosk.has_more(3, own=False)
    cable.is_lossy()
    until(lambda: len(kiosk.papers) >= 10)
    cable.is_cut()
    kiosk.has_more(5, own=True)
    cable.is_slow()
    kiosk.has_more(2, own=False)
    cable.is_mended()
    tickets = merged(kiosk, served)

    assert [each for each in tickets if each in kiosk.own] == kiosk.own
    assert len(set(tickets) - set(kiosk.papers)) <= 1


def test_a_controller_killed_meanwhile_takes_in_what_the_kiosk_issued(kiosk, served):
    served.kill()
    kiosk.has_more(10, own=True)
    served.start()
    kiosk.has_more(2, own=False)
    tickets = merged(kiosk, served)
    blocks = [event for event in served.journal() if isinstance(event, NumbersReserved)]

    assert [each for each in tickets if each in kiosk.papers] == kiosk.papers
    assert len({(block.prefix, block.first) for block in blocks}) == len(blocks)
