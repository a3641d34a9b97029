"""A hall that gives appointments, and a telephone to book them."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from controller.hall.hours import Period, Timetable
from controller.hall.rules import Rules
from controller.rulebook import Rulebook
from controller.rulebook.model import ServiceFields
from tests.controller.web.appointments.visiting import SLOT, WEEK
from tests.controller.web.browsing import browser


@pytest.fixture
def rulebook():
    rules = Rules(hours=Timetable(ZoneInfo("Africa/Casablanca"), WEEK))
    return Rulebook(rules, {"birth_copy": ServiceFields(slot_minutes=30, slot_capacity=1)})


@pytest.fixture
def telephone(house):
    return browser(house)


@pytest.fixture
def feast(house):
    """Let the day of the appointment, and the next, become holidays."""

    def feast():
        days = Period(SLOT.day, date(2026, 3, 10), reason="Fête")
        hours = Timetable(ZoneInfo("Africa/Casablanca"), WEEK, (days,))
        house.appointments.calendar = replace(house.appointments.calendar, rules=Rules(hours=hours))

    return feast
