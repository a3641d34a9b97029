"""A day's report tells what was decided beside the order of the calls, and by whom."""

from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from controller.doer import Doer
from controller.hall.commands import (
    CallTicket,
    CancelTicket,
    GiveUp,
    IssueTicket,
    LiftEmergency,
    OpenCounter,
    Park,
    PauseService,
    RaiseEmergency,
    Reinstate,
)
from controller.hall.events import CLOSING
from controller.reception import Fact
from controller.store.journal import SqlJournal
from tests.controller.builders import AMINA, BIRTHS, ONE, TAXES, do
from tests.controller.store.lived import DAY, a_morning, report_of, rows_of, write_day
from wire.messages import EmergencyKind

HANDLED = {
    "TicketTransferred": "Sent on to {service}; due at {due}.",
    "TicketParked": "Parked: {reason}.",
    "TicketRedirected": "Sent to wait for {service}; due at {due}: {reason}.",
    "TicketReprioritised": "Given the class {priority}: {reason}.",
    "TicketReturned": "The counter was closed; the ticket waits again.",
}
"""What is told of each kind of fact."""

BROUGHT_BACK = {
    "NoShowRecorded": "The visitor came after all, and waits again in the old place.",
    "TicketCancelled": "The cancellation was taken back: waits again in the old place.",
    "ServiceFinished": "The finish was taken back: waits again in the old place.",
}
"""What is told of a ticket that waits again, by what had happened to it last."""

REOPENED = "The closing was taken back: waits again, first in line."
GIVEN_UP, CANCELLED = "The visitor gave the place up.", "Cancelled: {reason}."
REASON = "Reason: {reason}."
COMES_BACK = "It is to come back to {agent} afterwards."


@pytest.fixture
def day(engine: Engine) -> Engine:
    write_day(engine)
    return engine


def test_each_call_out_of_turn_is_told_as_the_journal_keeps_it(day: Engine) -> None:
    rows = [event for kind, event in rows_of(day) if kind == "TicketCalled"]
    out = [event for event in rows if event["why"] == "out_of_turn"]

    told = [
        (each.ticket, each.doer.name, each.reason, each.passed)
        for each in report_of(day).out_of_turn
        if each.reason != "wrong tap"  # who was brought back after being served
    ]
    assert told == [(e["ticket"], e["agent"], e["reason"], tuple(e["passed"])) for e in out]
    assert len(out) > 5


def handled_again(rows: list[tuple[str, dict]]) -> Iterator[tuple[str, str]]:
    """Give from the rows alone each ticket with which something was done, and what is told."""
    last: dict[str, str] = {}
    for kind, event in rows:
        number = event.get("ticket")
        if kind == "VisitRated":
            continue  # it leaves the ticket as it was
        match kind:
            case "TicketCancelled" if event["reason"] != CLOSING:
                yield number, CANCELLED if event["reason"] else GIVEN_UP
            case "TicketReinstated" if event["place"] == "first":
                yield number, REOPENED
            case "TicketReinstated":
                yield number, BROUGHT_BACK[last[number]]
            case _ if kind in HANDLED:
                yield number, HANDLED[kind]
        last[number] = kind


def test_whatever_was_done_with_tickets_is_told(day: Engine) -> None:
    done = list(handled_again(rows_of(day)))

    lines = [(x.ticket, x.line.text) for x in report_of(day).handled]
    assert [each for each in lines if each[1] not in (COMES_BACK, REASON)] == done
    each_text = {*HANDLED.values(), *BROUGHT_BACK.values(), REOPENED, GIVEN_UP, CANCELLED}
    assert {text for _, text in done} == each_text


def test_it_is_told_who_did_what_with_a_ticket(engine: Engine) -> None:
    book, hall, seq = SqlJournal(engine, "hall"), a_morning(), 0
    for request, wish in (
        ("a:amina:0f", OpenCounter(ONE, AMINA)),
        ("k:borne-1:1e", IssueTicket(BIRTHS)),
        ("a:amina:2d", CallTicket(AMINA, "A001", "unwell")),
        ("a:amina:3c", Park(AMINA, "photo")),
        (None, GiveUp("A001")),
        ("s:salma:4b", Reinstate("A001")),
        ("s:salma:5a", CancelTicket("A001", "left", "salma")),
        ("s:salma:69", PauseService(TAXES, "no paper")),
    ):
        facts = [Fact(seq := seq + 1, event) for event in do(hall, wish)]
        book.append(DAY, facts, request)

    report = report_of(engine)
    amina, salma = Doer("agent", "amina", ONE), Doer("supervisor", "salma")
    assert [each.doer for each in report.out_of_turn] == [amina]
    assert [x.line.doer for x in report.handled] == [amina, Doer("visitor"), salma, salma]
    assert [each.doer for each in report.changes] == [salma]


CHANGES = {
    "ServicePaused": "No more tickets for {service}: {reason}.",
    "ServiceResumed": "Tickets for {service} again.",
    "CounterPaused": "Break at counter {counter}: {reason}.",
    "CounterResumed": "Counter {counter} calls again.",
    "CounterServicesChanged": "Counter {counter} calls from now on for: {services}.",
    "DayClosed": "The hall closed for the day.",
    "DayReopened": "The day was opened again: {reason}.",
}


def test_it_is_told_who_raised_an_emergency_and_who_lifted_it(engine: Engine) -> None:
    book, hall, seq = SqlJournal(engine, "hall"), a_morning(), 0
    for request, wish in (
        ("s:salma:0f", RaiseEmergency(EmergencyKind.EVACUATION, "salma")),
        (None, RaiseEmergency(EmergencyKind.SECURITY, "karim")),
        ("s:karim:1e", LiftEmergency(EmergencyKind.EVACUATION, "karim")),
        ("s:salma:2d", LiftEmergency(EmergencyKind.SECURITY, "salma")),
    ):
        facts = [Fact(seq := seq + 1, event) for event in do(hall, wish)]
        book.append(DAY, facts, request)

    assert [(each.text, each.doer.name) for each in report_of(engine).changes] == [
        ("Evacuation was ordered on every screen.", "salma"),
        ("A security alert was raised on every screen.", "karim"),
        ("The evacuation was lifted.", "karim"),
        ("The security alert was lifted.", "salma"),
    ]


WATCHED = {
    "RuleTriggered": ("Its condition began to hold.", "Its condition began to hold: {service}."),
    "RuleSettled": ("Its condition holds no longer.", "Its condition holds no longer: {service}."),
}
"""What is told of a rule of the whole hall, and of one that watches a service."""


def test_each_change_is_told(day: Engine) -> None:
    rows = rows_of(day)
    changes = [CHANGES[kind] for kind, _ in rows if kind in CHANGES]
    watched = [WATCHED[kind][e["service"] is not None] for kind, e in rows if kind in WATCHED]

    assert Counter(each.text for each in report_of(day).changes) == Counter(changes + watched)
    assert set(changes) == set(CHANGES.values())
    assert set(watched) == {text for both in WATCHED.values() for text in both}


def test_what_a_rule_noticed_is_told_as_its_doing(day: Engine) -> None:
    noticed = [each for each in report_of(day).changes if each.text in WATCHED["RuleTriggered"]]

    told = {(each.doer, each.values["service"]) for each in noticed}
    assert told == {(Doer("rule", "The hall is full"), ""), (Doer("rule", "Many births"), BIRTHS)}
