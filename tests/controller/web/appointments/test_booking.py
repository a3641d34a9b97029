"""A visitor books, moves and cancels on a telephone."""

import re
from dataclasses import replace
from datetime import date, time

import pytest

from controller.appointments import Slot, Wish
from controller.hall.rules import Rules
from controller.web.qr import qr_svg
from tests.controller.web.appointments.visiting import (
    ADDRESS,
    MONDAY,
    SLOT,
    book,
    links,
    post,
)
from tests.controller.web.browsing import browser


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
