"""The conversation of a kiosk that can issue tickets by itself."""

from dataclasses import replace

import pytest

from kiosk.page import UNREACHED
from tests.kiosk.conversation import EVERYTHING, SLIP, TO_SHEET, WAITS, Conversation, offer

OWN = replace(SLIP, ticket="A501", is_alone=True, ahead=0)


@pytest.fixture
def kiosk():
    """In a hall with appointments, where three wait for everything."""
    kiosk = Conversation()
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(waiting=3, takes_appointments=True))
    return kiosk


def cut_off(kiosk, own):
    kiosk.desk.own = own
    kiosk.flow.on_offline()
    return kiosk.tick(WAITS.outage)


def test_a_kiosk_with_numbers_of_its_own_goes_on_inviting(kiosk):
    assert cut_off(kiosk, offer()).name == "attract"


def test_a_kiosk_without_any_says_that_it_reaches_nobody(kiosk):
    assert cut_off(kiosk, None).name == "out_of_reach"


def test_a_visitor_has_a_ticket_without_the_hall(kiosk):
    cut_off(kiosk, offer())
    assert kiosk.touch(*TO_SHEET, "take").name == "taking"
    kiosk.desk.answer(OWN)

    assert (kiosk.view.page.name, kiosk.view.page.slip) == ("ticket", OWN)
    assert kiosk.desk.printed == ["A501"]


def test_a_kiosk_alone_tells_nobody_who_waits_and_checks_nobody_in(kiosk):
    kiosk.touch("start", "language:fr")
    assert kiosk.view.page.takes_appointments
    cut_off(kiosk, offer())
    offices = kiosk.view.page
    sheet = kiosk.touch("office:civil_status", "service:birth_copy")

    assert not offices.takes_appointments
    assert (sheet.tile.waiting, sheet.tile.wait, sheet.tile.is_open) == (None, None, True)


def test_a_visitor_who_reads_is_not_interrupted_when_the_hall_is_lost(kiosk):
    before = kiosk.touch(*TO_SHEET)
    after = cut_off(kiosk, offer())

    assert (before.name, after.name) == ("sheet", "sheet")
    assert before.tile.service == after.tile.service


def test_the_hall_is_told_of_again_when_it_is_back(kiosk):
    cut_off(kiosk, offer())
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(seq=2, waiting=5))

    assert kiosk.touch(*TO_SHEET).tile.waiting == 5


def test_numbers_that_are_all_given_close_their_services_at_once(kiosk):
    cut_off(kiosk, offer())
    kiosk.touch(*TO_SHEET)
    kiosk.desk.own = offer(closed=frozenset({"birth_copy"}))
    kiosk.tick(1)

    assert not kiosk.view.page.tile.is_open


def test_when_the_day_of_the_numbers_ends_nobody_is_reached(kiosk):
    cut_off(kiosk, offer())
    kiosk.desk.own = None

    assert kiosk.tick(1).name == "out_of_reach"


def test_a_hall_that_has_closed_meanwhile_is_said_to_be_closed(kiosk):
    assert cut_off(kiosk, offer(closed=EVERYTHING)).name == "nothing_open"


def test_a_kiosk_that_starts_without_the_hall_offers_what_it_kept():
    kiosk = Conversation()
    kiosk.desk.own = offer()

    assert kiosk.view.page.name == "out_of_reach"
    assert kiosk.tick(WAITS.outage).name == "attract"


def test_who_gets_no_number_of_the_kiosks_either_is_told_that_nobody_was_reached(kiosk):
    cut_off(kiosk, offer())
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)

    assert (kiosk.view.page.name, kiosk.view.page.code) == ("not_taken", UNREACHED)
