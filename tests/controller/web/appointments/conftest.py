"""A hall that gives appointments, and a telephone to book them."""

from zoneinfo import ZoneInfo

import pytest

from controller.hall.hours import Timetable
from controller.hall.rules import Rules
from controller.rulebook import Rulebook
from controller.rulebook.model import ServiceFields
from tests.controller.web.appointments.visiting import WEEK
from tests.controller.web.browsing import browser


@pytest.fixture
def rulebook():
    rules = Rules(hours=Timetable(ZoneInfo("Africa/Casablanca"), WEEK))
    return Rulebook(rules, {"birth_copy": ServiceFields(slot_minutes=30, slot_capacity=1)})


@pytest.fixture
def telephone(house):
    return browser(house)
