"""Who comes with an appointment checks in at the kiosk."""

import re
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from controller.hall import Hall
from controller.hall.commands import GiveUp
from controller.hall.priority import PriorityClass
from tests.controller.web.appointments.visiting import HOUR, book
from tests.controller.web.asking import ask
from tests.controller.web.conftest import MORNING


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


def test_an_agent_checks_in_who_does_not_use_the_kiosk(house, kiosk, code, clock) -> None:
    clock[0] = MORNING + HOUR
    agent = house.person("amina")
    by_agent = partial(ask, agent, "/agents", "check_in", code=code, request="check-in-1")

    slip = by_agent()

    assert (slip["ticket"], slip["priority"]) == ("A001", "appointment")
    assert by_agent() == slip
    assert check_in(kiosk, code, request="check-in-1")["refused"] == "already_checked_in"


def test_the_same_request_gets_the_same_ticket_and_another_none(kiosk, code, clock) -> None:
    clock[0] = MORNING + HOUR
    first, again = (check_in(kiosk, code, request="check-in-1") for _ in range(2))

    assert first == again
    assert check_in(kiosk, code, request="check-in-2")["refused"] == "already_checked_in"


def test_who_gave_the_place_up_comes_to_the_appointment_with_the_same_ticket(
    house, kiosk, code, clock
) -> None:
    clock[0] = MORNING + HOUR - timedelta(minutes=25)
    first = check_in(kiosk, code, request="check-in-1")
    house.reception.execute(GiveUp("A001"))
    clock[0] += timedelta(minutes=20)

    again, repeated = (check_in(kiosk, code, request="check-in-2") for _ in range(2))

    assert (again["ticket"], again["url"]) == ("A001", first["url"])
    assert repeated == again
    assert house.reception.read(lambda hall, _: hall.waiting) == 1


def test_who_comes_once_more_is_not_asked_the_class_again(house, kiosk, code, clock) -> None:
    house.reception.read(lambda hall, _: _favour_the_elderly(hall))
    clock[0] = MORNING + HOUR
    assert check_in(kiosk, code)["classes"] == ["elderly"]
    assert check_in(kiosk, code, priority="normal")["ticket"] == "A001"
    house.reception.execute(GiveUp("A001"))

    assert check_in(kiosk, code)["ticket"] == "A001"


def _favour_the_elderly(hall: Hall) -> None:
    given = PriorityClass(timedelta(minutes=5))
    hall.rules = replace(hall.rules, classes={"elderly": given})


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


@pytest.mark.parametrize(("chosen", "told"), [("zgh", "zgh"), (None, "en")])
def test_the_ticket_speaks_the_language_chosen_now_or_else_at_the_booking(
    kiosk, code, clock, chosen, told
) -> None:
    clock[0] = MORNING + HOUR

    assert check_in(kiosk, code, language=chosen)["language"] == told


def test_a_kiosk_offers_check_in_where_somebody_may_have_an_appointment(kiosk, shown) -> None:
    assert shown(kiosk, "offer")["takes_appointments"] is True
