"""A day's report says what the journal's rows add up to, counted once more by other means."""

from collections import Counter, defaultdict
from contextlib import suppress
from datetime import date, datetime, timedelta
from math import ceil
from random import Random

import pytest
from sqlalchemy import Engine, select, update

from controller.doer import Doer
from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    CallTicket,
    CancelTicket,
    ChangeServices,
    CloseDay,
    FinishService,
    GiveUp,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    Park,
    PauseService,
    Reinstate,
    Resume,
    ResumeService,
    ServeWalkIn,
    StartService,
    Transfer,
)
from controller.hall.events import Event
from controller.hall.priority import PriorityClass
from controller.hall.refusals import Refused
from controller.hall.rules import Rules
from controller.reception import Fact, Reception
from controller.report import DayReport
from controller.store.journal import SqlJournal
from controller.store.report import day_report
from controller.store.tables import journal
from media.zone import time_zone
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    DEATHS,
    NINE,
    ONE,
    TAXES,
    TWO,
    a_hall,
    do,
    entries,
)

DAY = date(2026, 3, 2)
SERVICES = (BIRTHS, DEATHS, TAXES)
OUTCOMES = ("", "resolved", "incomplete")


def a_morning() -> Hall:
    classes = {"elderly": PriorityClass(timedelta(minutes=5))}
    rules = Rules(classes=classes, outcomes=OUTCOMES[1:])
    return Hall(a_hall().services.values(), {ONE: SERVICES, TWO: SERVICES}, rules)


def a_wish(random: Random, hall: Hall):
    """Return something that somebody may wish now, or may not."""
    agent, service = random.choice((AMINA, BRAHIM)), random.choice(SERVICES)
    number = random.choice([*hall.tickets] or ["A001"])
    priority = random.choice(("normal", "normal", "elderly"))
    then = () if random.random() < 0.8 else (random.choice(SERVICES),)
    wishes = [IssueTicket(service, priority=priority, then=then)] * 4
    finish = FinishService(agent, random.choice(OUTCOMES), random.choice(("", "late")), 2)
    wishes += [CallNext(agent), StartService(agent), finish] * 3
    wishes += [
        CallTicket(agent, number, "unwell"),
        MarkNoShow(agent),
        Park(agent, "photo"),
        Resume(number),
        Transfer(agent, service, comes_back=random.random() < 0.5),
        Reinstate(number),
        GiveUp(number),
        CancelTicket(number, "left"),
        ServeWalkIn(agent, service, "fr"),
        PauseService(service, "no paper"),
        ResumeService(service),
        ChangeServices(ONE, SERVICES),
    ]
    return random.choice(wishes)


def live(hall: Hall, wishes: int) -> list[Event]:
    """Return what happens when so many wishes are made, one after the other."""
    random, at = Random(20260302), NINE
    happened = [*do(hall, OpenCounter(ONE, AMINA)), *do(hall, OpenCounter(TWO, BRAHIM))]
    for _ in range(wishes):
        at += timedelta(seconds=random.randrange(25))
        with suppress(Refused):
            happened += do(hall, a_wish(random, hall), at=at)
    return happened


@pytest.fixture
def day(engine: Engine) -> Engine:
    """A day of two thousand wishes."""
    facts = [Fact(seq, event) for seq, event in enumerate(live(a_morning(), 2000), 1)]
    SqlJournal(engine, "hall").append(DAY, facts, None)
    return engine


def report_of(engine: Engine, day: date = DAY) -> DayReport | None:
    return day_report(engine, "hall", day, a_morning())


def rows_of(engine: Engine) -> list[tuple[str, dict]]:
    query = select(journal.c.kind, journal.c.event).order_by(journal.c.seq)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(query)]


FATES = {
    "ServiceFinished": "served",
    "NoShowRecorded": "no_shows",
    "TicketCancelled": "cancelled",
    "TicketMovedOn": "",
    "TicketReinstated": "",
}


