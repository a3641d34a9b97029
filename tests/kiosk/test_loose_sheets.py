"""Lists that a press prints when no ticket waits, on a virtual printer."""

import pytest
from structlog.testing import capture_logs

from hardware.ports import Verdict
from kiosk.take_home import TakeHome
from kiosk.ticket_desk import LinkedDesk
from tests.hardware.printing import driver, is_on, ticket, virtual
from tests.kiosk.at_printer import desk_of, draw_list, press_of, until
from tests.kiosk.conversation import PACK, SLIP

PERMIT = PACK.procedure("building_permit")
NONE_HELD, ONE_HELD = TakeHome("fr", PERMIT), TakeHome("fr", PERMIT, frozenset({0}))


@pytest.fixture
def paper(tmp_path):
    with virtual(tmp_path) as printer:
        yield printer


def printed(desk, *lists, slips=()):
    """Print them in that order, lists first, and return what is told of each list."""
    told = []
    for number, each in enumerate(lists):
        desk.print_list(each, lambda result, number=number: told.append((number, result.verdict)))
    for slip in slips:
        desk.print(slip)
    desk.start()
    until(lambda: len(told) == len(lists), desk.drain_lists)
    desk.stop()
    return told


def test_a_list_is_printed_after_the_tickets_that_wait(paper):
    told = printed(desk_of(driver(paper)), ONE_HELD, slips=[SLIP])

    assert told == [(0, Verdict.PRINTED)]
    wanted = (ticket(42), draw_list(ONE_HELD))
    assert [is_on(*each) for each in zip(paper.pages(), wanted, strict=True)] == [True, True]


def test_each_list_is_told_to_its_own_visitor(paper):
    told = printed(desk_of(driver(paper)), ONE_HELD, NONE_HELD)

    assert told == [(0, Verdict.PRINTED), (1, Verdict.PRINTED)]


def test_without_paper_a_list_is_tried_once_and_does_not_come_later(paper):
    paper.order("paper out")
    told = printed(desk_of(driver(paper)), ONE_HELD)
    paper.order("heal")

    assert told == [(0, Verdict.NOT_PRINTED)]
    assert printed(desk_of(driver(paper)), NONE_HELD) == [(0, Verdict.PRINTED)]
    assert [is_on(page, draw_list(NONE_HELD)) for page in paper.pages()] == [True]


def test_a_list_that_cannot_be_drawn_is_told_and_the_next_is_printed(paper):
    def draw(taken):
        if not taken.held:
            raise ValueError("no such document")
        return draw_list(taken)

    with capture_logs() as logs:
        told = printed(LinkedDesk(None, press_of(driver(paper)), draw), NONE_HELD, ONE_HELD)

    assert told == [(0, Verdict.NOT_PRINTED), (1, Verdict.PRINTED)]
    assert [is_on(page, draw_list(ONE_HELD)) for page in paper.pages()] == [True]
    assert [log["event"] for log in logs if log["log_level"] == "error"] == ["list_not_drawn"]


def test_a_driver_that_breaks_down_leaves_the_list_unknown(paper):
    broken = driver(paper)
    broken.print = _break_down
    with capture_logs() as logs:
        told = printed(desk_of(broken), ONE_HELD)

    assert told == [(0, Verdict.UNKNOWN)]
    assert [log["event"] for log in logs if log["log_level"] == "error"] == ["print_failed"]


def _break_down(_picture, _process=None):
    raise UnicodeError("label empty or too long")
