"""A hall that gives appointments, its clock, and its book on SQLite."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from controller.appointments import Appointments, Calendar, Slot, Wish, closed_today
from controller.hall import Hall
from controller.hall.deadlines import in_time_from
from controller.hall.hours import Period, Session, Timetable
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.store.appointments import SqlBook
from controller.store.engine import open_engine
from tests.controller.builders import BIRTHS, TAXES

ZONE = ZoneInfo("Africa/Casablanca")
MONDAY = date(2026, 3, 2)
NEXT_MONDAY = date(2026, 3, 9)
MINUTE = timedelta(minutes=1)
EIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC)
"""Eight o'clock in the hall, too: it is Ramadan, and Morocco has left UTC+1 for it."""

WEEKDAYS = dict.fromkeys(range(5), (Session(time(9), time(10)), Session(time(14), time(15))))
FEAST = Period(date(2026, 3, 20), date(2026, 3, 21), reason="Aïd al-Fitr")
HOURS = Timetable(ZONE, WEEKDAYS, (FEAST,))


def a_hall(rules: Rules) -> Hall:
    births = Service(BIRTHS, "A", 10 * MINUTE, slot=20 * MINUTE, slot_capacity=2)
    return Hall([births, Service(TAXES, "D", 30 * MINUTE)], {}, rules)


def at(clock: str, day: date = NEXT_MONDAY) -> Slot:
    return Slot(day, time.fromisoformat(clock))


def wish(slot: Slot, request: str = "request-1", service: str = BIRTHS) -> Wish:
    return Wish(service, slot, "fr", request)


@pytest.fixture
def clock() -> list[datetime]:
    return [EIGHT]


@pytest.fixture
def rules() -> Rules:
    return Rules(hours=HOURS)


@pytest.fixture
def hall(rules: Rules) -> Hall:
    """The hall's day, as it goes."""
    return a_hall(rules)


@pytest.fixture
def appointments(url: str, hall: Hall, clock: list[datetime]) -> Iterator[Appointments]:
    engine = open_engine(url)
    yield Appointments(
        SqlBook(engine, "hall"),
        Calendar.of(hall, ZONE),
        lambda service: closed_today(hall, service),
        lambda at: in_time_from(hall, at),
        lambda: clock[0],
    )
    engine.dispose()


@pytest.fixture
def book(appointments: Appointments) -> Callable[..., str]:
    """Book, and return the code; each wish is another one's."""
    wishes = iter(range(1000))
    return lambda slot: appointments.book(wish(slot, f"wish-{next(wishes)}")).code
