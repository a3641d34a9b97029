"""Who has an appointment may have a right to be called sooner as well."""

from dataclasses import replace

import pytest

from kiosk import page as pages
from kiosk.page import UNREACHED, Denial
from tests.kiosk.conversation import PACK, WAITS, Conversation, offer
from tests.kiosk.test_flow_check_in import BOOKED, CODE, KEYS, QR, TO_CODE, entry, wish
from wire.messages import WhichClass

ASKED = WhichClass("family_booklet", "ar", ("elderly", "disability"))
BOOKLET = PACK.service("family_booklet")


@pytest.fixture
def kiosk():
    """A conversation with somebody whose appointment's code was sent, and who is asked back."""
    conversation = Conversation().open()
    offered = offer(2, takes_appointments=True, priorities=ASKED.classes)
    conversation.flow.on_offer(offered)
    conversation.touch(*TO_CODE, *KEYS, "check_in")
    conversation.desk.answer(replace(ASKED, language="fr"))
    return conversation


def test_who_has_an_appointment_is_asked_as_for_a_ticket(kiosk):
    assert kiosk.view.page == pages.PriorityChoice("fr", BOOKLET, ("disability", "elderly"))


@pytest.mark.parametrize("declared", ["disability", "normal"])
def test_what_is_declared_goes_with_the_same_request(kiosk, declared):
    assert kiosk.touch(f"priority:{declared}") == pages.CheckingIn("fr")
    assert kiosk.desk.asked == [wish(1), replace(wish(1), priority=declared)]

    kiosk.desk.answer(replace(BOOKED, priority="disability"))
    assert (kiosk.view.page.name, kiosk.view.page.is_late) == ("ticket", False)


def test_scanned_before_a_language_the_question_is_asked_in_the_bookings():
    kiosk = Conversation().open()
    kiosk.flow.on_offer(offer(2, takes_appointments=True, priorities=ASKED.classes))
    kiosk.flow.scanned(QR)
    kiosk.desk.answer(ASKED)
    assert (kiosk.view.page.name, kiosk.view.page.language) == ("priority", "ar")


def test_back_leads_to_the_code_and_the_request_is_the_same(kiosk):
    assert kiosk.touch("back") == entry(CODE)
    kiosk.touch("check_in")
    assert kiosk.desk.asked == [wish(1), wish(1)]


def test_an_answer_that_is_lost_is_asked_for_once_more_with_the_same_request(kiosk):
    kiosk.touch("priority:elderly")
    kiosk.desk.answer(None)
    assert kiosk.view.page == entry(CODE, Denial(UNREACHED))

    kiosk.touch("check_in")
    assert kiosk.desk.asked[-1] == wish(1)


def test_the_next_visitor_is_not_asked_for_the_one_before(kiosk):
    assert kiosk.tick(WAITS.idle).name == "attract"
    kiosk.touch(*TO_CODE, *KEYS, "check_in")
    assert kiosk.desk.asked[-1] == wish(2)
