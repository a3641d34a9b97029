"""What is known of a printer, and when it is looked at again."""

import pytest

from hardware.ports import PrintResult, Trouble, Verdict
from kiosk.printer_watch import HEALTHY_PAUSE, SICK_LOOKS, SICK_PAUSE, PrinterWatch

WELL, OUT = frozenset(), frozenset({Trouble.PAPER_OUT})


def watch(*seen):
    watch = PrinterWatch("printer of the test")
    for troubles in seen:
        watch.looked(troubles)
    return watch


def test_after_a_ticket_that_was_not_printed_the_looks_are_soon_until_its_visitor_has_gone():
    kept = watch(WELL)
    pauses = [kept.pause]
    kept.printed(PrintResult(Verdict.NOT_PRINTED, OUT))
    for _ in range(SICK_LOOKS + 1):
        pauses.append(kept.pause)
        kept.looked(OUT)
    assert pauses == [HEALTHY_PAUSE, *[SICK_PAUSE] * SICK_LOOKS, HEALTHY_PAUSE]


def test_a_printed_ticket_ends_the_soon_looks():
    kept = watch(WELL)
    kept.printed(PrintResult(Verdict.HELD, OUT))
    kept.printed(PrintResult(Verdict.PRINTED))
    assert (kept.pause, kept.is_ready) == (HEALTHY_PAUSE, True)


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
