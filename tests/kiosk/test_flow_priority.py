"""The conversation about a right to be called sooner."""

import pytest

from kiosk import page as pages
from kiosk.page import UNREACHED
from tests.kiosk.conversation import PACK, SLIP, TO_SHEET, Conversation, offer, shut
from wire.messages import TakeTicket

BIRTH = PACK.service("birth_copy")
CLASSES = ("abroad", "elderly", "disability")


@pytest.fixture
def kiosk():
    """A conversation in a hall that calls three classes sooner."""
    conversation = Conversation().open()
    conversation.flow.on_offer(offer(2, priorities=CLASSES))
    return conversation


def wish(number, priority="normal"):
    return TakeTicket(f"request-{number}", "birth_copy", "fr", priority)


def test_before_the_ticket_the_visitor_may_declare_the_halls_classes(kiosk):
    page = kiosk.touch(*TO_SHEET, "take")
    classes = ("disability", "elderly", "abroad")
    assert page == pages.PriorityChoice("fr", BIRTH, classes)
    assert kiosk.desk.asked == []


def test_what_the_visitor_declares_goes_with_the_wish(kiosk):
    kiosk.touch(*TO_SHEET, "take", "priority:elderly")
    assert kiosk.desk.asked == [wish(1, "elderly")]


def test_no_is_one_touch_as_well(kiosk):
    kiosk.touch(*TO_SHEET, "take", "priority:normal")
    assert kiosk.desk.asked == [wish(1)]


@pytest.mark.parametrize("target", ["priority:pregnant", "priority:appointment", "priority:"])
def test_a_class_that_the_hall_does_not_offer_is_none(kiosk, target):
    page = kiosk.touch(*TO_SHEET, "take")
    assert kiosk.touch(target) == page
    assert kiosk.desk.asked == []


def test_without_classes_nobody_is_asked():
    kiosk = Conversation().open()
    kiosk.touch(*TO_SHEET, "take")
    assert kiosk.desk.asked == [wish(1)]


def test_a_class_declared_from_anywhere_else_does_nothing(kiosk):
    sheet = kiosk.touch(*TO_SHEET)
    assert kiosk.touch("priority:elderly") == sheet


def test_back_leads_to_the_sheet(kiosk):
    assert kiosk.touch(*TO_SHEET, "take", "back").name == "sheet"


def test_whoever_tries_again_is_not_asked_again(kiosk):
    kiosk.touch(*TO_SHEET, "take", "priority:disability")
    kiosk.desk.answer(None)
    assert kiosk.view.page == pages.NotTaken("fr", BIRTH, UNREACHED)
    kiosk.touch("take")
    assert kiosk.desk.asked == [wish(1, "disability")] * 2


def test_after_a_lost_answer_another_declaration_is_still_the_same_wish(kiosk):
    kiosk.touch(*TO_SHEET, "take", "priority:normal")
    kiosk.desk.answer(None)
    kiosk.touch("back", "take", "priority:elderly")
    assert kiosk.desk.asked == [wish(1), wish(1, "elderly")]
    kiosk.desk.answer(SLIP)
    assert kiosk.view.page.slip == SLIP


def test_a_service_that_closes_meanwhile_leads_back_to_its_sheet(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.flow.on_offer(shut(3, "quota_reached", "birth_copy", priorities=CLASSES))
    sheet = kiosk.touch("priority:elderly")
    assert (sheet.name, sheet.tile.closed.code) == ("sheet", "quota_reached")
    assert kiosk.desk.asked == []


def test_the_question_does_not_stay_when_its_visitor_leaves(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    assert kiosk.tick(60).name == "attract"
