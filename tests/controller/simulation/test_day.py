"""A simulated day is one that could be."""

from datetime import UTC, datetime, timedelta
from random import Random
from statistics import fmean

import pytest

from controller.hall import Hall
from controller.hall.automation import OpenServiceAt, QueueOver, Rule
from controller.hall.commands import IssueTicket
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.simulation import Assumptions, Shift, SimulatedDay, Turnout, Visit, Work
from tests.controller.builders import BIRTHS, ONE, TAXES, TWO

OPENS = datetime(2026, 1, 6, 8, 30, tzinfo=UTC)
WORK = {BIRTHS: Work(3, 5), TAXES: Work(1, 5)}
HOUR = timedelta(hours=1)


def a_hall(**rules) -> Hall:
    kinds = [Service(each, "A", timedelta(minutes=10)) for each in (BIRTHS, TAXES)]
    return Hall(kinds, {ONE: [BIRTHS, TAXES], TWO: [BIRTHS, TAXES]}, Rules(**rules))


def visits(visitors: float = 80, seed: int = 1, hours: float = 8, hall=None, **assumed):
    shifts = [Shift(each, OPENS, OPENS + hours * HOUR) for each in (ONE, TWO)]
    day = SimulatedDay(hall or a_hall(), Assumptions(visitors, WORK, **assumed), Random(seed))
    return day.run(OPENS, shifts).visits


def test_the_same_seed_gives_the_same_day() -> None:
    assert visits(seed=3) == visits(seed=3) != visits(seed=4)


def test_where_few_come_nobody_waits() -> None:
    waits = [visit.wait for visit in visits(visitors=8)]

    assert max(waits) < 10 * 60


def test_whoever_has_a_ticket_is_called_however_late() -> None:
    """The agents go on after closing: no wait is left out, least of all the longest."""
    day = visits(visitors=500)
    closes = OPENS + 8 * HOUR

    assert [visit for visit in day if visit.called_at is None] == []
    assert max(visit.called_at for visit in day) > closes + HOUR
    assert all(visit.left_at > visit.called_at for visit in day)


def test_an_agent_whose_shift_ends_before_closing_calls_nobody_afterwards() -> None:
    hall = a_hall()
    shifts = [Shift(ONE, OPENS, OPENS + HOUR), Shift(TWO, OPENS, OPENS + 8 * HOUR)]
    day = SimulatedDay(hall, Assumptions(500, WORK), Random(1)).run(OPENS, shifts)

    assert None not in {visit.called_at for visit in day.visits}
    assert hall.measures.of_counter(ONE).called < 20 < hall.measures.of_counter(TWO).called
    assert [counter.is_open for counter in hall.counters.values()] == [False, False]


def test_longer_services_make_longer_waits() -> None:
    quick, slow = (sum(v.wait or 0 for v in visits(walk=walk)) for walk in (0, 300))

    assert slow > quick


def test_who_does_not_come_is_not_served() -> None:
    assert {visit.served for visit in visits(no_show=1.0)} == {0.0}


def test_a_quota_turns_people_away() -> None:
    hall = a_hall()
    hall.services = {BIRTHS: Service(BIRTHS, "A", timedelta(minutes=10), quota=5)}
    day = SimulatedDay(hall, Assumptions(80, {BIRTHS: Work(1, 5)}), Random(1))

    came = day.run(OPENS, [Shift(ONE, OPENS, OPENS + 8 * HOUR)])

    assert len(came.visits) == 5
    assert len(came.turned_away) > 20
    assert set(came.turned_away) == {IssueTicket(BIRTHS)}


def test_who_is_called_by_the_promised_moment_is_called_in_time() -> None:
    for seconds, is_on_time in ((600, True), (601, False)):
        called_at = OPENS + timedelta(seconds=seconds)
        visit = Visit(BIRTHS, OPENS, OPENS + timedelta(minutes=10), called_at)

        assert visit.is_on_time is is_on_time
    assert not Visit(BIRTHS, OPENS, OPENS + timedelta(minutes=10)).is_on_time


def calls_at_two(*automation: Rule) -> int:
    """Return how many counter 2, of the taxes, calls on a day on which all come for births."""
    kinds = [Service(each, "A", timedelta(minutes=10)) for each in (BIRTHS, TAXES)]
    hall = Hall(kinds, {ONE: [BIRTHS], TWO: [TAXES]}, Rules(automation=automation))
    shifts = [Shift(each, OPENS, OPENS + 8 * HOUR) for each in (ONE, TWO)]
    SimulatedDay(hall, Assumptions(120, {BIRTHS: Work(1, 8)}), Random(1)).run(OPENS, shifts)
    return hall.measures.of_counter(TWO).called


def test_the_halls_rules_open_a_counter_where_many_wait() -> None:
    assert calls_at_two() == 0
    assert calls_at_two(Rule("Many", QueueOver(5), (OpenServiceAt(counter=TWO),))) > 20


def test_a_rule_ends_with_the_last_agent_and_so_does_the_day() -> None:
    rule = Rule("Never", QueueOver(9999), (OpenServiceAt(counter=TWO),))

    assert visits(hall=a_hall(automation=(rule,)), visitors=300, hours=1) == visits(
        visitors=300, hours=1
    )


def test_a_quarter_declares_what_a_quarter_is_assumed_to_declare() -> None:
    day = visits(visitors=2000, classes={"elderly": 0.25, "pregnant": 0.05})
    shares = {
        each: sum(visit.priority == each for visit in day) / len(day)
        for each in ("elderly", "pregnant", "normal")
    }

    assert shares == pytest.approx({"elderly": 0.25, "pregnant": 0.05, "normal": 0.7}, abs=0.03)


def test_unless_told_all_are_of_the_class_normal() -> None:
    assert {visit.priority for visit in visits()} == {"normal"}


def test_a_class_is_called_sooner_as_the_halls_rules_say() -> None:
    hall = a_hall(policy="strict", classes={"elderly": PriorityClass(level=1)})
    day = Turnout(visits(visitors=250, hall=hall, classes={"elderly": 0.2}))
    mean = {
        each: fmean(visit.wait for visit in day.of_class(each).visits if visit.wait is not None)
        for each in ("elderly", "normal")
    }

    assert mean["elderly"] * 2 < mean["normal"]
