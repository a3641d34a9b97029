"""A visitor books, moves and cancels on a telephone, and checks in at the kiosk."""

import re
from dataclasses import replace
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.appointments import Slot, Wish
from controller.hall.hours import Session, Timetable
from controller.hall.rules import Rules
from controller.rulebook import Rulebook
from controller.rulebook.model import ServiceFields
from controller.web.qr import qr_svg
from tests.controller.web.asking import ask
from tests.controller.web.browsing import browser
from tests.controller.web.conftest import MORNING

MONDAY = "2026-03-09"
SLOT = Slot(date(2026, 3, 9), time(9, 30))
WEEK = {day: (Session(time(8, 30), time(12)), Session(time(14), time(16))) for day in range(5)}
ADDRESS = f"/appointments/birth_copy/{MONDAY}/0930"
HOUR = timedelta(hours=1)


@pytest.fixture
def rulebook():
    rules = Rules(hours=Timetable(ZoneInfo("Africa/Casablanca"), WEEK))
    return Rulebook(rules, {"birth_copy": ServiceFields(slot_minutes=30, slot_capacity=1)})


@pytest.fixture
def telephone(house):
    return browser(house)


def post(telephone, address, **fields):
    """Send the form of the page at this address."""
    page = telephone.get(address).text
    hidden = dict(re.findall(r'name="(\w+)" value="([^"]+)"', page))
    return telephone.post(address, data=hidden | fields)


def book(telephone, address=ADDRESS):
    """Book there, and return the address of the appointment's page."""
    answer = post(telephone, address)
    assert answer.status_code == 303, answer.text
    return answer.location


def links(page):
    return re.findall(r'href="(/(?:appointments|A)/[^"]+)"', page.text)


def test_a_visitor_chooses_a_service_a_day_and_a_time(telephone) -> None:
    services = links(telephone.get("/appointments"))
    days = links(telephone.get(services[0]))
    times = links(telephone.get(days[1]))

    assert services == ["/appointments/birth_copy"]
    assert days[:2] == [
        "/appointments/birth_copy/2026-03-02",
        "/appointments/birth_copy/2026-03-03",
    ]
    assert times[:2] == [f"{days[1]}/0830", f"{days[1]}/0900"]
    assert f"{days[1]}/1530" in times
    assert f"{days[1]}/1200" not in times


def test_a_visitor_who_says_yes_has_a_code_a_qr_and_the_papers(telephone, house) -> None:
    asked = telephone.get(ADDRESS).text
    address = book(telephone)
    page = telephone.get(address).text

    code = address.removeprefix("/A/")
    assert all(each in asked for each in ("Monday 9 March 2026", "09:30", "Book this appointment"))
    assert f"{code[:4]}-{code[4:]}" in page
    assert (
        qr_svg(f"HTTP://HALL.EXAMPLE/A/{code}", f"Appointment \u2066{code[:4]}-{code[4:]}\u2069")
        in page
    )
    assert all(each in page for each in ("Monday 9 March 2026", "09:30", "09:00", "09:40"))
    assert "Documents required" in page
    assert house.appointments.find(code).slot == SLOT


@pytest.mark.parametrize(
    ("language", "told"),
    [("ar", "الاثنين 9 مارس 2026"), ("zgh", "ⴰⵢⵏⴰⵙ 9 ⵎⴰⵕⵚ 2026"), ("fr", "lundi 9 mars 2026")],
)
def test_the_day_is_told_in_the_visitors_language(house, language, told) -> None:
    telephone = browser(house, language=language)

    address = book(telephone)

    assert told in telephone.get(address).text
    assert house.appointments.find(address.removeprefix("/A/")).language == language


def test_a_form_that_is_sent_twice_books_once(telephone, house) -> None:
    page = telephone.get(ADDRESS).text
    form = dict(re.findall(r'name="(\w+)" value="([^"]+)"', page))

    first, again = (telephone.post(ADDRESS, data=form).location for _ in range(2))

    assert first == again
    assert len(house.appointments.on(SLOT.day)) == 1