def counted_again(rows: list[tuple[str, dict]]) -> dict[str, dict]:
    """Count the visits from the rows alone; the service `""` is all of them."""
    services: dict[str, str] = {}
    issued, due, called, fates = {}, {}, {}, {}
    for kind, event in rows:
        number, at = event.get("ticket"), datetime.fromisoformat(event["at"])
        if kind in {"TicketIssued", "WalkInStarted"}:
            services[number], issued[number] = event["service"], at
        if kind == "TicketIssued":  # who walked in was promised nothing
            due[number] = datetime.fromisoformat(event["promised_at"])
        if kind == "TicketCalled" and number in due:
            called.setdefault(number, at)
        if kind in FATES:
            fates[number] = FATES[kind]
    told: dict[str, dict] = {}
    for service in {*services.values(), ""}:
        mine = [n for n in services if service in {"", services[n]}]
        waits = sorted((called[n] - issued[n]).total_seconds() for n in mine if n in called)
        sums = Counter(fates.get(n, "") for n in mine)
        told[service] = {
            "visits": len(mine),
            "called": len(waits),
            "on_time": sum(called[n] <= due[n] for n in mine if n in called),
            "served": sums["served"],
            "no_shows": sums["no_shows"],
            "cancelled": sums["cancelled"],
            "median": waits[ceil(len(waits) * 0.5) - 1],
            "p90": waits[ceil(len(waits) * 0.9) - 1],
        }
    return told


def told_by(report: DayReport) -> dict[str, dict]:
    return {
        service: {
            "visits": figures.visits,
            "called": figures.called,
            "on_time": figures.on_time,
            "served": figures.served,
            "no_shows": figures.no_shows,
            "cancelled": figures.cancelled,
            "median": figures.waits.percentile(0.5),
            "p90": figures.waits.percentile(0.9),
        }
        for service, figures in {**report.services, "": report.total}.items()
    }


def test_the_figures_are_those_of_the_journals_rows(day: Engine) -> None:
    report = report_of(day)

    assert told_by(report) == counted_again(rows_of(day))
    assert (report.total.visits > 50, report.total.called > 30) == (True, True)


def test_each_call_out_of_turn_is_told_as_the_journal_keeps_it(day: Engine) -> None:
    rows = [event for kind, event in rows_of(day) if kind == "TicketCalled"]
    out = [event for event in rows if event["why"] == "out_of_turn"]

    told = [
        (each.ticket, each.doer.name, each.reason, each.passed)
        for each in report_of(day).out_of_turn
    ]
    assert told == [(e["ticket"], e["agent"], e["reason"], tuple(e["passed"])) for e in out]
    assert len(out) > 5


def finishes_again(rows: list[tuple[str, dict]]) -> dict[str, list[tuple[str, dict]]]:
    """Return from the rows alone the services that were given, and to which ticket."""
    services: dict[str, str] = {}
    given: dict[str, list[tuple[str, dict]]] = defaultdict(list)
    is_finished: dict[str, bool] = {}
    for kind, event in rows:
        number = event.get("ticket")
        if kind == "ServiceFinished":
            given[number].append((services[number], event))
        if kind == "TicketReinstated" and is_finished[number]:
            given[number].pop()
        if "service" in event and number is not None:
            services[number] = event["service"]
        if number is not None:
            is_finished[number] = kind == "ServiceFinished"
    return given


def test_outcomes_and_quantities_are_counted_by_the_service_that_was_given(day: Engine) -> None:
    given = [each for every in finishes_again(rows_of(day)).values() for each in every]
    counted: Counter[tuple[str, str]] = Counter()
    quantities: Counter[tuple[str, str]] = Counter()
    for service, event in given:
        counted[service, event["outcome"]] += 1
        quantities[service, event["outcome"]] += event["quantity"]

    told = report_of(day).outcomes
    assert {(row.service, row.outcome): row.finishes for row in told} == counted
    assert {(row.service, row.outcome): row.quantity for row in told} == quantities
    assert [row.service for row in told] == sorted(
        (row.service for row in told), key=SERVICES.index
    )
    assert len(counted) > 5


