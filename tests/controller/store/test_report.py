"""A day's report says what the journal's rows add up to, counted once more by other means."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from math import ceil

import pytest
from sqlalchemy import Engine, select, update

from controller.hall.commands import (
    CallNext,
    CloseDay,
    FinishService,
    GiveUp,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    Reinstate,
    StartService,
)
from controller.reception import Reception
from controller.report import DayReport
from controller.store.journal import SqlJournal
from controller.store.report import day_report
from controller.store.tables import journal
from media.zone import time_zone
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, TAXES
from tests.controller.store.lived import DAY, a_morning, report_of, rows_of, write_day


@pytest.fixture
def day(engine: Engine) -> Engine:
    write_day(engine)
    return engine


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
    given: Counter[str] = Counter()
    for kind, event in rows:
        number, at = event.get("ticket"), datetime.fromisoformat(event["at"])
        if kind in {"TicketIssued", "WalkInStarted"}:
            services[number], issued[number] = event["service"], at
        if kind == "TicketIssued":  # who walked in was promised nothing
            due[number] = datetime.fromisoformat(event["promised_at"])
        if kind == "TicketCalled" and number in due:
            called.setdefault(number, at)
        if kind == "TicketReinstated" and fates[number] == "served":
            given[number] -= 1
        if kind == "ServiceFinished":
            given[number] += 1
        if kind in FATES:
            fates[number] = FATES[kind]
    left = ("no_shows", "cancelled")
    fates |= {n: "served" for n, fate in fates.items() if fate in left and given[n]}
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


def why_of_calls(rows: list[tuple[str, dict]]) -> Iterator[str]:
    """What the journal says, but for those whose last place in line was given by a person."""
    places: dict[str, str] = {}
    ended: dict[str, str] = {}
    for kind, event in rows:
        if kind == "TicketReinstated" and ended[event["ticket"]] == "ServiceFinished":
            places[event["ticket"]] = "back"
        if kind in FATES:
            ended[event["ticket"]] = kind
        if kind in ("TicketTransferred", "TicketRedirected", "TicketReinstated"):
            if event["place"] in ("first", "last"):
                places[event["ticket"]] = event["place"]
        elif kind == "TicketCalled":
            place = places.get(event["ticket"]) if event["why"] == "due" else None
            yield {"first": "put_first", "back": "brought_back"}.get(place, event["why"])


def test_what_chose_the_calls_and_the_classes_are_counted(day: Engine) -> None:
    rows, report = rows_of(day), report_of(day)
    chosen = Counter(why_of_calls(rows))
    chosen["walk_in"] = sum(kind == "WalkInStarted" for kind, _ in rows)
    given = ("TicketIssued", "TicketReprioritised")
    classes = {e["ticket"]: e["priority"] for kind, e in rows if kind in given}
    counted = Counter(classes.values())
    counted["normal"] += chosen["walk_in"]

    assert (report.chosen, report.classes) == (chosen, counted)


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


def test_who_leaves_after_the_first_of_two_services_was_served(engine: Engine) -> None:
    zone, there = time_zone("Africa/Casablanca"), (CallNext(AMINA), StartService(AMINA))
    reception = Reception(SqlJournal(engine, "hall"), a_morning, lambda: NINE, zone)
    for wish in (
        *(OpenCounter(ONE, AMINA), IssueTicket(BIRTHS, then=(TAXES,)), *there),
        *(FinishService(AMINA), GiveUp("A001"), IssueTicket(BIRTHS), *there),
        *(FinishService(AMINA), Reinstate("A002", "wrong tap"), CallNext(AMINA), MarkNoShow(AMINA)),
    ):
        reception.execute(wish)

    total = report_of(engine).total

    assert (total.visits, total.served, total.no_shows, total.cancelled) == (2, 1, 1, 0)
