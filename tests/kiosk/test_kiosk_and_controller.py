"""A whole kiosk with the real controller, which is killed at the worst moment."""

import pytest

from controller.hall.events import TicketIssued
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
        given = issued(served)
        assert visitor.kiosk.stage.page.name == "taking"
        served.kill()
        line.mend()
        served.start()

        visitor.until_sees("ticket")
        visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")

    assert issued(served) == given
    assert [visitor.sees().ticket] == given
    assert len(printer.pages()) == 1


def test_a_controller_killed_before_it_could_write_gives_one_ticket_when_it_is_back(
    visit, served, printer
):
    visitor = visit(PORTRAIT, served.url, served.tokens["entrance"])
    visitor.until_sees("attract")
    visitor.goes(*TO_TICKET[:-1])

    served.kill()
    visitor.touches("take")
    visitor.until_sees("taking")
    served.start()
    visitor.until_sees("ticket")
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")

    assert issued(served) == [visitor.sees().ticket]
    assert len(printer.pages()) == 1
