"""What is known of a printer."""

import pytest

from hardware.ports import PrintResult, Trouble, Verdict
from kiosk.printer_watch import PrinterWatch

WELL, OUT = frozenset(), frozenset({Trouble.PAPER_OUT})


def watch(*seen):
    watch = PrinterWatch("printer of the test")
    for troubles in seen:
        watch.looked(troubles)
    return watch


@pytest.mark.parametrize(("seen", "is_ready"), [(WELL, True), (OUT, False)])
@pytest.mark.parametrize("verdict", [Verdict.NOT_PRINTED, Verdict.UNKNOWN])
def test_a_ticket_that_came_to_nothing_without_a_trouble_says_nothing_of_the_printer(
    seen, is_ready, verdict
):
    kept = watch(seen)
    kept.printed(PrintResult(verdict))
    assert kept.is_ready is is_ready


def test_a_printer_that_was_never_seen_is_not_ready():
    assert not watch().is_ready
    assert watch(frozenset({Trouble.PAPER_LOW})).is_ready
