"""Where the kiosk gets numbers and paper: a real link, a real driver, a virtual printer."""

import socket
import time
from dataclasses import replace

import pytest
from structlog.testing import capture_logs

from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter
from hardware.ports import PrintResult, Verdict
from hardware.profiles import printer_profile
from kiosk.press import TRIES
from tests.hardware.printing import driver, is_on, ticket, virtual
from tests.kiosk.at_printer import Watched, desk_of, printed, until
from tests.kiosk.conversation import NOON, SLIP, TO_SHEET, Conversation
from tests.kiosk.lossy_line import LossyLine
from tests.kiosk.small_hall import TOKEN
from wire.link import Link, Patience, Place
from wire.messages import Refusal, TakeTicket, TicketSlip

SOON = Patience(first_pause=0.05, longest_pause=0.1, answer=0.3, asks=2)


@pytest.fixture
def paper(tmp_path):
    with virtual(tmp_path) as printer:
        yield printer


def test_what_left_nothing_on_paper_is_tried_again_with_the_same_number(paper):
    paper.order("paper out")
    told, tried = printed(paper, SLIP, after_try=lambda tries: tries == 2 and paper.order("heal"))

    assert told == [("A042", Verdict.PRINTED)]
    assert tried == [ticket(42)] * 3
    assert [is_on(page, ticket(42)) for page in paper.pages()] == [True]


def test_without_paper_the_tries_end(paper):
    paper.order("paper out")
    told, tried = printed(paper, SLIP)

    assert told == [("A042", Verdict.NOT_PRINTED)]
    assert len(tried) == TRIES
    assert paper.pages() == []


@pytest.mark.parametrize(
    ("order", "verdict"),
    [("paper out after 150", Verdict.HELD), ("reset after 12000", Verdict.UNKNOWN)],
)
def test_what_may_be_on_paper_is_never_tried_again(paper, order, verdict):
    paper.order(order)
    told, tried = printed(paper, SLIP)

    assert told == [("A042", verdict)]
    assert len(tried) == 1


def test_a_stopped_desk_tries_no_more(paper):
    paper.order("paper out")
    desks = []
    watched = Watched(paper, lambda _: desks[0].stop())
    desks.append(desk_of(watched))
    desks[0].start()
    desks[0].print(SLIP)
    told = []
    until(lambda: told, lambda: desks[0].drain(lambda *verdict: told.append(verdict)))
    desks[0].stop()

    assert len(watched.pictures) == 1


def test_a_ticket_that_cannot_be_drawn_is_told_and_the_next_is_printed(paper):
    def draw(slip, *, is_copy):
        if slip.ticket == "A041":
            raise ValueError("no such service")
        return ticket(42)

    unknown = TicketSlip(7, "A041", "nonsense", "fr", NOON, 2, "HTTP://HALL/T/0")
    with capture_logs() as logs:
        told, tried = printed(paper, unknown, SLIP, picture=draw)

    assert told == [("A041", Verdict.NOT_PRINTED), ("A042", Verdict.PRINTED)]
    assert len(tried) == 1
    assert ("ticket_not_drawn", "A041") in [(log["event"], log.get("ticket")) for log in logs]


def break_down_once(tries):
    if tries == 1:
        raise UnicodeError("label empty or too long")


def test_a_driver_that_breaks_down_leaves_it_unknown_and_the_next_ticket_is_printed(paper):
    first = replace(SLIP, ticket="A041")
    with capture_logs() as logs:
        told, tried = printed(paper, first, SLIP, after_try=break_down_once)

    assert told == [("A041", Verdict.UNKNOWN), ("A042", Verdict.PRINTED)]
    assert tried == [ticket(41), ticket(42)]
    assert [log["ticket"] for log in logs if log["event"] == "print_failed"] == ["A041"]


