"""Supervisors see who is expected and whom the hall disappoints, and cancel with a reason."""

import re

import pytest

from tests.controller.web.appointments.visiting import MONDAY, book, post
from tests.controller.web.browsing import browser

ADDRESS = f"/expected/{MONDAY}"
STRANDED = "Appointments at which the hall is closed"


@pytest.fixture
def salma(house):
    return browser(house, "salma")


def words(page) -> str:
    text = re.sub(r"<[^>]+>", " ", page.text.split("<main")[1])
    return " ".join(re.sub("[\u2066-\u2069]", "", text).split())


def test_a_day_tells_who_is_expected_and_who_cancelled(salma, telephone) -> None:
    book(telephone)
    post(telephone, f"{book(telephone, f'/appointments/birth_copy/{MONDAY}/1000')}/cancel")

    told = words(salma.get(ADDRESS))

    assert re.search(r"Expected 09:30 .* Was cancelled 10:00 ", told)
    assert STRANDED not in told
    assert "No appointment on this day" in words(salma.get("/expected/2026-03-10"))
    assert salma.get("/expected").location == "/expected/2026-03-02"


def test_whom_a_holiday_strands_stands_first_on_every_day_and_is_cancelled_with_a_reason(
    salma, telephone, feast
) -> None:
    address = book(telephone)
    feast()
    assert f"{STRANDED} 1 " in words(salma.get("/expected/2026-03-20"))
    assert "The hall is closed then 09:30" in words(salma.get(ADDRESS))
    cancel = f"{ADDRESS}/{address.removeprefix('/A/')}/cancel"
    form = dict(re.findall(r'name="(\w+)" value="([^"]+)"', salma.get(ADDRESS).text))

    without = salma.post(cancel, data=form | {"because": " "})
    assert (without.status_code, "Please give a reason." in without.text) == (409, True)
    assert salma.post(cancel, data=form | {"because": "x" * 201}).status_code == 400
    assert salma.post(cancel, data=form | {"because": "Aïd"}).location == ADDRESS

    told = words(salma.get(ADDRESS))
    assert (STRANDED in told, "Was cancelled Aïd 09:30" in told) == (False, True)
    assert "Why: Aïd" in words(telephone.get(address))
    again = salma.post(cancel, data=form | {"because": "Aïd"})
    assert (again.status_code, "This appointment was cancelled." in again.text) == (409, True)


@pytest.mark.parametrize("name", ["", "amina"])
def test_nobody_but_a_supervisor_sees_or_cancels(house, telephone, name) -> None:
    address = book(telephone)
    somebody = browser(house, name)

    assert somebody.get(ADDRESS).status_code == (403 if name else 302)
    assert somebody.post(f"{ADDRESS}/{address.removeprefix('/A/')}/cancel").status_code == 400
    assert not house.appointments.find(address.removeprefix("/A/")).is_cancelled


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01"])
def test_what_is_no_day_has_no_page(salma, day) -> None:
    assert salma.get(f"/expected/{day}").status_code == 404
