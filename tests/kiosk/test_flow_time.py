"""The conversation, while time passes."""

from dataclasses import replace

import pytest

from hardware.ports import PrintResult, Verdict
from kiosk.page import Printing
from tests.kiosk.conversation import SLIP, TO_SHEET, WAITS
from tests.kiosk.test_flow_finding import TO_PERMIT


def test_an_idle_kiosk_asks_and_then_is_free_again(kiosk):
    kiosk.touch("start", "language:fr")
    kiosk.view.asked.clear()

    kiosk.tick(WAITS.idle - WAITS.warning - 1)
    assert kiosk.view.asked == []
    kiosk.tick(2)
    assert kiosk.view.asked == [20, 19]
    kiosk.tick(18)
    assert kiosk.view.page.name == "offices"
    assert kiosk.tick(1).name == "attract"
    assert kiosk.view.asked[-1] is None


def test_a_touch_says_that_somebody_is_there(kiosk):
    offices = kiosk.touch("start", "language:fr")
    kiosk.tick(WAITS.idle - 1)
    kiosk.touch("stay")
    assert kiosk.view.asked[-1] is None
    assert kiosk.tick(WAITS.idle - 1) == offices


def test_an_asked_for_ticket_is_waited_for_however_long_it_takes(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    assert kiosk.tick(10 * WAITS.idle).name == "taking"


@pytest.mark.parametrize(
    ("verdict", "seconds"),
    [(Verdict.PRINTED, WAITS.ticket), (Verdict.NOT_PRINTED, WAITS.number_only)],
)
def test_a_number_without_paper_stays_longer(kiosk, verdict, seconds):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(replace(SLIP))
    kiosk.flow.printed("A042", PrintResult(verdict))
    assert kiosk.tick(seconds - 1).name == "ticket"
    assert kiosk.tick(1).name == "attract"


@pytest.mark.parametrize(
    ("verdict", "seconds"),
    [(Verdict.PRINTED, WAITS.ticket), (Verdict.NOT_PRINTED, WAITS.number_only)],
)
def test_a_slow_printers_verdict_gives_the_visitor_all_the_time_to_read_it(kiosk, verdict, seconds):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.tick(WAITS.number_only - 1)
    kiosk.flow.printed("A042", PrintResult(verdict))
    assert kiosk.tick(seconds - 1).name == "ticket"
    assert kiosk.tick(1).name == "attract"


def test_a_number_whose_paper_is_still_awaited_stays_as_long_as_one_without(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    assert kiosk.tick(WAITS.number_only - 1).printing is Printing.UNDER_WAY
    assert kiosk.tick(1).name == "attract"


def test_nobody_is_asked_about_a_list_that_was_just_printed(kiosk):
    """Its code is still to be scanned."""
    kiosk.touch(*TO_PERMIT, "keep")
    kiosk.desk.list_told(PrintResult(Verdict.PRINTED))
    kiosk.view.asked.clear()

    kiosk.tick(WAITS.idle - WAITS.warning - 1)
    assert kiosk.view.asked == []
    kiosk.tick(1)
    assert kiosk.view.asked == [WAITS.warning]