def test_a_printer_that_cannot_even_be_asked_is_offline_and_its_tickets_are_answered():
    nowhere = EscposPrinter(lambda: TcpConnection(".printer", 9100), printer_profile("80mm"))
    desk, told = desk_of(nowhere), []
    with capture_logs() as logs:
        desk.start()
        desk.print(SLIP)
        until(lambda: told, lambda: desk.drain(lambda *verdict: told.append(verdict)))
    desk.stop()

    assert told == [("A042", PrintResult(Verdict.UNKNOWN))]
    assert not desk.is_printer_ready
    assert [(log["event"], log.get("troubles")) for log in logs] == [
        ("printer_not_asked", None),
        ("printer_fault", ["offline"]),
        ("print_failed", None),
    ]


def answers(address, *services, patience=None):
    """What the desk answers to requests for the services, in order."""
    link, given = Link(Place(address, "/kiosks", TOKEN), patience), []
    desk = desk_of(None, link)
    link.start()
    for count, service in enumerate(services, 1):
        desk.take(TakeTicket(f"request-{count}", service, "fr"), given.append)
        until(lambda count=count: len(given) == count, link.drain)
    link.stop()
    link.drain()
    return given


@pytest.fixture
def nobody():
    """An address where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{free.getsockname()[1]}"


def test_a_number_is_given_and_a_refusal_is_told(hall):
    slip, refusal = answers(hall, "birth_copy", "burial")

    assert (slip.ticket, slip.service, slip.language) == ("A001", "birth_copy", "fr")
    assert refusal == Refusal("service_closed")


def test_an_answer_that_cannot_be_understood_is_none_and_is_logged(hall):
    with capture_logs() as logs:
        assert answers(hall, "nonsense") == [None]
    assert [log["event"] for log in logs if log["log_level"] == "error"] == [
        "answer_not_understood"
    ]


def test_a_controller_that_is_not_there_is_given_up_once(nobody):
    assert answers(nobody, "birth_copy", patience=SOON) == [None]


def test_an_answer_lost_on_the_line_does_not_cost_a_second_number(hall):
    with LossyLine(int(hall.rpartition(":")[2])) as line:
        link = Link(Place(line.url, "/kiosks", TOKEN), SOON)
        kiosk = Conversation(desk=desk_of(None, link)).open()
        link.start()
        until(lambda: link.is_online, link.drain)

        line.lose_answers()
        kiosk.touch(*TO_SHEET, "take")
        until(lambda: kiosk.view.page.name == "not_taken", link.drain)
        line.mend()
        kiosk.touch("take")
        until(lambda: kiosk.view.page.name == "ticket", link.drain)
        first = kiosk.view.page.slip
        kiosk.touch("home", *TO_SHEET, "take")
        until(lambda: kiosk.view.page.name == "ticket", link.drain)
        link.stop()

    assert (first.ticket, kiosk.view.page.slip.ticket) == ("A001", "A002")


def test_a_copy_is_drawn_as_a_copy(paper):
    desk, told = desk_of(driver(paper)), []
    desk.start()
    desk.print(SLIP, is_copy=True)
    until(lambda: told, lambda: desk.drain(lambda *verdict: told.append(verdict)))
    desk.stop()
    assert [is_on(page, ticket(92)) for page in paper.pages()] == [True]


def test_how_the_printer_is_stands_in_the_log_once_for_each_change(paper):
    with capture_logs() as logs:
        desk = desk_of(driver(paper))
        desk.start()
        until(lambda: desk.is_printer_ready, lambda: time.sleep(0.01))
        paper.order("paper out")
        desk.print(SLIP)
        until(lambda: not desk.is_printer_ready, lambda: time.sleep(0.01))
        paper.order("heal")
        until(lambda: desk.is_printer_ready, lambda: time.sleep(0.01))
        desk.stop()

    seen = [(log["event"], log.get("troubles")) for log in logs if "printer_" in log["event"]]
    assert seen == [
        ("printer_ready", None),
        ("printer_fault", ["paper_low", "paper_out"]),
        ("printer_ready", None),
    ]
    assert {log["printer"] for log in logs if "printer_" in log["event"]} == {"printer of the test"}
