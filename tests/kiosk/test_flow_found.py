"""A visitor looks a ticket up: sees its place, gives it up, or says how the service was."""

from dataclasses import replace

import pytest

from kiosk.found import Step
from tests.kiosk.conversation import SLIP, Conversation
from wire.messages import GiveUpTicket, RateTicket, Refusal, TicketFound, TicketState

CODE = "K7QM3XPT"
QR = f"HTTP://HALL.EXAMPLE/T/A042{CODE}"
WAITING = TicketFound(SLIP, TicketState.WAITING, may_give_up=True)
FINISHED = TicketFound(SLIP, TicketState.FINISHED, may_rate=True)
CANCELLED = TicketFound(SLIP, TicketState.CANCELLED)


def shows(found=WAITING, *, is_ready=True):
    """A visitor at the invitation has a ticket read by the scanner."""
    kiosk = Conversation().open()
    kiosk.flow.scanned(QR)
    kiosk.desk.answer(found)
    kiosk.flow.on_printer(is_ready=is_ready)
    return kiosk


def step(kiosk):
    return kiosk.view.page.step


def test_the_letters_of_a_scanned_ticket_are_sent_and_its_language_is_spoken() -> None:
    kiosk = shows()

    assert [wish.code for wish in kiosk.desk.asked] == [CODE]
    page = kiosk.view.page
    assert (page.name, page.language, page.service.id) == ("found", "fr", "birth_copy")
    assert page.found == WAITING


def test_a_ticket_is_found_by_its_letters_typed_in_the_chosen_language() -> None:
    kiosk = Conversation()
    kiosk.open()
    kiosk.flow.on_offer(replace(kiosk.flow._offered.offer, takes_appointments=True))
    kiosk.touch("start", "language:en", "appointment", *(f"key:{each}" for each in CODE))
    kiosk.touch("check_in")
    kiosk.desk.answer(WAITING)

    assert (kiosk.view.page.name, kiosk.view.page.language) == ("found", "en")


def test_one_more_sheet_is_a_copy_and_there_is_one() -> None:
    kiosk = shows()
    kiosk.touch("print", "print")
    kiosk.flow.on_printer(is_ready=True)

    assert kiosk.desk.printed == [("A042", "copy")]
    assert kiosk.view.page.is_copy_offered is False


@pytest.mark.parametrize(
    ("found", "is_ready"), [(WAITING, False), (FINISHED, True), (CANCELLED, True)]
)
def test_no_sheet_is_offered_of_what_cannot_be_printed_or_is_over(found, is_ready) -> None:
    kiosk = shows(found, is_ready=is_ready)

    kiosk.touch("print")
    assert kiosk.desk.printed == []


def test_the_place_is_given_up_after_a_question() -> None:
    kiosk = shows()
    kiosk.touch("give_up", "back", "give_up")
    assert (step(kiosk), len(kiosk.desk.asked)) == (Step.GIVING_UP, 1)
    kiosk.touch("give_up_now", "give_up_now")
    assert kiosk.desk.asked[1:] == [GiveUpTicket("request-2", CODE)]
    kiosk.desk.answer(CANCELLED)

    assert (step(kiosk), kiosk.view.page.found) == (Step.PLACE, CANCELLED)


def test_a_face_and_what_it_is_about_are_sent_together() -> None:
    kiosk = shows(FINISHED)
    kiosk.touch("face:2", "about:wait", "about:place")
    assert kiosk.desk.asked[1:] == [RateTicket("request-2", CODE, 2, "wait")]
    kiosk.desk.answer(FINISHED)

    assert step(kiosk) == Step.THANKS


def test_nobody_has_to_say_what_it_is_about() -> None:
    kiosk = shows(FINISHED)
    kiosk.touch("face:5", "about:")

    assert kiosk.desk.asked[1:] == [RateTicket("request-2", CODE, 5, None)]


@pytest.mark.parametrize("answer", [None, Refusal("try_again")])
def test_nobody_is_thanked_for_what_was_not_kept(answer) -> None:
    kiosk = shows(FINISHED)
    kiosk.touch("face:5", "about:")
    kiosk.desk.answer(answer)

    assert step(kiosk) == Step.UNREACHED


def test_an_answer_that_comes_when_the_visitor_has_gone_shows_nothing() -> None:
    kiosk = shows()
    kiosk.touch("give_up", "give_up_now", "home")
    kiosk.desk.answer(CANCELLED)

    assert kiosk.view.page.name == "attract"


def test_who_walks_away_leaves_nothing_on_the_screen() -> None:
    kiosk = shows()
    kiosk.tick(61)

    assert kiosk.view.page.name == "attract"
