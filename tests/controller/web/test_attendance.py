"""Counters whose agents' pages are gone: the supervisors are told, and rules send nobody there."""

from dataclasses import dataclass
from datetime import timedelta

import gevent
import pytest

from controller.hall.automation import OpenServiceAt, QueueOver, Rule
from controller.hall.rules import Rules
from controller.neighbours import NeighboursAway
from controller.rulebook import Rulebook
from controller.web.attendance import Attendance
from controller.web.presence import Presence
from controller.web.together import Together
from tests.controller.web.asking import ask, take
from tests.controller.web.conftest import MORNING


@pytest.fixture(autouse=True)
def a_quick_clock(monkeypatch):
    """The hall's rules are looked at oftener than every five seconds."""
    monkeypatch.setattr("controller.web.broadcast.CLOCK_PACE", 0.05)
    monkeypatch.setattr("controller.web.doors.ATTENDANCE_PACE", 0.05)


@pytest.fixture
def rulebook():
    opens = Rule("crowd", QueueOver(0, "tnb"), (OpenServiceAt(counter=4),))
    return Rulebook(Rules(unattended=timedelta(minutes=3), automation=(opens,)))


@pytest.fixture
def amina(house):
    """She serves B001 at counter 4."""
    agent = house.person("amina")
    ask(agent, "/agents", "open", counter=4)
    take(house.device("entrance"))
    ask(agent, "/agents", "call_next")
    return agent


def overview_that(page, said, is_meant):
    """Wait for such an overview, with a deadline."""
    with gevent.Timeout(5):
        while True:
            for overview in said(page, "overview"):
                if is_meant(overview):
                    return overview


def fourth(overview):
    return next(each for each in overview["counters"] if each["counter"] == 4)


def since_of(overview):
    return fourth(overview)["unattended_since"]


def test_a_tablet_that_dies_with_a_ticket_is_told_and_raises_an_alarm(house, amina, clock, said):
    page = house.person("salma")
    amina.disconnect("/agents")
    clock[0] = MORNING + timedelta(minutes=2)
    told = overview_that(page, said, since_of)
    clock[0] = MORNING + timedelta(minutes=3)
    alarm = overview_that(page, said, lambda each: each["unattended"])

    assert (told["unattended"], since_of(told), fourth(told)["ticket"]) == (
        [],
        "2026-03-02T09:00:00Z",
        "B001",
    )
    assert (alarm["unattended"], since_of(alarm)) == ([4], "2026-03-02T09:00:00Z")
    metrics = house.app.test_client().get("/metrics").text
    assert "nouba_counters_unattended 1.0" in metrics


def test_the_alarm_goes_when_the_agent_is_back_or_the_counter_is_freed(house, amina, clock, said):
    page = house.person("salma")
    amina.disconnect("/agents")
    clock[0] = MORNING + timedelta(minutes=4)
    overview_that(page, said, lambda each: each["unattended"])
    back = house.person("amina")
    overview_that(page, said, lambda each: not each["unattended"] and since_of(each) is None)
    back.disconnect("/agents")
    clock[0] = MORNING + timedelta(minutes=8)
    overview_that(page, said, lambda each: each["unattended"])

    assert "seq" in ask(page, "/supervisors", "release", counter=4)
    freed = overview_that(page, said, lambda each: not each["unattended"])
    assert (fourth(freed)["agent"], freed["total"]["waiting"]) == (None, 1)


def test_who_has_another_tablet_is_there(house, amina, clock, said):
    other, page = house.person("amina"), house.person("salma")
    amina.disconnect("/agents")
    clock[0] = MORNING + timedelta(minutes=9)
    other.emit("resume", {"request": "request-other"}, namespace="/agents", callback=True)
    karim = house.person("karim")
    ask(karim, "/agents", "open", counter=5)
    karim.disconnect("/agents")
    clock[0] = MORNING + timedelta(minutes=13)

    assert overview_that(page, said, lambda each: each["unattended"])["unattended"] == [5]


def test_rules_open_no_service_where_the_agents_page_is_gone(house, clock, said):
    agent, page = house.person("amina"), house.person("salma")
    ask(agent, "/agents", "open", counter=4, services=["legalisation"])
    agent.disconnect("/agents")
    clock[0] = MORNING + timedelta(minutes=1)
    overview_that(page, said, since_of)
    take(house.device("entrance"), "tnb")

    crowd = overview_that(page, said, lambda each: each["alerts"])
    house.person("amina")
    back = overview_that(page, said, lambda each: len(fourth(each)["services"]) == 2)
    assert fourth(crowd)["services"] == ["legalisation"]
    assert (fourth(back)["services"], since_of(back)) == (["legalisation", "tnb"], None)


class Corridor:
    """Where controllers meet, as in a Redis; it may be closed."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self.is_closed = False

    def door(self, name: str) -> "Doorway":
        return Doorway(self, name)


@dataclass
class Doorway:
    """One controller's way to the others."""

    corridor: Corridor
    name: str

    def leave(self, note: str) -> None:
        if self.corridor.is_closed:
            raise NeighboursAway("closed")
        self.corridor.notes[self.name] = note

    def notes(self) -> tuple[str, ...]:
        return tuple(note for name, note in self.corridor.notes.items() if name != self.name)


class Pair:
    """Two controllers of the house's hall, of which only one has the agents."""

    def __init__(self, house, clock) -> None:
        self.corridor, presence = Corridor(), Presence(house.devices)
        self.one, self.other = (
            Attendance(house.reception, lambda: clock[0], 1.0, is_alone=False) for _ in range(2)
        )
        self.meetings = [
            Together(self.corridor.door(name), presence, each, lambda: None)
            for name, each in (("one", self.one), ("other", self.other))
        ]

    def meet(self) -> None:
        for each in (*self.meetings, *self.meetings):
            each.swap_notes()
        self.look()

    def look(self) -> None:
        for each in (self.one, self.other):
            each.look()


def test_an_agent_at_another_controller_is_there(house, amina, clock):
    pair = Pair(house, clock)
    pair.other.came("amina")
    pair.meet()
    clock[0] = MORNING + timedelta(minutes=5)
    pair.meet()
    assert (pair.one.alarms, pair.other.alarms) == ({}, {})

    pair.other.went("amina")
    pair.meet()
    clock[0] = MORNING + timedelta(minutes=8)
    pair.look()
    gone = {4: MORNING + timedelta(minutes=5)}
    assert (pair.one.alarms, pair.other.alarms) == (gone, gone)


def test_nobody_is_missed_while_the_other_controllers_cannot_be_heard(house, amina, clock):
    pair = Pair(house, clock)
    pair.look()
    pair.meet()
    pair.corridor.is_closed = True
    for each in pair.meetings:
        with pytest.raises(NeighboursAway):
            each.swap_notes()
    clock[0] = MORNING + timedelta(minutes=8)
    pair.look()

    assert (pair.one.unattended, pair.other.unattended) == ({}, {})