def test_who_was_too_slow_is_told_and_chooses_another_time(telephone, house) -> None:
    form = dict(re.findall(r'name="(\w+)" value="([^"]+)"', telephone.get(ADDRESS).text))
    book(browser(house))

    answer = telephone.post(ADDRESS, data=form)

    assert answer.status_code == 409
    assert "This appointment is already taken." in answer.text
    assert ADDRESS not in links(answer)
    assert f"/appointments/birth_copy/{MONDAY}/1000" in links(answer)


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        (
            "/appointments/birth_copy/2026-03-09/0945",
            409,
            "There are no appointments at this time.",
        ),
        (
            "/appointments/birth_copy/2026-03-07/0930",
            409,
            "There are no appointments at this time.",
        ),
        ("/appointments/birth_copy/2026-03-02/0830", 409, "It is too late for this."),
        ("/appointments/birth_copy/2026-05-04/0930", 409, "cannot be booked yet"),
        ("/appointments/tnb/2026-03-09/0930", 404, "There are no appointments at this time."),
        ("/appointments/tnb", 404, "There are no appointments at this time."),
        ("/appointments/marriage", 404, "There is no such service."),
        ("/appointments/birth_copy/2026-13-09", 404, "There is no such page"),
        ("/appointments/birth_copy/2026-03-09/2560", 404, "There is no such page"),
        ("/appointments/birth_copy/tomorrow/0930", 404, "There is no such page"),
    ],
)
def test_what_cannot_be_booked_is_refused_in_words(telephone, house, address, status, told) -> None:
    answer = telephone.get(address)

    assert (answer.status_code, told in answer.text) == (status, True)
    assert house.appointments.on(SLOT.day) == ()


def test_a_wish_without_an_id_is_no_wish(telephone) -> None:
    form = dict(re.findall(r'name="(\w+)" value="([^"]+)"', telephone.get(ADDRESS).text))

    assert telephone.post(ADDRESS, data=form | {"request": "<b>"}).status_code == 400


def test_another_site_books_nothing(telephone, house) -> None:
    assert telephone.post(ADDRESS, data={"request": "12345678"}).status_code == 400
    assert house.appointments.on(SLOT.day) == ()


def test_one_address_does_not_fill_the_calendar(telephone, house) -> None:
    days = [f"2026-03-{day:02}" for day in (3, 4, 5, 6, 9, 10, 11, 12, 13, 16)]
    for day in days:
        book(telephone, f"/appointments/birth_copy/{day}/0930")
    address = "/appointments/birth_copy/2026-03-17/0930"

    answer = post(telephone, address)

    assert (answer.status_code, "Too many appointments" in answer.text) == (429, True)
    assert house.appointments.on(date(2026, 3, 17)) == ()


def test_what_was_refused_is_not_counted(telephone, house) -> None:
    form = dict(re.findall(r'name="(\w+)" value="([^"]+)"', telephone.get(ADDRESS).text))
    house.appointments.book(Wish("birth_copy", SLOT, "ar", "somebody-else"))
    for _ in range(11):
        assert telephone.post(ADDRESS, data=form).status_code == 409

    assert book(telephone, f"/appointments/birth_copy/{MONDAY}/1000")


def test_a_visitor_moves_an_appointment_and_keeps_the_code(telephone, house) -> None:
    address = book(telephone)
    days = links(telephone.get(f"{address}/move"))
    moved = f"{address}/move/2026-03-10/1000"

    assert "Until then you keep your appointment:" in telephone.get(moved).text
    assert days[0].startswith(f"{address}/move/")
    assert post(telephone, moved).location == address

    found = house.appointments.find(address.removeprefix("/A/"))
    assert found.slot == Slot(date(2026, 3, 10), time(10))
    assert ADDRESS in links(telephone.get(f"/appointments/birth_copy/{MONDAY}"))


def test_who_cannot_move_there_keeps_the_old_place(telephone, house) -> None:
    address = book(telephone)
    moved = f"{address}/move/{MONDAY}/1000"
    form = dict(re.findall(r'name="(\w+)" value="([^"]+)"', telephone.get(moved).text))
    book(browser(house), f"/appointments/birth_copy/{MONDAY}/1000")

    assert telephone.post(moved, data=form).status_code == 409
    assert house.appointments.find(address.removeprefix("/A/")).slot == SLOT


def test_a_visitor_cancels_after_a_question(telephone, house) -> None:
    address = book(telephone)

    assert "Cancel this appointment?" in telephone.get(f"{address}/cancel").text
    assert house.appointments.find(address.removeprefix("/A/")).is_cancelled is False
    assert post(telephone, f"{address}/cancel").location == address

    page = telephone.get(address)
    assert ("This appointment was cancelled." in page.text, "<svg" in page.text) == (True, False)
    assert links(page) == []
    assert telephone.get(f"{address}/move").location == address


def test_a_code_is_found_however_it_is_typed(telephone) -> None:
    address = book(telephone)
    code = address.removeprefix("/A/").lower()

    answer = post(telephone, "/appointments", code=f" {code[:4]}-{code[4:]} ")

    assert answer.location == address
    assert telephone.get(f"/a/{code}").status_code == 200


def test_who_guesses_codes_has_to_wait(telephone) -> None:
    address = book(telephone)
    for n in range(10):
        assert telephone.get(f"/A/3333333{n}").status_code == 404

    assert telephone.get("/A/33333333").status_code == 429
    assert telephone.get(address).status_code == 429


