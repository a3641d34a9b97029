"""What the hall watches for by itself, and what it does then."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controller.hall import Hall, events, refusals
from controller.hall.automation import (
    HallQueueOver,
    IdleWhileOthersWait,
    OpenServiceAt,
    QueueOver,
    Rule,
    TellSupervisor,
    WaitOver,
)
from controller.hall.commands import (
    CallNext,
    ChangeServices,
    CheckIn,
    IssueTicket,
    LeaveCounter,
    LetTimePass,
    MarkNoShow,
    OpenCounter,
    PauseCounter,
    Redirect,
    ReleaseCounter,
    ResumeCounter,
)
from controller.hall.rules import Rules
from controller.hall.service import Service
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    after,
    do,
)

FORTY, TEN = timedelta(minutes=40), timedelta(minutes=10)
LATE = Rule("late births", WaitOver(FORTY, BIRTHS), (OpenServiceAt(counter=TWO), TellSupervisor()))


def a_hall(*rules: Rule) -> Hall:
    """Counter 1 gives births, counter 2 gives taxes, and both have their agents."""
    services = [Service(each, "A", TEN) for each in (BIRTHS, DEATHS, TAXES)]
    hall = Hall(services, {ONE: [BIRTHS], TWO: [TAXES]}, Rules(automation=rules))
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM))
    return hall


def test_who_waits_too_long_opens_another_counter_for_the_service() -> None:
    hall = a_hall(LATE)
    do(hall, IssueTicket(BIRTHS))

    assert do(hall, LetTimePass(), at=after(40)) == ()
    assert do(hall, LetTimePass(), at=after(41)) == (
        events.RuleTriggered(after(41), "late births", BIRTHS),
        events.CounterServicesChanged(after(41), TWO, (BIRTHS, TAXES), "late births", BIRTHS),
    )
    assert do(hall, CallNext(BRAHIM), at=after(41))[0].ticket == "A001"


def test_a_rule_acts_once_as_long_as_it_holds_and_again_when_it_holds_anew() -> None:
    hall = a_hall(LATE)
    do(hall, IssueTicket(BIRTHS))
    do(hall, LetTimePass(), at=after(41))

    assert do(hall, LetTimePass(), at=after(42)) == ()
    do(hall, CallNext(AMINA), at=after(43))
    assert do(hall, LetTimePass(), at=after(43)) == (
        events.RuleSettled(after(43), "late births", BIRTHS),
    )
    do(hall, IssueTicket(BIRTHS), at=after(43))
    assert do(hall, LetTimePass(), at=after(90)) == (
        events.RuleTriggered(after(90), "late births", BIRTHS),
    )


def test_a_rule_of_any_service_acts_anew_for_each_of_them() -> None:
    """Births cease to be late, and begin anew, while taxes are late all the time."""
    hall = a_hall(Rule("late", WaitOver(FORTY), (OpenServiceAt(counter=TWO),)))
    do(hall, IssueTicket(BIRTHS), IssueTicket(TAXES))
    do(hall, LetTimePass(), at=after(41))
    do(hall, CallNext(AMINA), LeaveCounter(BRAHIM), OpenCounter(TWO, BRAHIM), at=after(42))
    settled = do(hall, LetTimePass(), at=after(42))
    do(hall, IssueTicket(BIRTHS), at=after(43))

    assert settled == (events.RuleSettled(after(42), "late", BIRTHS),)
    assert do(hall, LetTimePass(), at=after(44)) == ()
    assert do(hall, LetTimePass(), at=after(84)) == (
        events.RuleTriggered(after(84), "late", BIRTHS),
        events.CounterServicesChanged(after(84), TWO, (BIRTHS, TAXES), "late", BIRTHS),
    )


def test_what_a_rule_did_for_two_services_at_once_a_supervisor_takes_back_once() -> None:
    hall = a_hall(Rule("long", QueueOver(0), (OpenServiceAt(TAXES, ONE),)))
    do(hall, IssueTicket(BIRTHS), IssueTicket(DEATHS))

    assert do(hall, LetTimePass()) == (
        events.RuleTriggered(NINE, "long", BIRTHS),
        events.RuleTriggered(NINE, "long", DEATHS),
        events.CounterServicesChanged(NINE, ONE, (BIRTHS, TAXES), "long", TAXES),
    )
    do(hall, ChangeServices(ONE, frozenset({BIRTHS})))
    assert do(hall, LetTimePass()) == ()


def test_an_early_appointment_waits_from_its_moment_on() -> None:
    hall = a_hall(LATE)
    do(hall, CheckIn("K7QM3XPT", BIRTHS, after(30)))

    assert do(hall, LetTimePass(), at=after(70)) == ()
    assert do(hall, LetTimePass(), at=after(71))[0] == (
        events.RuleTriggered(after(71), "late births", BIRTHS)
    )


@pytest.mark.parametrize("first", ["the supervisor", "the rule"])
def test_what_a_supervisor_takes_away_from_a_counter_no_rule_gives_there_that_day(first) -> None:
    hall = a_hall(LATE, Rule("crowd", QueueOver(0, BIRTHS), (OpenServiceAt(counter=TWO),)))
    if first == "the supervisor":
        do(hall, ChangeServices(TWO, frozenset({BIRTHS, TAXES})))
    else:
        do(hall, IssueTicket(BIRTHS))
        do(hall, LetTimePass())
    do(hall, ChangeServices(TWO, frozenset({TAXES})))

    for minute in range(0, 200, 50):  # each time the conditions cease, and begin anew
        do(hall, IssueTicket(BIRTHS), at=after(minute))
        do(hall, LetTimePass(), at=after(minute + 41))
        for _ in range(hall.waiting):
            do(hall, CallNext(AMINA), MarkNoShow(AMINA), at=after(minute + 42))
        do(hall, LetTimePass(), at=after(minute + 43))
        assert hall.counters[TWO].services == {TAXES}


def test_what_a_supervisor_gives_a_counter_again_rules_may_give_it_too() -> None:
    hall = a_hall(LATE)
    for services in ({BIRTHS, TAXES}, {TAXES}, {BIRTHS, TAXES}):
        do(hall, ChangeServices(TWO, frozenset(services)))
    do(hall, LeaveCounter(BRAHIM), OpenCounter(TWO, BRAHIM), IssueTicket(BIRTHS))
    do(hall, LetTimePass(), at=after(41))

    assert hall.counters[TWO].services == {BIRTHS, TAXES}


def test_an_idle_counter_helps_with_what_nobody_took_away_from_it() -> None:
    hall = a_hall(Rule("help", IdleWhileOthersWait(TEN), (OpenServiceAt(),)))
    do(hall, ChangeServices(TWO, frozenset({DEATHS, TAXES})))
    do(hall, ChangeServices(TWO, frozenset({TAXES})), IssueTicket(DEATHS))
    do(hall, IssueTicket(BIRTHS), at=after(1))

    assert do(hall, LetTimePass(), at=after(12)) == (
        events.RuleTriggered(after(12), "help", BIRTHS, TWO),
        events.CounterServicesChanged(after(12), TWO, (BIRTHS, TAXES), "help", BIRTHS),
    )


STEPS = st.sampled_from(("comes", "is called", "time", "rules", "agent", "by hand"))


@given(steps=st.lists(STEPS, max_size=30))
def test_whatever_happens_a_rule_gives_no_service_that_was_taken_away(steps) -> None:
    hall = a_hall(LATE, Rule("crowd", QueueOver(1), (OpenServiceAt(counter=TWO),)))
    do(hall, ChangeServices(TWO, frozenset({BIRTHS, TAXES})))
    do(hall, ChangeServices(TWO, frozenset({TAXES})))
    minute = 0
    for step in (*steps, "time", "rules"):
        minute += 45 if step == "time" else 0
        match step:
            case "comes":
                do(hall, IssueTicket(BIRTHS), IssueTicket(DEATHS), at=after(minute))
            case "is called" if hall.queues[BIRTHS].numbers:
                do(hall, CallNext(AMINA), MarkNoShow(AMINA), at=after(minute))
            case "rules":
                do(hall, LetTimePass(), at=after(minute))
            case "agent":
                do(hall, LeaveCounter(BRAHIM), OpenCounter(TWO, BRAHIM), at=after(minute))
            case "by hand":
                do(hall, ChangeServices(TWO, frozenset({DEATHS, TAXES})), at=after(minute))
        assert BIRTHS not in hall.counters[TWO].services


@pytest.mark.parametrize("rule", [LATE, Rule("help", IdleWhileOthersWait(TEN), (OpenServiceAt(),))])
def test_no_rule_opens_a_service_where_nobody_can_be_called(rule) -> None:
    hall = a_hall(rule)
    do(hall, IssueTicket(BIRTHS))

    do(hall, LetTimePass(unattended=frozenset({TWO})), at=after(41))
    assert hall.counters[TWO].services == {TAXES}
    do(hall, LetTimePass(), at=after(42))
    assert hall.counters[TWO].services == {BIRTHS, TAXES}


def test_no_rule_opens_a_service_at_a_counter_on_a_break_until_its_agent_is_back() -> None:
    hall = a_hall(LATE)
    do(hall, IssueTicket(BIRTHS), PauseCounter(BRAHIM, "prayer"))

    do(hall, LetTimePass(), at=after(41))
    assert hall.counters[TWO].services == {TAXES}
    do(hall, ResumeCounter(BRAHIM), LetTimePass(), at=after(42))
    assert hall.counters[TWO].services == {BIRTHS, TAXES}


def test_a_counter_without_an_agent_is_opened_for_nothing() -> None:
    hall = a_hall(LATE)
    do(hall, IssueTicket(BIRTHS), LeaveCounter(BRAHIM))

    assert do(hall, LetTimePass(), at=after(41)) == (
        events.RuleTriggered(after(41), "late births", BIRTHS),
    )


def test_two_rules_may_open_services_at_one_counter_at_the_same_moment() -> None:
    hall = a_hall(LATE, Rule("late deaths", WaitOver(FORTY, DEATHS), (OpenServiceAt(counter=TWO),)))
    do(hall, IssueTicket(BIRTHS), IssueTicket(DEATHS))
    do(hall, LetTimePass(), at=after(41))

    assert hall.counters[TWO].services == {BIRTHS, DEATHS, TAXES}


def test_a_long_queue_is_told_wherever_it_is() -> None:
    hall = a_hall(Rule("crowd", QueueOver(1), (TellSupervisor(),)))
    do(hall, *[IssueTicket(BIRTHS)] * 2, IssueTicket(DEATHS), *[IssueTicket(TAXES)] * 3)

    assert do(hall, LetTimePass()) == (
        events.RuleTriggered(NINE, "crowd", BIRTHS),
        events.RuleTriggered(NINE, "crowd", TAXES),
    )


def test_a_full_hall_is_told_once_however_many_services_are_waited_for() -> None:
    hall = a_hall(Rule("full", HallQueueOver(2), (OpenServiceAt(DEATHS, ONE), TellSupervisor())))
    do(hall, IssueTicket(BIRTHS), IssueTicket(TAXES))

    assert do(hall, LetTimePass()) == ()
    do(hall, IssueTicket(DEATHS))
    assert do(hall, LetTimePass()) == (
        events.RuleTriggered(NINE, "full", None),
        events.CounterServicesChanged(NINE, ONE, (BIRTHS, DEATHS), "full", DEATHS),
    )
    do(hall, CallNext(BRAHIM))
    assert do(hall, LetTimePass()) == (events.RuleSettled(NINE, "full", None),)


def test_a_supervisor_changes_what_a_counter_gives() -> None:
    hall = a_hall()
    do(hall, IssueTicket(DEATHS))

    do(hall, ChangeServices(TWO, frozenset({DEATHS})))

    assert do(hall, CallNext(BRAHIM))[0].ticket == "A001"


@pytest.mark.parametrize(
    ("counter", "services", "refusal"),
    [
        (TWO, set(), refusals.UnknownService),
        (TWO, {"flying"}, refusals.UnknownService),
        (9, {BIRTHS}, refusals.UnknownCounter),
    ],
)
def test_what_no_counter_can_give_is_refused(counter, services, refusal) -> None:
    with pytest.raises(refusal):
        a_hall().decide(ChangeServices(counter, frozenset(services)), NINE)


def test_a_wait_goes_on_when_the_one_counter_that_was_waited_for_closes() -> None:
    hall = a_hall(LATE)
    do(hall, IssueTicket(BIRTHS), Redirect("A001", "knows it", "salma", to_counter=TWO))
    do(hall, LeaveCounter(BRAHIM), at=after(35))

    assert [type(e) for e in do(hall, LetTimePass(), at=after(41))] == [events.RuleTriggered]


def test_a_wait_goes_on_when_nobody_received_the_visitor_who_was_called() -> None:
    hall = a_hall(LATE)
    do(hall, IssueTicket(BIRTHS))
    do(hall, CallNext(AMINA), at=after(39))
    do(hall, ReleaseCounter(ONE), at=after(40))

    assert [e.service for e in do(hall, LetTimePass(), at=after(41))[:1]] == [BIRTHS]
