"""A ticket over a real socket to a virtual printer: what the driver says, and what is on paper."""

from dataclasses import replace
from threading import Thread

import pytest
from PIL import Image

from hardware.devices import open_printer
from hardware.escpos.connection import TcpConnection
from hardware.escpos.driver import EscposPrinter
from hardware.ports import PrintResult, Trouble, Verdict
from hardware.profiles import PROFILES, printer_profile
from tests.hardware.printing import QUICK, driver, is_on, ticket, virtual

PRINTED, NOT_PRINTED, HELD, UNKNOWN = (
    Verdict.PRINTED,
    Verdict.NOT_PRINTED,
    Verdict.HELD,
    Verdict.UNKNOWN,
)
LOW, OUT, COVER, CUTTER, HOT, BROKEN, OFFLINE = (
    Trouble.PAPER_LOW,
    Trouble.PAPER_OUT,
    Trouble.COVER_OPEN,
    Trouble.CUTTER,
    Trouble.HOT,
    Trouble.UNRECOVERABLE,
    Trouble.OFFLINE,
)


def result(verdict: Verdict, *troubles: Trouble) -> PrintResult:
    return PrintResult(verdict, frozenset(troubles))


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.name)
def test_a_ticket_comes_out_as_it_was_drawn(tmp_path, profile):
    with virtual(tmp_path, profile) as printer:
        door = open_printer(f"escpos+tcp://127.0.0.1:{printer.port}", profile)
        said = door.print(ticket(1, profile.dots))
        pages = printer.pages()

    assert said == result(PRINTED)
    assert [is_on(page, ticket(1, profile.dots)) for page in pages] == [True]


def test_ten_tickets_are_ten_pages_in_order(tmp_path):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        verdicts = [door.print(ticket(number)).verdict for number in range(10)]
        pages = printer.pages()

    assert verdicts == [PRINTED] * 10
    assert [is_on(page, ticket(number)) for number, page in enumerate(pages)] == [True] * 10


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("paper low", result(PRINTED, LOW)),
        ("paper low after 150", result(PRINTED, LOW)),
        ("paper out", result(NOT_PRINTED, OUT, LOW)),
        ("cover open", result(NOT_PRINTED, COVER)),
        ("knife jammed", result(NOT_PRINTED, CUTTER)),
        ("broken yes", result(NOT_PRINTED, BROKEN)),
        ("head hot", result(NOT_PRINTED, HOT)),
        ("button pressed", result(NOT_PRINTED, OFFLINE)),
        ("mute on", result(NOT_PRINTED, OFFLINE)),
        ("power off", result(NOT_PRINTED, OFFLINE)),
        ("hang after 0", result(NOT_PRINTED, OFFLINE)),
        ("paper out after 150", result(HELD, OUT, LOW)),
        ("cover open after 150", result(HELD, COVER)),
        ("knife jams", result(HELD, CUTTER)),
        ("head hot after 150", result(HELD, HOT)),
        ("leave after 12000", result(UNKNOWN, OFFLINE)),
        ("broken yes after 150", result(UNKNOWN, BROKEN)),
        ("reset after 12000", result(UNKNOWN, OFFLINE)),
        ("hang after 12000", result(UNKNOWN, OFFLINE)),
        ("acknowledge off", result(UNKNOWN, OFFLINE)),
    ],
)
def test_each_fault_has_its_verdict_and_the_next_ticket_is_whole(tmp_path, order, said):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        assert door.print(ticket(0)) == result(PRINTED)
        printer.order(order)

        assert door.print(ticket(1)) == said

        printer.order("heal")
        assert door.print(ticket(2)) == result(PRINTED)
        assert is_on(printer.pages()[-1], ticket(2))


def test_a_held_ticket_is_finished_when_somebody_brings_paper(tmp_path):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        printer.order("paper out after 150")
        assert door.print(ticket(1)).verdict is HELD
        assert door.print(ticket(2)) == result(NOT_PRINTED, OUT, LOW)
        printer.order("paper ok")
        assert door.print(ticket(3)) == result(PRINTED)
        pages = printer.pages()

    assert [is_on(page, ticket(n)) for page, n in zip(pages, (1, 3), strict=True)] == [True, True]


def test_while_a_ticket_is_held_its_connection_is_the_only_one(tmp_path):
    """Printers serve one client: a second one would wait behind the first, and the held job."""
    opened = []
    with virtual(tmp_path) as printer:

        def connect():
            opened.append(TcpConnection("127.0.0.1", printer.port))
            return opened[-1]

        door = EscposPrinter(connect, printer_profile("80mm"), QUICK)
        printer.order("paper out after 150")
        verdicts = [door.print(ticket(number)).verdict for number in range(3)]
        still = door.troubles()
        assert (verdicts, still) == ([HELD, NOT_PRINTED, NOT_PRINTED], frozenset({OUT, LOW}))
        assert len(opened) == 1

        printer.order("paper ok")
        assert door.print(ticket(3)) == result(PRINTED)
        pages = printer.pages()

    assert [is_on(page, ticket(n)) for page, n in zip(pages, (0, 3), strict=True)] == [True, True]


