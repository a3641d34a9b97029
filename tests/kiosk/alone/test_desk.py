"""A desk whose line to the controller is cut, over a real link."""

import pytest

from kiosk.ticket_desk import HURRIED, LinkedDesk
from tests.journeys.cut_off.windowless import NoPress, no_list
from tests.kiosk.alone.apart import BIRTHS, Apart
from tests.kiosk.at_printer import until
from tests.kiosk.lossy_line import LossyLine
from tests.kiosk.small_hall import TOKEN
from wire.codec import encode
from wire.link import Link, Patience, Place
from wire.messages import Refusal

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
    [slip] = answered(
        link, LinkedDesk(link, NoPress(), no_list, apart.kiosk, outage=4), apart.wish()
    )
    link.stop()

    assert (slip.ticket, slip.is_alone) == ("A501", True)


def test_while_the_controller_is_away_for_long_it_is_not_asked(apart):
    asked = []
    link = Link(Place(NOWHERE, "/kiosks", TOKEN), SOON)
    link.request = lambda event, *_: asked.append(event)
    desk = LinkedDesk(link, NoPress(), no_list, apart.kiosk, outage=2)
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
        desk = LinkedDesk(link, NoPress(), no_list, apart.kiosk, outage=4)
        wish = apart.wish()
        told = answered(link, desk, wish)
        link.stop()

    assert [slip.ticket for slip in told] == ["A501"]
    assert apart.kiosk.issue(wish) == told[0]


def test_who_can_have_a_number_of_the_kiosks_waits_three_seconds_for_one_of_the_halls(apart):
    asked = []
    link = Link(Place(NOWHERE, "/kiosks", TOKEN))
    link.request = lambda *told: asked.append(told[3])
    desk = LinkedDesk(link, NoPress(), no_list, apart.kiosk, outage=4)
    desk.take(apart.wish(), lambda _: None)
    desk.take(apart.wish("none"), lambda _: None)

    assert asked == [HURRIED, None]
    assert HURRIED.answer * HURRIED.asks == 3


def says(apart, code, service):
    """Return what a visitor is told whom the controller refuses."""
    told = []
    link = Link(Place(NOWHERE, "/kiosks", TOKEN))
    link.request = lambda _event, _wish, answer, _patience: answer(encode(Refusal(code)))
    LinkedDesk(link, NoPress(), no_list, apart.kiosk, outage=4).take(
        apart.wish(service), told.append
    )
    return told


def test_a_controller_that_can_write_nothing_keeps_no_visitor_from_a_number(apart):
    [slip] = says(apart, "try_again", BIRTHS)

    assert (slip.ticket, slip.is_alone) == ("A501", True)
    assert says(apart, "try_again", "none") == [Refusal("try_again")]


def test_what_the_hall_refuses_the_kiosk_does_not_give(apart):
    assert says(apart, "quota_reached", BIRTHS) == [Refusal("quota_reached")]
    assert apart.kiosk.to_hand_over() is None


def test_what_it_offers_without_the_hall_is_what_it_can_give(apart):
    link = Link(Place(NOWHERE, "/kiosks", TOKEN))

    assert LinkedDesk(link, NoPress(), no_list, apart.kiosk).own_offer() == apart.kiosk.offer()
    assert LinkedDesk(link, NoPress(), no_list).own_offer() is None
