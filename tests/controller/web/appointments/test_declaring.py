"""Who checks in at a kiosk, and has a right to priority as well."""

from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest

from controller.hall.hours import Timetable
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.rulebook import Rulebook
from controller.rulebook.model import ServiceFields
from tests.controller.web.appointments.visiting import HOUR, WEEK, book
from tests.controller.web.asking import ask
from tests.controller.web.conftest import MORNING

DISABILITY = PriorityClass(timedelta(minutes=60), level=2)


@pytest.fixture
def rulebook():
    hours = Timetable(ZoneInfo("Africa/Casablanca"), WEEK)
    rules = Rules(policy="strict", hours=hours, classes={"disability": DISABILITY})
    return Rulebook(rules, {"birth_copy": ServiceFields(slot_minutes=30, slot_capacity=1)})


@pytest.fixture
def code(telephone):
    return book(telephone, "/appointments/birth_copy/2026-03-02/1000").removeprefix("/A/")


@pytest.fixture
def check_in(house, code):
    return partial(ask, house.device("entrance"), "/kiosks", "check_in", code=code)


def test_who_has_an_appointment_is_asked_first_and_then_keeps_the_right(check_in, clock) -> None:
    clock[0] = MORNING + HOUR

    asked = check_in(request="check-in-1")
    slip = check_in(request="check-in-1", priority="disability")

    assert (asked["service"], asked["classes"]) == ("birth_copy", ["disability"])
    assert (slip["ticket"], slip["priority"], slip["is_late"]) == ("A001", "disability", False)
    assert check_in(request="check-in-1") == slip


def test_who_declares_nothing_has_the_appointment(check_in, clock) -> None:
    clock[0] = MORNING + HOUR

    assert check_in(priority="normal")["priority"] == "appointment"


def test_who_would_get_no_ticket_is_not_asked(check_in) -> None:
    assert check_in()["refused"] == "too_early"


def test_who_is_late_keeps_the_right_and_reads_that_it_is_late(check_in, clock) -> None:
    clock[0] = MORNING + HOUR + timedelta(minutes=11)

    slip = check_in(priority="disability")

    assert (slip["priority"], slip["is_late"]) == ("disability", True)


def test_nobody_declares_what_is_not_theirs(check_in, clock) -> None:
    clock[0] = MORNING + HOUR

    assert check_in(priority="appointment")["refused"] == "bad_request"


def test_an_agent_is_not_asked_back(house, code, clock) -> None:
    clock[0] = MORNING + HOUR

    slip = ask(house.person("amina"), "/agents", "check_in", code=code)

    assert slip["priority"] == "appointment"
