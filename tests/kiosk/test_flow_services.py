"""The conversation about several services on one ticket, and about how many of one."""

from dataclasses import replace

import pytest

from kiosk import page as pages
from tests.kiosk.conversation import PACK, SLIP, TO_SHEET, offer, shut
from wire.messages import MOST_AT_ONCE, MOST_SERVICES, Refusal, TakeTicket

BIRTH, FAMILY, TNB = map(PACK.service, ("birth_copy", "family_booklet", "tnb"))
ALONE = tuple(each.id for each in PACK.services if each.id != "birth_copy")


def wish(number, *services, **more):
    first, *then = services
    return TakeTicket(f"request-{number}", first, "fr", then=tuple(then), **more)


def to_second(service="family_booklet", office="civil_status"):
    return (*TO_SHEET, "another", f"office:{office}", f"service:{service}")


def ids(tiles):
    return [tile.service.id for tile in tiles]


def test_the_usual_way_has_not_one_touch_more(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    assert kiosk.desk.asked == [wish(1, "birth_copy")]


def test_one_ticket_is_for_several_services_in_the_order_in_which_they_were_chosen(kiosk):
    sheet = kiosk.touch(*to_second())
    assert (sheet.name, sheet.chosen) == ("sheet", (BIRTH,))
    kiosk.touch("another", "office:revenue", "service:tnb", "take")
    assert kiosk.desk.asked == [wish(1, "birth_copy", "family_booklet", "tnb")]


def test_the_number_says_what_comes_afterwards(kiosk):
    kiosk.touch(*to_second(), "take")
    slip = replace(SLIP, then=("family_booklet",))
    kiosk.desk.answer(slip)
    assert (kiosk.view.page.service, kiosk.view.page.then) == (BIRTH, (FAMILY,))


def test_what_is_chosen_is_told_and_not_offered_again(kiosk):
    offices = kiosk.touch(*TO_SHEET, "another")
    assert (offices.name, offices.chosen) == ("offices", (BIRTH,))
    services = kiosk.touch("office:civil_status")
    assert "birth_copy" not in ids(services.tiles)
    assert kiosk.touch("service:birth_copy") == services
    assert "birth_copy" in ids(kiosk.touch("back", "back", "back").tiles)


def test_back_gives_up_the_last_service_and_keeps_the_others(kiosk):
    first = kiosk.touch(*TO_SHEET, "one_more")
    assert kiosk.touch("another", "back") == first
    kiosk.touch("another", "office:civil_status", "service:family_booklet", "back", "back")
    assert kiosk.touch("back") == first
    kiosk.touch("take")
    assert kiosk.desk.asked == [wish(1, "birth_copy", quantity=2)]


def test_a_ticket_is_for_no_more_services_than_can_be_named(kiosk):
    kiosk.touch(*to_second(), "another", "office:revenue")
    full = kiosk.touch("service:tnb")
    assert (len(full.chosen) + 1, full.may_go_on) == (MOST_SERVICES, False)
    assert kiosk.touch("another") == full


def test_where_nothing_else_is_open_nothing_can_be_added(kiosk):
    kiosk.flow.on_offer(shut(2, "service_closed", *ALONE))
    sheet = kiosk.touch(*TO_SHEET)
    assert (sheet.may_go_on, kiosk.touch("another")) == (False, sheet)


def test_a_closed_service_cannot_be_followed_by_another(kiosk):
    kiosk.flow.on_offer(shut(2, "quota_reached", "birth_copy"))
    sheet = kiosk.touch(*TO_SHEET)
    assert (sheet.may_go_on, sheet.quantity) == (False, None)


def test_one_that_closes_meanwhile_is_named_and_the_others_are_left(kiosk):
    kiosk.touch(*to_second())
    kiosk.flow.on_offer(shut(2, "quota_reached", "birth_copy"))
    assert kiosk.touch("take") == pages.NotTaken("fr", BIRTH, "quota_reached")
    assert kiosk.desk.asked == []

    sheet = kiosk.touch("back")
    assert (sheet.tile.service, sheet.chosen) == (FAMILY, ())
    kiosk.touch("take")
    assert kiosk.desk.asked == [wish(1, "family_booklet")]


def test_one_in_the_middle_that_closes_leaves_those_around_it(kiosk):
    kiosk.touch(*to_second(), "another", "office:revenue", "service:tnb")
    kiosk.flow.on_offer(shut(2, "service_paused", "family_booklet"))
    assert kiosk.touch("take") == pages.NotTaken("fr", FAMILY, "service_paused")
    assert kiosk.touch("back").chosen == (BIRTH,)


def test_the_first_of_three_that_closes_leaves_the_two_others(kiosk):
    kiosk.touch(*to_second(), "another", "office:revenue", "service:tnb")
    kiosk.flow.on_offer(shut(2, "quota_reached", "birth_copy"))
    kiosk.touch("take", "back", "take")
    assert kiosk.desk.asked == [wish(1, "family_booklet", "tnb")]


def test_the_last_one_that_closes_is_read_on_its_sheet(kiosk):
    kiosk.touch(*to_second())
    kiosk.flow.on_offer(shut(2, "quota_reached", "family_booklet"))
    assert kiosk.touch("take").tile.closed.code == "quota_reached"
    assert kiosk.desk.asked == []


def test_a_refusal_leads_back_to_all_that_was_chosen(kiosk):
    kiosk.touch(*to_second(), "take")
    kiosk.desk.answer(Refusal("try_again"))
    kiosk.touch("take")
    assert kiosk.desk.asked == [
        wish(1, "birth_copy", "family_booklet"),
        wish(2, "birth_copy", "family_booklet"),
    ]
    kiosk.desk.answer(None)
    assert kiosk.touch("back").chosen == (BIRTH,)


def test_asked_again_after_no_answer_with_one_more_it_is_still_the_same_wish(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)
    kiosk.touch("back", *to_second()[len(TO_SHEET) :], "take")
    assert kiosk.desk.asked == [wish(1, "birth_copy"), wish(1, "birth_copy", "family_booklet")]


def test_priority_is_asked_once_for_all(kiosk):
    kiosk.flow.on_offer(offer(2, priorities=("elderly",)))
    kiosk.touch(*to_second(), "take", "priority:elderly")
    assert kiosk.desk.asked == [wish(1, "birth_copy", "family_booklet", priority="elderly")]


def test_one_is_wanted_unless_the_visitor_says_more(kiosk):
    assert kiosk.touch(*TO_SHEET).quantity == 1
    assert kiosk.touch("one_less").quantity == 1
    assert kiosk.touch("one_more", "one_more", "one_more", "one_less").quantity == 3
    kiosk.touch("take")
    assert kiosk.desk.asked == [wish(1, "birth_copy", quantity=3)]


def test_no_more_are_wanted_than_the_hall_gives_at_once(kiosk):
    page = kiosk.touch(*TO_SHEET, *["one_more"] * (MOST_AT_ONCE + 3))
    assert page.quantity == MOST_AT_ONCE


def test_what_is_not_counted_is_not_asked_about(kiosk):
    sheet = kiosk.touch(*TO_SHEET[:-1], "more", "service:family_booklet")
    assert (sheet.quantity, kiosk.touch("one_more")) == (None, sheet)


def test_a_tickets_number_of_copies_is_its_first_services(kiosk):
    kiosk.touch(*TO_SHEET[:-1], "more", "service:family_booklet", "another", "office:civil_status")
    sheet = kiosk.touch("service:birth_copy")
    assert (sheet.quantity, kiosk.touch("one_more")) == (None, sheet)


@pytest.mark.parametrize("leave", ["home", "idle"])
def test_the_next_visitor_begins_with_nothing_chosen(kiosk, leave):
    kiosk.touch(*TO_SHEET, "one_more", "another")
    _ = kiosk.touch("home") if leave == "home" else kiosk.tick(60)
    assert kiosk.touch("start", "language:fr").chosen == ()
    assert kiosk.touch(*TO_SHEET[2:]).quantity == 1
