"""The conversation, while the hall changes or is away."""

from kiosk import page as pages
from tests.kiosk.conversation import EVERYTHING, PACK, SLIP, TO_SHEET, WAITS, Conversation, offer


def test_a_closed_service_can_be_read_but_not_taken(kiosk):
    kiosk.flow.on_offer(offer(2, closed=frozenset({"birth_copy"})))
    sheet = kiosk.touch(*TO_SHEET)
    assert not sheet.tile.is_open
    assert kiosk.touch("take") == sheet
    assert kiosk.desk.asked == []


def test_a_service_that_closes_while_it_is_read_is_shown_closed(kiosk):
    assert kiosk.touch(*TO_SHEET).tile.is_open
    kiosk.flow.on_offer(offer(2, closed=frozenset({"birth_copy"})))
    assert not kiosk.view.page.tile.is_open


def test_the_screen_does_not_change_under_a_finger_when_others_take_tickets(kiosk):
    shown = kiosk.touch("start", "language:fr")
    kiosk.flow.on_offer(offer(2, waiting=9))
    assert kiosk.tick(1) == shown
    assert kiosk.touch("office:civil_status").tiles[0].waiting == 9


def test_an_office_waits_for_what_its_services_wait_for(kiosk):
    kiosk.flow.on_offer(offer(2, waiting=2))
    tile = kiosk.touch("start", "language:fr").tiles[0]
    assert tile.waiting == 2 * len(PACK.services_of("civil_status"))


def test_a_state_that_was_overtaken_is_dropped(kiosk):
    kiosk.flow.on_offer(offer(5, waiting=5))
    kiosk.flow.on_offer(offer(4, waiting=4))
    assert kiosk.touch(*TO_SHEET).tile.waiting == 5


def test_after_a_new_connection_the_state_holds_whatever_its_number(kiosk):
    kiosk.flow.on_offer(offer(500, waiting=5))
    kiosk.flow.on_offline()
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(1, waiting=1))
    assert kiosk.touch(*TO_SHEET).tile.waiting == 1


def test_without_any_open_service_the_hall_is_closed(kiosk):
    kiosk.flow.on_offer(offer(2, closed=EVERYTHING))
    assert kiosk.view.page == pages.NothingOpen(None)
    kiosk.flow.on_offer(offer(3))
    assert kiosk.view.page.name == "attract"


def test_a_short_outage_is_not_seen(kiosk):
    sheet = kiosk.touch(*TO_SHEET)
    kiosk.flow.on_offline()
    assert kiosk.tick(WAITS.outage - 1) == sheet
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(2))
    assert kiosk.tick(5) == sheet


def test_a_long_outage_is_said_and_passes(kiosk):
    sheet = kiosk.touch(*TO_SHEET)
    kiosk.flow.on_offline()
    assert kiosk.tick(WAITS.outage) == pages.OutOfReach("fr")
    kiosk.flow.on_online()
    kiosk.flow.on_offer(offer(2))
    assert kiosk.view.page == sheet


def test_an_outage_does_not_take_the_number_away(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.on_offline()
    assert kiosk.tick(WAITS.outage + 1).slip == SLIP


def test_before_the_hall_was_heard_of_nothing_is_offered():
    assert Conversation().view.page == pages.OutOfReach(None)
