"""A whole kiosk with the real controller, which is killed at the worst moment."""

import pytest

from controller.hall.events import TicketCancelled, TicketIssued
from tests.browser.served import ServedHall
from tests.kiosk.lossy_line import LossyLine
from tests.kiosk.visitor import PORTRAIT, TO_TICKET

pytestmark = pytest.mark.window


@pytest.fixture
def served(tmp_path):
    served = ServedHall(tmp_path, rules="")  # without classes: nobody is asked for priority
    served.start()
    yield served
    assert served.stop() == 0


def issued(served):
    """The numbers in the controller's journal."""
    return [event.ticket for event in served.journal() if isinstance(event, TicketIssued)]


def standing(served):
    """Those of them that were not taken back: of a number that nobody was ever told."""
    gone = {event.ticket for event in served.journal() if isinstance(event, TicketCancelled)}
    return [ticket for ticket in issued(served) if ticket not in gone]


def has_ticket(visitor):
    """Whether there is one; who is told that nobody answers tries again, as on a slow machine."""
    visitor.until(lambda: visitor.kiosk.stage.is_settled)  # a tap before is taken for a double one
    if visitor.sees().screen == "not_taken":
        visitor.goes(("back", "sheet"))
        visitor.touches("take")
        visitor.until(lambda: visitor.sees().screen != "sheet")
    return visitor.sees().screen == "ticket"


def test_a_controller_killed_between_the_tap_and_the_answer_gives_one_ticket(
    visit, served, printer
):
    with LossyLine(served.port) as line:
        visitor = visit(PORTRAIT, line.url, served.tokens["entrance"])
        visitor.until_sees("attract")
        visitor.goes(*TO_TICKET[:-1])

        line.lose_answers()
        visitor.touches("take")
        visitor.until(lambda: issued(served))
        served.kill()
        line.mend()
        served.start()

        visitor.until(lambda: has_ticket(visitor), 60)
        visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")
        number = visitor.sees().ticket
        visitor.lets_seconds_pass_until(lambda: standing(served) == [number])

    assert len(printer.pages()) == 1


def test_a_kiosk_whose_controller_is_gone_gives_a_number_of_its_own_and_hands_it_over(
    visit, served, printer, tmp_path
):
    alone = tmp_path / "home/alone"
    visitor = visit(PORTRAIT, served.url, served.tokens["entrance"])
    visitor.until_sees("attract")
    visitor.lets_seconds_pass_until((alone / "grant.json").exists)
    served.kill()
    visitor.lets_seconds_pass_until(lambda: visitor.kiosk.flow.is_alone)
    visitor.goes(*TO_TICKET)
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")
    slip = visitor.kiosk.stage.page.slip
    served.start()
    visitor.lets_seconds_pass_until(lambda: list(alone.glob("*.answers")))

    assert (slip.ticket, slip.is_alone) == ("A501", True)
    assert issued(served) == ["A501"]
    assert [path.read_text().split()[1:] for path in alone.glob("*.answers")] == [
        ["A501", "taken_in"]
    ]
    assert len(printer.pages()) == 1


def test_a_controller_killed_before_it_could_write_gives_one_ticket_when_it_is_back(
    visit, served, printer
):
    visitor = visit(PORTRAIT, served.url, served.tokens["entrance"])
    visitor.until_sees("attract")
    visitor.goes(*TO_TICKET[:-1])

    served.kill()
    visitor.touches("take")
    visitor.until(lambda: visitor.kiosk.stage.page.name == "taking")
    served.start()
    visitor.until(lambda: has_ticket(visitor), 60)
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")
    number = visitor.sees().ticket
    visitor.lets_seconds_pass_until(lambda: standing(served) == [number])

    assert issued(served) == [number]
    assert len(printer.pages()) == 1
