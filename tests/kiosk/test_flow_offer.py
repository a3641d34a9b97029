"""The conversation, while the hall changes or is away."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kiosk import page as pages
from kiosk.closed import Closed, Opening
from tests.kiosk.conversation import (
    EVERYTHING,
    NOON,
    PACK,
    SLIP,
    TO_SHEET,
    WAITS,
    Conversation,
    offer,
    shut,
)
from wire.messages import Expected

TOMORROW = datetime(2026, 11, 24, 8, 30, tzinfo=PACK.hall.zone)
OPENING = Opening(TOMORROW, NOON.date())


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


def test_a_hall_that_is_closed_tells_when_its_own_hours_begin(kiosk):
    kiosk.flow.on_offer(shut(2, "service_closed", opens_at=TOMORROW))
    closed = Closed("service_closed", opening=OPENING)
    assert kiosk.view.page == pages.NothingOpen(None, closed, has_timetable=True)


def test_a_hall_whose_next_opening_changes_tells_the_new_one_at_once(kiosk):
    kiosk.flow.on_offer(shut(2, "service_closed", opens_at=TOMORROW))
    later = TOMORROW + timedelta(days=1)
    kiosk.flow.on_offer(shut(3, "service_closed", opens_at=later))
    assert kiosk.view.page.closed.opening == Opening(later, NOON.date())


@pytest.mark.parametrize("code", ["quota_reached", "service_paused"])
def test_what_has_nothing_to_do_with_the_hours_tells_no_opening(kiosk, code):
    kiosk.flow.on_offer(shut(2, code, opens_at=TOMORROW))
    assert kiosk.view.page.closed == Closed(code)


def test_a_day_that_was_closed_does_not_open_again_on_the_same_day(kiosk):
    afternoon = NOON + timedelta(hours=2)
    kiosk.flow.on_offer(shut(2, "day_over", opens_at=afternoon))
    assert kiosk.view.page.closed == Closed("day_over")


def test_a_hall_closed_for_several_reasons_names_none(kiosk):
    paused, *others = (each.id for each in PACK.services)
    mixed = replace(
        shut(2, "quota_reached", *others),
        services=(
            *shut(2, "service_paused", paused).services[:1],
            *shut(2, "quota_reached", *others).services[1:],
        ),
    )
    kiosk.flow.on_offer(mixed)
    assert kiosk.view.page == pages.NothingOpen(None)


def test_a_service_that_is_paused_while_it_is_read_says_why_at_once(kiosk):
    kiosk.touch(*TO_SHEET)
    kiosk.flow.on_offer(shut(2, "service_paused", "birth_copy", reason="Inventaire"))
    assert kiosk.view.page.tile.closed == Closed("service_paused", "Inventaire")
    kiosk.flow.on_offer(offer(3))
    assert kiosk.view.page.tile.is_open


def test_another_reason_is_told_at_once(kiosk):
    kiosk.touch(*TO_SHEET)
    kiosk.flow.on_offer(shut(2, "service_paused", "birth_copy", reason="Inventaire"))
    kiosk.flow.on_offer(shut(3, "quota_reached", "birth_copy"))
    assert kiosk.view.page.tile.closed == Closed("quota_reached")


def test_an_office_whose_services_are_closed_alike_says_the_same(kiosk):
    own = [each.id for each in PACK.services_of("civil_status")]
    kiosk.flow.on_offer(shut(2, "quota_reached", *own))
    first, *others = kiosk.touch("start", "language:fr").tiles
    assert first.closed == Closed("quota_reached")
    assert all(each.is_open for each in others)


def test_the_expected_wait_is_told_where_a_service_is_chosen(kiosk):
    wait = Expected(10, 15, 25)
    known = offer(2)
    services = tuple(replace(each, wait=wait) for each in known.services)
    kiosk.flow.on_offer(replace(known, services=services))
    assert kiosk.touch(*TO_SHEET).tile.wait == wait


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
