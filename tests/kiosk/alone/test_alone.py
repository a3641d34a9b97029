"""A kiosk that issues by itself."""

from datetime import timedelta

import pytest

from controller.hall import commands
from tests.kiosk.alone.apart import BIRTHS, CODES, DEATHS, NINE, TAXES, ZONE, Apart


@pytest.fixture
def apart(tmp_path):
    return Apart(tmp_path).meet()


def test_a_kiosk_without_numbers_offers_nothing(tmp_path):
    apart = Apart(tmp_path)
    apart.kiosk.heard(apart.controller.offer())

    assert apart.kiosk.offer() is None
    assert apart.kiosk.issue(apart.wish()) is None


def test_a_ticket_of_its_own_bears_the_next_number_of_its_block(apart):
    wish = apart.wish(then=(TAXES,), quantity=2, sheets=3, priority="elderly")
    apart.clocks.passes(60)
    slip = apart.kiosk.issue(wish)

    assert (slip.ticket, slip.is_alone, slip.wait) == ("A501", True, None)
    assert (slip.service, slip.then, slip.quantity, slip.sheets) == (BIRTHS, (TAXES,), 2, 3)
    assert (slip.priority, slip.language) == ("elderly", "fr")
    assert slip.issued_at == NINE + timedelta(seconds=60)
    assert slip.url.startswith("HTTP://HALL/T/A501")
    assert apart.alone(BIRTHS, DEATHS) == ["A502", "A503"]


def test_the_same_wish_gets_the_same_ticket(apart):
    wish = apart.wish()

    assert apart.kiosk.issue(wish) == apart.kiosk.issue(wish)


def test_the_address_on_its_ticket_is_that_of_the_hall(apart):
    slip = apart.kiosk.issue(apart.wish())
    apart.hands_over()

    assert slip.url == CODES.url("A501", NINE.astimezone(ZONE).date())


def test_a_new_day_has_new_numbers(apart):
    apart.alone(BIRTHS)
    apart.clocks.passes(86_400)

    assert apart.kiosk.offer() is None
    assert apart.meet().alone(BIRTHS) == ["A501"]
    assert apart.hands_over() == {"A501": ""}


def test_numbers_that_were_given_are_asked_for_no_more_until_few_are_left(apart):
    assert not apart.kiosk.wants_numbers
    apart.alone(*[BIRTHS] * 50)
    assert not apart.kiosk.wants_numbers
    apart.alone(BIRTHS)
    assert apart.kiosk.wants_numbers
    apart.hands_over()
    apart.meet()
    assert apart.alone(*[BIRTHS] * 60)[-1] == "A611"
    assert set(apart.hands_over().values()) == {""}


def test_without_numbers_left_nothing_is_offered(apart):
    apart.alone(*[BIRTHS] * 100)
    offered = {each.service: each.is_open for each in apart.kiosk.offer().services}

    assert apart.kiosk.issue(apart.wish()) is None
    assert (offered[BIRTHS], offered[TAXES]) == (False, True)


def test_what_is_offered_alone_tells_of_no_wait_and_takes_no_appointments(apart):
    offer = apart.kiosk.offer()

    assert {each.wait for each in offer.services} == {None}
    assert not offer.takes_appointments


def test_what_was_closed_when_the_hall_was_heard_last_stays_closed(apart):
    apart.controller.does(commands.PauseService(TAXES, "prayer"))
    apart.kiosk.heard(apart.controller.offer())

    assert apart.kiosk.issue(apart.wish(TAXES)) is None
    assert apart.kiosk.issue(apart.wish(BIRTHS, then=(TAXES,))) is None
    assert apart.kiosk.issue(apart.wish(BIRTHS)).ticket == "A501"
