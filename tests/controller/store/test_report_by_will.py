"""A day's report tells the calls and the tickets that somebody's will led to."""

from dataclasses import replace
from functools import partial
from itertools import count

from sqlalchemy import Engine

from controller.doer import Doer
from controller.hall.commands import (
    CallNext,
    FinishService,
    IssueTicket,
    OpenCounter,
    Redirect,
    Reinstate,
    StartService,
)
from controller.reception import Fact, Reception
from controller.report import OutOfTurn
from controller.store.journal import SqlJournal
from media.zone import time_zone
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, NINE, ONE, TWO, after, do
from tests.controller.store.lived import DAY, SALMA, a_morning, report_of


def test_a_call_of_who_was_put_first_is_told_with_who_put_it_there_and_why(engine: Engine) -> None:
    zone, minutes = time_zone("Africa/Casablanca"), map(after, count())
    now = partial(next, minutes)
    reception = Reception(SqlJournal(engine, "hall"), a_morning, now, zone)
    for wish in (
        *(OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), IssueTicket(BIRTHS)),
        *(Redirect("A002", "a cousin", SALMA, place="first"), CallNext(AMINA)),
    ):
        reception.execute(wish)

    report = report_of(engine)

    salma = Doer("supervisor", "salma")
    assert report.put_first == (
        OutOfTurn(after(5), "A002", BIRTHS, ONE, salma, "a cousin", ("A001",)),
    )
    assert (report.out_of_turn, report.chosen) == ((), {"put_first": 1})


def test_a_call_of_who_was_brought_back_after_being_served_stands_among_those_out_of_turn(
    engine: Engine,
) -> None:
    hall, book, seq, at = a_morning(), SqlJournal(engine, "hall"), 0, map(after, count())
    there = (CallNext(AMINA), StartService(AMINA), FinishService(AMINA))
    for request, wish in (
        *((None, each) for each in (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), *there)),
        (None, IssueTicket(BIRTHS)),
        ("s:salma:4b", Reinstate("A001", "a cousin")),
        ("a:amina:5c", CallNext(AMINA)),
    ):
        facts = [Fact(seq := seq + 1, event) for event in do(hall, wish, at=next(at))]
        book.append(DAY, facts, request)

    report = report_of(engine)

    salma = Doer("supervisor", "salma")
    assert report.out_of_turn == (OutOfTurn(after(7), "A001", BIRTHS, ONE, salma, "a cousin", ()),)
    assert (report.put_first, report.chosen) == ((), {"due": 1, "brought_back": 1})


def test_a_ticket_beyond_the_quota_stands_in_the_report_with_who_gave_it(engine: Engine) -> None:
    issued = IssueTicket(BIRTHS, is_by_staff=True)
    [given] = a_morning().decide(issued, NINE)
    event = replace(given, beyond_quota=(BIRTHS,))
    SqlJournal(engine, "hall").append(DAY, [Fact(1, event)], "a:amina:0f")

    [told] = report_of(engine).handled

    line = "Given by the staff beyond the day’s tickets for {service}."
    assert (told.ticket, told.line.text, told.line.doer.name) == ("A001", line, "amina")


def test_a_counter_that_its_agent_opens_for_other_services_stands_in_the_report(
    engine: Engine,
) -> None:
    hall, book, wanted = a_morning(), SqlJournal(engine, "hall"), frozenset({BIRTHS})
    [opened] = do(hall, OpenCounter(ONE, AMINA, wanted))
    book.append(DAY, [Fact(1, opened)], "a:amina:1e")
    [as_set_up] = do(hall, OpenCounter(TWO, BRAHIM))
    book.append(DAY, [Fact(2, as_set_up)], "a:brahim:2f")

    [told] = report_of(engine).changes

    line = "Counter {counter} was opened for other services than it is set up for: {services}."
    values = {"counter": ONE, "services": (BIRTHS,)}
    assert (told.text, told.values, told.doer.name) == (line, values, "amina")
