"""A counter that has nobody to call is to help where somebody waits."""

from controller.hall import Hall, events
from controller.hall.automation import IdleWhileOthersWait, OpenServiceAt, Rule
from controller.hall.commands import (
    CancelTicket,
    IssueTicket,
    LetTimePass,
    OpenCounter,
    PauseCounter,
    Redirect,
)
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.hall.skills import Skills
from tests.controller.builders import BIRTHS, BRAHIM, DEATHS, ONE, TAXES, TWO, after, do
from tests.controller.hall.test_automation import TEN, a_hall


def test_an_idle_counter_helps_where_somebody_waits_longest() -> None:
    hall = a_hall(Rule("help", IdleWhileOthersWait(TEN), (OpenServiceAt(),)))
    do(hall, IssueTicket(DEATHS), at=after(1))
    do(hall, IssueTicket(BIRTHS), at=after(2))

    assert do(hall, LetTimePass(), at=after(10)) == ()
    assert do(hall, LetTimePass(), at=after(11)) == (
        events.RuleTriggered(after(11), "help", DEATHS, TWO),
        events.CounterServicesChanged(after(11), TWO, (DEATHS, TAXES), "help", DEATHS),
    )


def test_who_is_on_a_break_is_not_idle() -> None:
    hall = a_hall(Rule("help", IdleWhileOthersWait(TEN), (OpenServiceAt(),)))
    do(hall, IssueTicket(BIRTHS), PauseCounter(BRAHIM, "prayer"))

    assert do(hall, LetTimePass(), at=after(30)) == ()


def test_a_counter_with_somebody_who_waits_for_it_alone_is_not_idle() -> None:
    hall = a_hall(Rule("help", IdleWhileOthersWait(TEN), (OpenServiceAt(),)))
    do(hall, IssueTicket(BIRTHS), IssueTicket(DEATHS))
    do(hall, Redirect("A002", "knows him", "salma", to_agent=BRAHIM))

    assert do(hall, LetTimePass(), at=after(30)) == ()


def test_a_counter_is_idle_since_its_queue_is_empty() -> None:
    hall = a_hall(Rule("idle", IdleWhileOthersWait(TEN), (OpenServiceAt(),)))
    do(hall, IssueTicket(BIRTHS), IssueTicket(TAXES))
    do(hall, CancelTicket("A002", "left", "salma"), at=after(15))

    assert do(hall, LetTimePass(), at=after(24)) == ()
    assert [e.counter for e in do(hall, LetTimePass(), at=after(25))[:1]] == [TWO]


def test_an_idle_counter_helps_where_its_agent_can() -> None:
    services = [Service(each, "A", TEN) for each in (BIRTHS, DEATHS, TAXES)]
    rules = Rules(
        automation=(Rule("idle", IdleWhileOthersWait(TEN), (OpenServiceAt(),)),),
        skills={BRAHIM: Skills(frozenset({DEATHS, TAXES}))},
    )
    hall = Hall(services, {ONE: [BIRTHS], TWO: [TAXES]}, rules)
    do(hall, OpenCounter(TWO, BRAHIM), IssueTicket(BIRTHS))
    do(hall, IssueTicket(DEATHS), at=after(1))

    assert do(hall, LetTimePass(), at=after(11)) == (
        events.RuleTriggered(after(11), "idle", DEATHS, TWO),
        events.CounterServicesChanged(after(11), TWO, (DEATHS, TAXES), "idle", DEATHS),
    )
