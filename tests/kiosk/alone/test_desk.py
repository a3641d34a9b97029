"""A desk whose line to the controller is cut, over a real link."""

import pytest

from kiosk.ticket_desk import LinkedDesk
from tests.journeys.cut_off.windowless import NoPress
from tests.kiosk.alone.apart import Apart
from tests.kiosk.at_printer import until
from tests.kiosk.lossy_line import LossyLine
from tests.kiosk.small_hall import TOKEN
from wire.link import Link, Patience, Place

SOON = Patience(first_pause=0.05, longest_pause=0.1, answer=0.3, asks=2)
NOWHERE = "http://127.0.0.1:9"
"""The port of `discard`, where nobody listens."""


@pytest.fixture
def apart(tmp_path):
    return Apart(tmp_path).meet()


def answered(link, desk, wish):
    told = []
    desk.take(wish, told.append)
    until(lambda: told, lambda: (link.drain(), desk.drain(lambda *_: None)))
    return told


def test_a_wish_without_an_answer_gets_a_number_of_the_kiosks(apart):
    link = Link(Place(NOWHERE, "/kiosks", TOKEN), SOON)
    link.start()
    [slip] = answered(link, LinkedDesk(link, NoPress(), apart.kiosk, outage=4), apart.wish())
    link.stop()

    assert (slip.ticket, slip.is_alone) == ("A501", True)


def test_while_the_controller_is_away_for_long_it_is_not_asked(apart):
    asked = []
    link = Link(Place(NOWHERE, "/kiosks", TOKEN), SOON)
    link.request = lambda event, *_: asked.append(event)
    desk = LinkedDesk(link, NoPress(), apart.kiosk, outage=2)
    desk.second()
    desk.take(apart.wish(), lambda _: None)
    desk.second()
    [slip] = answered(link, desk, apart.wish())

    assert (asked, slip.ticket) == (["take_ticket"], "A501")


def test_an_answer_that_is_lost_leaves_one_number_in_the_visitors_hand(apart, hall):
    with LossyLine(int(hall.rpartition(":")[2])) as line:
        link = Link(Place(line.url, "/kiosks", TOKEN), SOON)
        link.start()
        until(lambda: link.is_online, link.drain)
        line.lose_answers()
        desk = LinkedDesk(link, NoPress(), apart.kiosk, outage=4)
        wish = apart.wish()
        told = answered(link, desk, wish)
        link.stop()

    assert [slip.ticket for slip in told] == ["A501"]
    assert apart.kiosk.issue(wish) == told[0]
