"""A day's report tells how services ended, and what agents wrote down of them."""

from collections import Counter, defaultdict
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from controller.hall.commands import CallNext, FinishService, IssueTicket, OpenCounter, StartService
from controller.store.journal import SqlJournal
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, do, entries
from tests.controller.store.lived import DAY, SERVICES, a_morning, report_of, rows_of, write_day


@pytest.fixture
def day(engine: Engine) -> Engine:
    write_day(engine)
    return engine


def finishes_again(rows: list[tuple[str, dict]]) -> dict[str, list[tuple[str, dict]]]:
    """Return from the rows alone the services that were given, and to which ticket."""
    services: dict[str, str] = {}
    given: dict[str, list[tuple[str, dict]]] = defaultdict(list)
    is_finished: dict[str, bool] = {}
    for kind, event in rows:
        number = event.get("ticket")
        if kind == "VisitRated":
            continue
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