def test_service_times_are_told_from_the_coming_to_the_end(engine: Engine) -> None:
    kept, hall = SqlJournal(engine, "hall"), a_morning()
    facts, minute = [], 0
    for lasting in (5, 30, 7):
        for wish in (IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA)):
            if not facts:
                facts += do(hall, OpenCounter(ONE, AMINA))
            facts += do(hall, wish, at=NINE + timedelta(minutes=minute))
        minute += lasting
        facts += do(hall, FinishService(AMINA), at=NINE + timedelta(minutes=minute))
    kept.append(DAY, [entry.fact for entry in entries(facts)], None)

    (row,) = report_of(engine).outcomes
    assert (row.finishes, row.times.percentile(0.5)) == (3, 7 * 60)


def test_the_notes_of_what_was_finished_are_told_in_order(day: Engine) -> None:
    given = [each for every in finishes_again(rows_of(day)).values() for each in every]
    noted = sorted((e["at"], e["ticket"], service) for service, e in given if e["note"])

    told = report_of(day).notes
    assert sorted((f"{x.at:%Y-%m-%dT%H:%M:%SZ}", x.ticket, x.service) for x in told) == noted
    assert [x.at for x in told] == sorted(x.at for x in told)
    assert {x.note for x in told} == {"late"}


def test_whatever_was_done_with_tickets_is_told(day: Engine) -> None:
    kinds = ("TicketTransferred", "TicketParked", "TicketCancelled", "TicketReinstated")
    done = [event["ticket"] for kind, event in rows_of(day) if kind in kinds]

    comes_back = "It is to come back to {agent} afterwards."
    told = [x.ticket for x in report_of(day).handled if x.line.text != comes_back]
    assert told == done
    assert len(done) > 30


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


def test_what_chose_the_calls_and_the_classes_are_counted(day: Engine) -> None:
    rows, report = rows_of(day), report_of(day)
    chosen = Counter(event["why"] for kind, event in rows if kind == "TicketCalled")
    chosen["walk_in"] = sum(kind == "WalkInStarted" for kind, _ in rows)
    classes = Counter(e["priority"] for kind, e in rows if kind == "TicketIssued")
    classes["normal"] += chosen["walk_in"]

    assert (report.chosen, report.classes) == (chosen, classes)


def test_each_change_is_told(day: Engine) -> None:
    kinds = defaultdict(int)
    for kind, _ in rows_of(day):
        kinds[kind] += 1

    texts = Counter(each.text for each in report_of(day).changes)
    assert texts == {
        "No more tickets for {service}: {reason}.": kinds["ServicePaused"],
        "Tickets for {service} again.": kinds["ServiceResumed"],
        "Counter {counter} calls from now on for: {services}.": kinds["CounterServicesChanged"],
    }


def test_a_day_is_so_far_until_it_is_closed(day: Engine) -> None:
    before = report_of(day)
    zone = time_zone("Africa/Casablanca")
    evening = NINE + timedelta(hours=8)
    Reception(SqlJournal(day, "hall"), a_morning, lambda: evening, zone).execute(CloseDay())
    after = report_of(day)

    assert (before.is_closed, after.is_closed) == (False, True)
    total = after.total
    assert total.visits == total.served + total.no_shows + total.cancelled
    assert told_by(after) == counted_again(rows_of(day))


def test_the_report_has_the_seals_and_tells_when_they_do_not_hold(day: Engine) -> None:
    seals = report_of(day).seals
    with day.begin() as connection:
        known = connection.execute(select(journal.c.seal).order_by(journal.c.seq)).scalars().all()
        connection.execute(update(journal).where(journal.c.seq == 7).values(request="forged"))

    assert (seals.holds, seals.first, seals.last) == (True, known[0], known[-1])
    assert (seals.before, seals.day_before, seals.facts) == ("", None, len(known))
    assert report_of(day).seals.holds is False


def test_there_is_no_report_of_a_day_that_never_was(day: Engine) -> None:
    assert report_of(day, DAY + timedelta(days=1)) is None


def test_a_long_report_lets_others_go_on(day: Engine) -> None:
    breaths: list[None] = []
    day_report(day, "hall", DAY, a_morning(), lambda: breaths.append(None))

    assert len(breaths) == 2 * ceil(len(rows_of(day)) / 100)
