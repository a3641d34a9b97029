"""The conversation with somebody who has an appointment."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from kiosk import page as pages
from kiosk.closed import Opening
from kiosk.page import UNREACHED, Denial, Printing
from tests.kiosk.conversation import EVERYTHING, PACK, SLIP, WAITS, Conversation, offer
from wire.messages import CheckIn, NotYet, Refusal, TicketSlip

CODE = "K7QM3XPT"
KEYS = tuple(f"key:{letter}" for letter in CODE)
TO_CODE = ("start", "language:fr", "appointment")
BOOKED = TicketSlip(
    9,
    "A043",
    "family_booklet",
    "ar",
    datetime(2026, 11, 23, 12, 0, tzinfo=UTC),
    0,
    "HTTP://HALL/T/2",
    priority="appointment",
)
TOMORROW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
QR = f"http://hall.example:8080/a/{CODE.lower()}"


@pytest.fixture
def kiosk():
    """A conversation in a hall that takes appointments."""
    return in_hall()


def in_hall(languages=("ar", "zgh", "fr", "en"), **more):
    conversation = Conversation(languages).open()
    conversation.flow.on_offer(offer(2, takes_appointments=True, **more))
    return conversation


def wish(number, language="fr", code=CODE):
    return CheckIn(f"request-{number}", code, language)


def entry(typed, denial=None, language="fr"):
    return pages.CodeEntry(language, typed, typed == CODE, denial)


def denied(kiosk, answer):
    kiosk.touch(*TO_CODE, *KEYS, "check_in")
    kiosk.desk.answer(answer)
    return kiosk


def test_who_has_an_appointment_comes_to_the_code_with_one_touch_after_the_language(kiosk):
    assert kiosk.touch(*TO_CODE) == entry("")


def test_a_hall_without_appointments_asks_for_no_code():
    kiosk = Conversation().open()
    offices = kiosk.touch("start", "language:fr")
    assert (offices.takes_appointments, kiosk.touch("appointment")) == (False, offices)


def test_letters_are_typed_and_taken_away_and_no_others_are_taken(kiosk):
    kiosk.touch(*TO_CODE, "delete", "key:K", "key:7", "key:O", "key:KK", "key:", "key:Q")
    assert kiosk.view.page == entry("K7Q")
    assert kiosk.touch("delete") == entry("K7")


def test_only_a_whole_code_is_sent(kiosk):
    kiosk.touch(*TO_CODE, *KEYS[:-1], "check_in")
    assert (kiosk.view.page, kiosk.desk.asked) == (entry(CODE[:-1]), [])

    kiosk.touch(KEYS[-1], "key:3", "check_in")
    assert kiosk.desk.asked == [wish(1)]


def test_who_checks_in_has_the_number_and_the_paper_of_any_ticket(kiosk):
    asking = kiosk.touch(*TO_CODE, *KEYS, "check_in")
    assert asking == pages.CheckingIn("fr")

    kiosk.desk.answer(BOOKED)
    assert kiosk.view.page == pages.TicketTaken(
        "fr", PACK.service("family_booklet"), BOOKED, Printing.UNDER_WAY
    )
    assert kiosk.desk.printed == ["A043"]


def test_who_is_late_is_told_that_the_ticket_is_a_walk_ins(kiosk):
    late = replace(SLIP, is_late=True)
    denied(kiosk, late)
    assert (kiosk.view.page.slip, kiosk.view.page.is_late) == (late, True)


@pytest.mark.parametrize(
    ("answer", "denial"),
    [
        (Refusal("unknown_appointment"), Denial("unknown_appointment")),
        (Refusal("already_checked_in"), Denial("already_checked_in")),
        (Refusal("service_closed"), Denial("service_closed")),
        (Refusal("try_again"), Denial("try_again")),
        (None, Denial(UNREACHED)),
        (
            NotYet("too_early", TOMORROW),
            Denial("too_early", Opening(TOMORROW.astimezone(PACK.hall.zone), date(2026, 11, 23))),
        ),
    ],
)
def test_a_no_says_why_and_keeps_what_was_typed(kiosk, answer, denial):
    denied(kiosk, answer)
    assert kiosk.view.page == entry(CODE, denial)
    assert kiosk.desk.printed == []


def test_a_code_that_is_changed_is_told_nothing_of_the_one_before(kiosk):
    denied(kiosk, Refusal("unknown_appointment"))
    assert kiosk.touch("delete") == entry(CODE[:-1])


def test_after_no_answer_the_same_code_keeps_its_request_and_another_has_its_own(kiosk):
    denied(kiosk, None)
    kiosk.touch("check_in")
    kiosk.desk.answer(None)
    kiosk.touch("delete", "key:3", "check_in")
    assert kiosk.desk.asked == [wish(1), wish(1), wish(2, code=CODE[:-1] + "3")]


def test_after_a_no_the_same_code_is_a_new_request(kiosk):
    denied(kiosk, Refusal("try_again"))
    kiosk.touch("check_in")
    assert kiosk.desk.asked == [wish(1), wish(2)]


@pytest.mark.parametrize("leave", ["home", "idle"])
def test_the_next_visitor_finds_no_code_and_no_request(kiosk, leave):
    denied(kiosk, None)
    assert (kiosk.touch("home") if leave == "home" else kiosk.tick(WAITS.idle)).name == "attract"
    assert kiosk.touch(*TO_CODE) == entry("")
    kiosk.touch(*KEYS, "check_in")
    assert kiosk.desk.asked == [wish(1), wish(2)]


def test_nobody_types_while_the_hall_is_asked(kiosk):
    asking = kiosk.touch(*TO_CODE, *KEYS, "check_in")
    assert kiosk.touch("check_in", "delete", "back", "home") == asking
    kiosk.flow.scanned(QR)
    assert (kiosk.tick(3 * WAITS.idle), kiosk.desk.asked) == (asking, [wish(1)])


def test_back_leads_to_the_offices(kiosk):
    assert kiosk.touch(*TO_CODE, "key:K", "back").name == "offices"


def test_a_no_stays_to_be_read_while_the_hall_is_away_and_a_code_that_is_typed_does_not(kiosk):
    kiosk.touch(*TO_CODE, *KEYS)
    kiosk.flow.on_offline()
    assert kiosk.tick(WAITS.outage).name == "out_of_reach"
    kiosk.flow.on_online()
    assert kiosk.touch("stay") == entry(CODE)

    kiosk.touch("check_in")
    kiosk.flow.on_offline()
    kiosk.tick(WAITS.outage)
    kiosk.desk.answer(None)
    assert kiosk.view.page == entry(CODE, Denial(UNREACHED))


def test_who_comes_before_the_hall_opens_checks_in_all_the_same():
    kiosk = in_hall(closed=EVERYTHING)
    assert (kiosk.view.page.name, kiosk.view.page.takes_appointments) == ("nothing_open", True)
    assert kiosk.touch("appointment").name == "languages"
    assert kiosk.touch("language:ar") == entry("", language="ar")


def test_a_closed_hall_without_appointments_has_no_way_on():
    kiosk = Conversation().open()
    closed = kiosk.flow.on_offer(offer(2, closed=EVERYTHING)) or kiosk.view.page
    assert (closed.takes_appointments, kiosk.touch("appointment", "start")) == (False, closed)


def test_with_one_language_the_closed_hall_leads_to_the_code_at_once():
    kiosk = in_hall(languages=("ar",), closed=EVERYTHING)
    assert kiosk.touch("appointment") == entry("", language="ar")


@pytest.mark.parametrize("before", [("start", "language:fr"), TO_CODE])
def test_what_is_scanned_checks_in_without_a_touch(kiosk, before):
    kiosk.touch(*before)
    kiosk.flow.scanned(QR)
    assert (kiosk.view.page, kiosk.desk.asked) == (pages.CheckingIn("fr"), [wish(1)])


@pytest.mark.parametrize("before", [(), ("start",)])
def test_scanned_before_a_language_the_bookings_language_is_spoken(kiosk, before):
    kiosk.touch(*before)
    kiosk.flow.scanned(QR)
    assert kiosk.view.page == pages.CheckingIn(None)
    kiosk.desk.answer(BOOKED)
    assert (kiosk.view.page.language, kiosk.desk.asked) == ("ar", [wish(1, None)])


def test_a_no_to_who_chose_no_language_asks_for_one_and_then_says_why(kiosk):
    kiosk.flow.scanned(QR)
    kiosk.desk.answer(None)
    assert kiosk.view.page.name == "languages"
    assert kiosk.touch("language:fr") == entry(CODE, Denial(UNREACHED))

    kiosk.touch("check_in")
    assert kiosk.desk.asked == [wish(1, None), wish(1)]


def test_what_is_no_code_is_told_only_to_who_is_asked_for_one(kiosk):
    kiosk.flow.scanned("HTTP://HALL/T/7QK2M9")
    assert kiosk.view.page.name == "attract"

    kiosk.touch(*TO_CODE, "key:K")
    kiosk.flow.scanned("HTTP://HALL/T/7QK2M9")
    assert kiosk.view.page == entry("K", Denial("unknown_appointment"))
    assert (kiosk.touch("key:7"), kiosk.desk.asked) == (entry("K7"), [])


@pytest.mark.parametrize("way", [(), ("service:birth_copy",)])
def test_a_scan_takes_nobody_away_from_another_page(kiosk, way):
    page = kiosk.touch("start", "language:fr", "office:civil_status", *way)
    kiosk.flow.scanned(QR)
    assert (kiosk.view.page, kiosk.desk.asked) == (page, [])


def test_a_hall_without_appointments_takes_the_scan_of_a_ticket():
    kiosk = Conversation().open()
    kiosk.flow.scanned(QR)
    assert (kiosk.view.page.name, len(kiosk.desk.asked)) == ("checking_in", 1)


def test_a_ticket_for_a_service_that_the_kiosk_does_not_know_is_not_printed_wrongly(kiosk):
    denied(kiosk, TicketSlip(9, "Z001", "marriage", "fr", SLIP.issued_at, 0, "HTTP://HALL/T/3"))
    assert kiosk.view.page == entry(CODE, Denial("unknown_service"))
    assert kiosk.desk.printed == []
