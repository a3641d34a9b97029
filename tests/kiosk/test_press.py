"""The press and its spool: what it takes up again, and what it never prints twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from hardware.ports import PrintResult, Verdict
from kiosk.job import LIFETIME, JobState
from kiosk.spool import Spool, SpoolError
from tests.hardware.printing import driver, is_on, ticket
from tests.kiosk.at_printer import Watched, press_of, until
from tests.kiosk.conversation import NOON, SLIP

NEXT = replace(SLIP, ticket="A043")
FIRST, COPY, NEXT_ONE = ticket(42), ticket(92), ticket(43)


class Hour:
    """A clock that stands."""

    def __init__(self):
        self.now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def spool(tmp_path):
    return Spool(tmp_path / "spool.db")


@pytest.fixture
def press_on(printer, spool):
    """Start a press on the printer and the spool; it is stopped at the end."""
    presses = []

    def press_on(now=None, to=None, kept=spool):
        presses.append(press_of(to or driver(printer), spool=kept, now=now or Hour()))
        presses[-1].start()
        return presses[-1]

    yield press_on
    for press in presses:
        press.stop()


def heard(press, count):
    """Return so many verdicts, when they have come."""
    told = []
    until(lambda: len(told) >= count, lambda: press.drain(lambda *each: told.append(each)))
    return [(number, result.verdict) for number, result in told]


def pages_of(printer, *wanted):
    return [is_on(*each) for each in zip(printer.pages(), wanted, strict=True)]


def left_open(spool, state, queued_at=NOON, slip=SLIP, *, is_copy=False):
    job = spool.add(slip, queued_at, is_copy=is_copy)
    spool.keep(job.sent("ab12", queued_at).now(state, queued_at))


def test_what_was_being_sent_comes_out_only_as_a_copy_after_a_restart(printer, spool, press_on):
    left_open(spool, JobState.SENDING)
    press = press_on()
    with capture_logs() as logs:
        assert heard(press, 1) == [("A042", Verdict.PRINTED)]

    assert pages_of(printer, COPY) == [True]
    assert spool.states() == (
        ("A042", False, JobState.UNKNOWN),
        ("A042", True, JobState.PRINTED),
    )
    assert [log["ticket"] for log in logs if log["event"] == "sheet_interrupted"] == ["A042"]


def test_an_interrupted_copy_is_not_printed_once_more(printer, spool, press_on):
    left_open(spool, JobState.HELD, is_copy=True)
    press = press_on()
    press.put(NEXT, is_copy=False)
    heard(press, 1)

    assert pages_of(printer, NEXT_ONE) == [True]
    assert spool.states()[0] == ("A042", True, JobState.UNKNOWN)


def test_what_was_queued_is_printed_after_a_restart_as_the_ticket(printer, spool, press_on):
    spool.add(SLIP, NOON, is_copy=False)
    heard(press_on(), 1)

    assert pages_of(printer, FIRST) == [True]


def test_whose_visitor_has_gone_is_printed_no_more(printer, spool, press_on):
    before = NOON - LIFETIME - timedelta(seconds=1)
    spool.add(SLIP, before, is_copy=False)
    left_open(spool, JobState.SENDING, before, NEXT)
    press = press_on()
    press.put(NEXT, is_copy=False)
    heard(press, 1)

    assert pages_of(printer, NEXT_ONE) == [True]
    assert [state for _, _, state in spool.states()] == [
        JobState.NOT_PRINTED,
        JobState.UNKNOWN,
        JobState.PRINTED,
    ]


def test_the_rest_of_a_ticket_that_a_killed_kiosk_left_is_cut_off_before_the_next(
    printer, spool, press_on
):
    printer.order("reset after 20000")
    driver(printer).print(FIRST)
    left_open(spool, JobState.SENDING)
    heard(press_on(), 1)
    torn, copy = printer.pages()

    assert not is_on(torn, FIRST)
    assert is_on(copy, COPY)


def test_a_ticket_that_waited_for_paper_comes_out_by_itself_and_before_the_next(printer, press_on):
    printer.order("paper out")
    press = press_on()
    press.put(SLIP, is_copy=False)
    assert heard(press, 1) == [("A042", Verdict.NOT_PRINTED)]
    assert not press.is_ready
    printer.order("heal")
    press.put(NEXT, is_copy=False)

    assert heard(press, 2) == [("A042", Verdict.PRINTED), ("A043", Verdict.PRINTED)]
    assert pages_of(printer, FIRST, NEXT_ONE) == [True, True]
    assert press.is_ready


def test_a_ticket_waits_for_paper_no_longer_than_its_visitor(printer, spool, press_on):
    printer.order("paper out")
    hour = Hour()
    press = press_on(hour)
    press.put(SLIP, is_copy=False)
    heard(press, 1)
    hour.now += LIFETIME + timedelta(seconds=1)
    until(lambda: not spool.unfinished(), lambda: None)
    printer.order("heal")
    press.put(NEXT, is_copy=False)
    heard(press, 1)

    assert pages_of(printer, NEXT_ONE) == [True]
    assert spool.states()[0] == ("A042", False, JobState.NOT_PRINTED)


def test_a_held_ticket_is_told_as_printed_when_somebody_has_brought_paper(printer, spool, press_on):
    printer.order("paper out after 150")
    press = press_on()
    press.put(SLIP, is_copy=False)
    first = heard(press, 1)
    held = spool.states()
    printer.order("paper ok")

    assert (first, heard(press, 1)) == ([("A042", Verdict.HELD)], [("A042", Verdict.PRINTED)])
    assert (held, spool.states()) == (
        (("A042", False, JobState.HELD),),
        (("A042", False, JobState.PRINTED),),
    )
    assert pages_of(printer, FIRST) == [True]


class FullDisk(Spool):
    """A disk that takes nothing any more."""

    def add(self, slip, now, *, is_copy):
        raise SpoolError("database or disk is full")

    def keep(self, job):
        raise SpoolError("database or disk is full")


def test_a_disk_that_takes_nothing_keeps_nobody_from_a_ticket(printer, press_on, tmp_path):
    press = press_on(kept=FullDisk(tmp_path / "spool.db"))
    with capture_logs() as logs:
        press.put(SLIP, is_copy=False)
        assert heard(press, 1) == [("A042", Verdict.PRINTED)]

    assert pages_of(printer, FIRST) == [True]
    failed = [log["event"] for log in logs if log["log_level"] == "error"]
    assert failed == ["sheet_not_spooled", "sheet_not_kept", "sheet_not_kept"]


def test_before_the_first_byte_the_disk_knows_that_it_is_being_sent(printer, spool, press_on):
    seen = []

    class Looking(Watched):
        def print(self, picture, process):
            seen.append((process, spool.unfinished()[0]))
            return PrintResult(Verdict.PRINTED)

    press = press_on(to=Looking(printer, None))
    press.put(SLIP, is_copy=False)
    heard(press, 1)
    ((process, job),) = seen

    assert (job.state, job.process, job.attempt) == (JobState.SENDING, process, 1)


def test_what_is_spooled_before_the_press_starts_is_printed_once(printer, spool):
    press = press_of(driver(printer), spool=spool, now=Hour())
    press.put(SLIP, is_copy=False)
    press.put(NEXT, is_copy=False)
    press.start()
    heard(press, 2)
    press.stop()

    assert pages_of(printer, FIRST, NEXT_ONE) == [True, True]
