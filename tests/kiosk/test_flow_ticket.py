"""The conversation, from the sheet to the number in hand."""

import pytest
from structlog.testing import capture_logs

from hardware.ports import PrintResult, Verdict
from kiosk import page as pages
from kiosk.page import UNREACHED, Printing
from kiosk.visit import MOST_COPIES
from tests.kiosk.conversation import PACK, SLIP, TO_SHEET, WAITS
from wire.messages import Refusal, TakeTicket


def test_a_visitor_reads_what_to_bring_before_taking_a_ticket(kiosk):
    kiosk.touch(*TO_SHEET)

    assert [page.name for page in kiosk.view.shown] == [
        "out_of_reach",
        "attract",
        "languages",
        "offices",
        "services",
        "sheet",
    ]
    sheet = kiosk.view.page
    assert sheet.part.documents == PACK.procedure("birth_copy").documents[:2]
    assert kiosk.desk.asked == []


def test_the_number_is_shown_before_it_is_printed(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    assert kiosk.view.page == pages.Taking("fr", PACK.service("birth_copy"))
    assert kiosk.desk.asked == [TakeTicket("request-1", "birth_copy", "fr")]

    kiosk.desk.answer(SLIP)

    assert kiosk.view.page == pages.TicketTaken(
        "fr", PACK.service("birth_copy"), SLIP, Printing.UNDER_WAY
    )
    assert kiosk.desk.printed == ["A042"]


@pytest.mark.parametrize(
    ("verdict", "printing"),
    [
        (Verdict.PRINTED, Printing.PRINTED),
        (Verdict.NOT_PRINTED, Printing.NUMBER_ONLY),
        (Verdict.HELD, Printing.NUMBER_ONLY),
        (Verdict.UNKNOWN, Printing.NUMBER_ONLY),
    ],
)
def test_whatever_becomes_of_the_paper_the_number_stays(kiosk, verdict, printing):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.printed("A042", PrintResult(verdict))
    assert kiosk.view.page == pages.TicketTaken("fr", PACK.service("birth_copy"), SLIP, printing)


def test_a_late_verdict_on_the_ticket_before_changes_nothing(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.printed("A041", PrintResult(Verdict.NOT_PRINTED))
    assert kiosk.view.page.printing is Printing.UNDER_WAY


def test_a_second_tap_takes_no_second_ticket(kiosk):
    kiosk.touch(*TO_SHEET, "take", "take", "back", "home")
    kiosk.desk.answer(SLIP)
    kiosk.touch("take")
    assert kiosk.desk.asked == [TakeTicket("request-1", "birth_copy", "fr")]
    assert kiosk.view.page.slip == SLIP


def test_a_refusal_is_told_with_its_code_and_leads_back_to_the_sheet(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(Refusal("service_closed"))
    assert kiosk.view.page == pages.NotTaken("fr", PACK.service("birth_copy"), "service_closed")
    assert kiosk.touch("back").name == "sheet"
    assert kiosk.desk.printed == []


def test_a_controller_that_never_answers_is_told(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)
    assert kiosk.view.page == pages.NotTaken("fr", PACK.service("birth_copy"), UNREACHED)


def test_asked_again_after_no_answer_the_same_wish_keeps_its_request(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)
    kiosk.touch("back", "take")
    kiosk.desk.answer(None)
    kiosk.touch("take")
    assert kiosk.desk.asked == [TakeTicket("request-1", "birth_copy", "fr")] * 3


def test_another_service_is_another_wish_and_the_first_keeps_its_request(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)
    kiosk.touch("back", "back", "service:death_copy", "take")
    kiosk.desk.answer(None)
    kiosk.touch("back", "back", "service:birth_copy", "take")
    assert [wish.request for wish in kiosk.desk.asked] == ["request-1", "request-2", "request-1"]


def test_in_another_language_it_is_still_the_same_wish(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)
    kiosk.touch("back", "back", "back", "back", "language:ar", *TO_SHEET[2:], "take")
    assert [wish.request for wish in kiosk.desk.asked] == ["request-1"] * 2


@pytest.mark.parametrize("answer", [SLIP, Refusal("service_closed")])
def test_after_an_answer_the_next_wish_is_a_new_one(kiosk, answer):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(answer)
    kiosk.touch("back", "home", *TO_SHEET, "take")
    assert [wish.request for wish in kiosk.desk.asked] == ["request-1", "request-2"]


@pytest.mark.parametrize("leave", ["home", "idle"])
def test_the_next_visitors_wish_is_a_new_one(kiosk, leave):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(None)
    assert (kiosk.touch("home") if leave == "home" else kiosk.tick(WAITS.idle)).name == "attract"
    kiosk.touch(*TO_SHEET, "take")
    assert [wish.request for wish in kiosk.desk.asked] == ["request-1", "request-2"]


@pytest.mark.parametrize(("code", "count"), [("try_again", 2), ("service_closed", 1)])
def test_only_what_may_pass_is_asked_again_from_the_refusal(kiosk, code, count):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(Refusal(code))
    kiosk.touch("take")
    assert len(kiosk.desk.asked) == count


def test_a_number_that_comes_when_its_visitor_has_gone_is_logged_and_nothing_else(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    late = kiosk.desk.answer
    late(None)
    kiosk.touch("home")
    with capture_logs() as logs:
        late(SLIP)
    assert kiosk.view.page.name == "attract"
    assert kiosk.desk.printed == []
    assert [(log["event"], log["ticket"]) for log in logs] == [("ticket_unclaimed", "A042")]


def test_a_late_answer_is_not_taken_for_that_to_another_visitors_wish(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    late = kiosk.desk.answer
    late(None)
    asking = kiosk.touch("home", *TO_SHEET, "take")
    late(SLIP)
    assert kiosk.view.page == asking
    assert kiosk.desk.printed == []


def unprinted(kiosk, verdict=Verdict.NOT_PRINTED):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.printed("A042", PrintResult(verdict))
    return kiosk


@pytest.mark.parametrize("verdict", [Verdict.NOT_PRINTED, Verdict.HELD, Verdict.UNKNOWN])
def test_a_number_without_paper_may_have_its_copy_once_the_printer_is_ready(kiosk, verdict):
    unprinted(kiosk, verdict)
    assert not kiosk.touch("print").is_copy_offered
    assert kiosk.desk.printed == ["A042"]

    kiosk.flow.on_printer(is_ready=True)
    assert kiosk.view.page.is_copy_offered
    printing = kiosk.touch("print", "print")
    assert (printing.printing, printing.is_copy_offered) == (Printing.UNDER_WAY, False)
    assert kiosk.desk.printed == ["A042", ("A042", "copy")]

    kiosk.flow.printed("A042", PrintResult(Verdict.PRINTED))
    assert kiosk.view.page == pages.TicketTaken(
        "fr", PACK.service("birth_copy"), SLIP, Printing.PRINTED
    )


def test_a_printer_that_fails_again_takes_its_offer_back(kiosk):
    unprinted(kiosk).flow.on_printer(is_ready=True)
    kiosk.flow.on_printer(is_ready=False)
    assert not kiosk.view.page.is_copy_offered


def test_a_family_may_have_five_more_sheets_each_marked_as_a_copy(kiosk):
    unprinted(kiosk, Verdict.PRINTED)
    for _ in range(9):
        kiosk.flow.on_printer(is_ready=True)
        kiosk.touch("print")
        kiosk.flow.printed("A042", PrintResult(Verdict.PRINTED))
    assert kiosk.desk.printed == ["A042", *[("A042", "copy")] * MOST_COPIES]


def test_a_sheet_that_is_being_printed_is_not_offered_once_more(kiosk):
    kiosk.touch(*TO_SHEET, "take")
    kiosk.desk.answer(SLIP)
    kiosk.flow.on_printer(is_ready=True)
    assert not kiosk.touch("print").is_copy_offered
    assert kiosk.desk.printed == ["A042"]