def test_a_hall_without_appointments_says_so(house, telephone) -> None:
    house.appointments.calendar = replace(house.appointments.calendar, rules=Rules())

    page = telephone.get("/appointments")

    assert page.status_code == 200
    assert "This hall gives no appointments" in page.text


def test_a_day_without_a_place_says_so(house, telephone) -> None:
    assert (
        "No time is free on this day" in telephone.get("/appointments/birth_copy/2026-03-07").text
    )


def test_an_appointment_at_hours_that_were_given_up_asks_for_another_time(house, telephone) -> None:
    address = book(telephone)
    fridays = Rules(hours=Timetable(ZoneInfo("Africa/Casablanca"), {4: WEEK[4]}))
    house.appointments.calendar = replace(house.appointments.calendar, rules=fridays)

    assert "The hall will be closed at this time." in telephone.get(address).text


# -- At the kiosk --


@pytest.fixture
def kiosk(house):
    return house.device("entrance")


def check_in(kiosk, code, **more):
    return ask(kiosk, "/kiosks", "check_in", code=code, **more)


@pytest.fixture
def code(telephone):
    return book(telephone, "/appointments/birth_copy/2026-03-02/1000").removeprefix("/A/")


def test_who_checks_in_gets_a_ticket_and_the_page_leads_to_it(
    house, telephone, kiosk, code, clock
) -> None:
    clock[0] = MORNING + HOUR - timedelta(minutes=20)

    slip = check_in(kiosk, code)

    assert (slip["ticket"], slip["service"], slip["priority"]) == (
        "A001",
        "birth_copy",
        "appointment",
    )
    assert house.reception.read(lambda hall, _: hall.tickets["A001"].due_at) == MORNING + HOUR
    page = telephone.get(f"/A/{code}").text
    assert "your ticket is" in page
    follow = re.search(r'href="(/T/[^"]+)"', page).group(1)
    assert slip["url"].endswith(follow)
    assert telephone.get(follow).status_code == 200


def test_who_is_too_early_learns_from_when(kiosk, code) -> None:
    assert check_in(kiosk, code) == {
        "refused": "too_early",
        "not_before": "2026-03-02T09:30:00Z",
        "why": "",
    }


def test_who_is_late_waits_as_a_walk_in(kiosk, code, clock) -> None:
    clock[0] = MORNING + HOUR + timedelta(minutes=11)

    assert check_in(kiosk, code)["priority"] == "normal"


def test_what_a_scanner_reads_checks_in_too(kiosk, code, clock) -> None:
    clock[0] = MORNING + HOUR

    assert check_in(kiosk, f"HTTP://HALL.EXAMPLE/A/{code}")["ticket"] == "A001"


@pytest.mark.parametrize(("chosen", "told"), [("zgh", "zgh"), (None, "en")])
def test_the_ticket_speaks_the_language_chosen_now_or_else_at_the_booking(
    kiosk, code, clock, chosen, told
) -> None:
    clock[0] = MORNING + HOUR

    assert check_in(kiosk, code, language=chosen)["language"] == told


def test_a_kiosk_offers_check_in_where_somebody_may_have_an_appointment(kiosk, shown) -> None:
    assert shown(kiosk, "offer")["takes_appointments"] is True


def test_the_same_request_gets_the_same_ticket_and_another_none(kiosk, code, clock) -> None:
    clock[0] = MORNING + HOUR
    first, again = (check_in(kiosk, code, request="check-in-1") for _ in range(2))

    assert first == again
    assert check_in(kiosk, code, request="check-in-2")["refused"] == "already_checked_in"


def test_a_cancelled_or_unknown_code_gets_no_ticket(house, kiosk, code) -> None:
    house.appointments.cancel(code)

    assert check_in(kiosk, code)["refused"] == "appointment_cancelled"
    assert check_in(kiosk, "33333333")["refused"] == "unknown_appointment"
    assert check_in(kiosk, "x" * 90)["refused"] == "unknown_appointment"


def test_an_appointment_of_tomorrow_is_too_early(kiosk, telephone) -> None:
    address = book(telephone, "/appointments/birth_copy/2026-03-03/0830")

    assert check_in(kiosk, address.removeprefix("/A/")) == {
        "refused": "too_early",
        "not_before": "2026-03-03T08:00:00Z",
        "why": "",
    }


def test_who_comes_after_the_power_did_is_expected_still(house, kiosk, code, clock) -> None:
    """Nothing of a booking is kept in the hall: there is nothing that a late start could lose."""
    clock[0] = MORNING + HOUR

    assert house.seq() == 0
    assert check_in(kiosk, code)["priority"] == "appointment"