def test_a_ticket_is_held_without_waiting_for_the_deadline(tmp_path):
    with virtual(tmp_path) as printer:
        verdicts = []
        door = driver(printer, patience=replace(QUICK, job=float("inf")))
        door.print(ticket(0))
        printer.order("cover open after 10")
        printing = Thread(target=lambda: verdicts.append(door.print(ticket(1)).verdict))
        printing.daemon = True
        printing.start()
        printing.join(30)
        printer.order("heal")

    assert verdicts == [HELD]


def test_a_printer_that_was_switched_off_while_it_held_a_ticket_prints_the_next(tmp_path):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        printer.order("paper out after 150")
        assert door.print(ticket(1)).verdict is HELD
        printer.order("power off")
        assert door.print(ticket(2)) == result(NOT_PRINTED, OFFLINE)
        printer.order("power on")
        printer.order("paper ok")
        assert door.print(ticket(3)) == result(PRINTED)
        assert is_on(printer.pages()[-1], ticket(3))


def test_the_rest_of_a_torn_ticket_is_cut_off_before_the_next(tmp_path):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        printer.order("reset after 20000")
        assert door.print(ticket(1)).verdict is UNKNOWN
        assert door.print(ticket(2)) == result(PRINTED)
        torn, whole = printer.pages()

    assert not is_on(torn, ticket(1))
    assert is_on(whole, ticket(2))


def test_a_driver_that_starts_beside_a_confused_printer_brings_it_in_step(tmp_path):
    with virtual(tmp_path) as printer:
        printer.order("reset after 20000")
        assert driver(printer).print(ticket(1)).verdict is UNKNOWN
        printer.order("heal")
        assert driver(printer).print(ticket(2)) == result(PRINTED)


def test_a_late_answer_is_not_taken_for_the_next_tickets(tmp_path):
    """The first ticket takes longer than the driver waits; it is acknowledged afterwards."""
    profile = printer_profile("58mm")
    with virtual(tmp_path, profile, speed=30) as printer:
        door = driver(printer, profile, replace(QUICK, job=1.0, answer=2.0, resync=3.0))
        first = door.print(ticket(1, 384)).verdict
        second = door.print(ticket(2, 384)).verdict
        pages = printer.pages()

    assert (first, second) == (UNKNOWN, UNKNOWN)
    assert [is_on(page, ticket(1, 384)) for page in pages] == [True]


def test_behind_a_slow_knife_a_late_answer_is_not_taken_for_the_next_tickets(tmp_path):
    """The answer to a torn job comes first, that to the resync when the knife is done again."""
    profile = printer_profile("80mm-plain")
    with virtual(tmp_path, profile, speed=60) as printer:
        printer.order("knife takes 0.4")
        patience = replace(QUICK, job=0.3, answer=3.0, resync=5.0, late=1.5)
        door = driver(printer, profile, patience)
        verdicts = [door.print(ticket(number)).verdict for number in range(2)]

    assert verdicts == [UNKNOWN, UNKNOWN]  # each takes longer than the driver waits


def test_while_another_client_is_connected_nothing_is_printed(tmp_path):
    with virtual(tmp_path) as printer:
        other = TcpConnection("127.0.0.1", printer.port)
        said = driver(printer).print(ticket(1))
        other.close()

        assert said == result(NOT_PRINTED, OFFLINE)
        assert printer.rows_printed == 0


@pytest.mark.parametrize(
    ("order", "troubles"),
    [
        ("heal", frozenset()),
        ("paper low", frozenset({LOW})),
        ("paper out", frozenset({OUT, LOW})),
        ("cover open", frozenset({COVER})),
        ("mute on", frozenset({OFFLINE})),
        ("power off", frozenset({OFFLINE})),
    ],
)
def test_troubles_can_be_asked_for_without_printing(tmp_path, order, troubles):
    with virtual(tmp_path) as printer:
        printer.order(order)

        assert driver(printer).troubles() == troubles


def test_troubles_can_be_asked_for_while_a_ticket_is_held(tmp_path):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        printer.order("cover open after 150")
        assert door.print(ticket(1)).verdict is HELD
        before = door.troubles()
        printer.order("cover closed")

        assert (before, door.troubles()) == (frozenset({COVER}), frozenset())
        assert is_on(printer.pages()[0], ticket(1))


def test_a_picture_of_the_wrong_width_is_not_printed(tmp_path):
    with virtual(tmp_path) as printer:
        assert driver(printer).print(ticket(1, dots=384)) == result(NOT_PRINTED)
        assert printer.rows_printed == 0


def test_grey_becomes_black_or_white_and_never_dots(tmp_path):
    grey = Image.new("L", (576, 40), 200)
    grey.paste(90, (100, 10, 300, 30))
    sharp = grey.point(lambda value: 255 * (value > 127)).convert("1")
    with virtual(tmp_path) as printer:
        driver(printer).print(grey)
        assert is_on(printer.pages()[0], sharp)


def test_two_threads_do_not_mix_their_tickets(tmp_path):
    with virtual(tmp_path) as printer:
        door = driver(printer)
        threads = [Thread(target=door.print, args=(ticket(number),)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        pages = printer.pages()

    found = sorted(n for n in range(4) for page in pages if is_on(page, ticket(n)))
    assert (len(pages), found) == (4, [0, 1, 2, 3])
