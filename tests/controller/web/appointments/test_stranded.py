"""The hall's hours change after a booking: what its visitor reads, and hears at the kiosk."""

from dataclasses import replace

import pytest

from tests.controller.web.appointments.test_check_in import check_in
from tests.controller.web.appointments.visiting import MONDAY, book, links, post
from tests.controller.web.browsing import browser

CLOSED = "The hall is closed at the time of this appointment."


def test_the_page_tells_it_and_offers_the_next_days_with_room(telephone, house, feast) -> None:
    address = book(telephone)
    assert CLOSED not in telephone.get(address).text
    feast()

    page = telephone.get(address)

    assert (CLOSED in page.text, "Enter this code at the kiosk" in page.text) == (True, False)
    days = [each for each in links(page) if each.startswith(f"{address}/move/")]
    assert days == [f"{address}/move/2026-03-{day}" for day in ("02", "03", "04", "05")]
    assert post(telephone, f"{days[1]}/1000").location == address
    assert CLOSED not in telephone.get(address).text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("ar", "القاعة مغلقة في وقت هذا الموعد."),
        ("zgh", "القاعة مغلقة في وقت هذا الموعد."),
        ("fr", "Le hall est fermé à l’heure de ce rendez-vous."),
        ("en", CLOSED),
    ],
)
def test_it_is_told_in_the_visitors_language(house, feast, language, told) -> None:
    telephone = browser(house, language=language)
    address = book(telephone)
    feast()

    assert told in telephone.get(address).text


def test_a_service_that_is_gone_sends_its_visitor_to_the_reception_desk(telephone, house) -> None:
    address = book(telephone)
    house.appointments.calendar = replace(house.appointments.calendar, services={})

    page = telephone.get(address)

    assert "Please ask at the reception desk" in page.text
    assert links(page) == [f"{address}/cancel"]
    for away in ("/move", f"/move/{MONDAY}", f"/move/{MONDAY}/1000"):
        assert telephone.get(f"{address}{away}").location == address


def test_why_the_staff_cancelled_it_stands_on_its_page(telephone, house) -> None:
    address = book(telephone)
    house.appointments.cancel(address.removeprefix("/A/"), "Travaux <b>dans</b> le hall")

    page = telephone.get(address).text

    assert "This appointment was cancelled." in page
    assert "Travaux &lt;b&gt;dans&lt;/b&gt; le hall" in page


def test_at_the_kiosk_and_at_a_counter_its_code_is_refused_with_that_reason(
    telephone, house, feast
) -> None:
    code = book(telephone).removeprefix("/A/")
    feast()

    assert check_in(house.device("entrance"), code)["refused"] == "appointment_stranded"
