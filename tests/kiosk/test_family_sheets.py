"""One ticket on several sheets: the first is the ticket, the others are a family's copies."""

import time
from dataclasses import replace

from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter
from hardware.ports import Verdict
from hardware.profiles import printer_profile
from kiosk.press import TRIES
from tests.hardware.printing import driver, is_on, ticket
from tests.kiosk.at_printer import desk_of, printed, until
from tests.kiosk.conversation import SLIP

FAMILY = replace(SLIP, sheets=3)
NEXT = replace(SLIP, ticket="A043")
"""Whose ticket comes after all of the family's."""

FIRST, COPY, NEXT_ONE = ticket(42), ticket(92), ticket(43)


def drained(desk, count):
    """Wait for so many verdicts, and return them."""
    told = []
    until(lambda: len(told) == count, lambda: desk.drain(lambda *each: told.append(each)))
    desk.stop()
    return [(number, result.verdict) for number, result in told]


def test_a_family_has_as_many_sheets_as_it_asked_for_and_one_verdict(printer):
    told, _ = printed(printer, FAMILY, NEXT)

    wanted = [FIRST, COPY, COPY, NEXT_ONE]
    assert told == [("A042", Verdict.PRINTED), ("A043", Verdict.PRINTED)]
    assert [is_on(*each) for each in zip(printer.pages(), wanted, strict=True)] == [True] * 4


def test_a_ticket_that_came_out_counts_as_printed_when_a_later_sheet_does_not(printer):
    def after_try(tries):
        if tries == 2:
            printer.order("paper out")

    told, tried = printed(printer, replace(SLIP, sheets=5), NEXT, after_try=after_try)

    assert told == [("A042", Verdict.PRINTED), ("A043", Verdict.NOT_PRINTED)]
    assert tried == [FIRST, COPY, *[COPY] * TRIES, *[NEXT_ONE] * TRIES]


def test_without_the_ticket_there_are_no_copies_of_it(printer):
    printer.order("paper out")
    told, tried = printed(printer, FAMILY, NEXT)

    assert told[0] == ("A042", Verdict.NOT_PRINTED)
    assert tried == [*[FIRST] * TRIES, *[NEXT_ONE] * TRIES]


def test_one_more_sheet_of_a_familys_ticket_is_one(printer):
    desk = desk_of(driver(printer))
    desk.start()
    desk.print(FAMILY, is_copy=True)
    desk.print(NEXT)

    assert drained(desk, 2) == [("A042", Verdict.PRINTED), ("A043", Verdict.PRINTED)]
    pages = zip(printer.pages(), [COPY, NEXT_ONE], strict=True)
    assert [is_on(*each) for each in pages] == [True, True]


def test_a_printer_that_never_answers_prints_a_familys_sheets_all_the_same(printer):
    silent = EscposPrinter(
        lambda: TcpConnection("127.0.0.1", printer.port),
        printer_profile("80mm"),
        is_answering=False,
    )
    desk = desk_of(silent)
    desk.start()
    desk.print(FAMILY)
    desk.print(NEXT)

    assert drained(desk, 2) == [("A042", Verdict.UNKNOWN), ("A043", Verdict.UNKNOWN)]
    until(lambda: len(printer.pages()) == 4, lambda: time.sleep(0.01))
    wanted = [FIRST, COPY, COPY, NEXT_ONE]
    assert [is_on(*each) for each in zip(printer.pages(), wanted, strict=True)] == [True] * 4
