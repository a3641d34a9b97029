"""Each day has a hall of its own, and ends."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from controller.hall import Hall, refusals
from controller.hall.commands import (
    CallNext,
    CloseDay,
    Command,
    EndDay,
    IssueTicket,
    OpenCounter,
    RaiseEmergency,
    ReopenDay,
)
from controller.hall.events import (
    CounterClosed,
    DayClosed,
    Event,
    NoShowRecorded,
    TicketCancelled,
)
from controller.reception import Entry, Fact, JournalError
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE, a_hall
from tests.controller.journals import CASABLANCA, Clock, ListJournal, a_reception, numbers
from wire.messages import EmergencyKind


def test_each_local_day_begins_with_an_empty_hall() -> None:
    clock = Clock()
    reception = a_reception(ListJournal(), now=clock)
    reception.execute(IssueTicket(BIRTHS))

    clock.at = datetime.combine(NINE.date(), datetime.max.time(), CASABLANCA)
    assert numbers(reception) == ["A001"]
    clock.at += timedelta(microseconds=1)

    assert reception.catch_up() is True
    assert numbers(reception) == []
    assert reception.execute(IssueTicket(BIRTHS)).seq == 1


def test_the_first_fact_of_a_day_closes_the_day_before_that_nobody_closed() -> None:
    journal, clock = ListJournal(), Clock()
    reception = a_reception(journal, now=clock)
    reception.execute(OpenCounter(ONE, AMINA))
    reception.execute(IssueTicket(BIRTHS))
    reception.execute(IssueTicket(BIRTHS))
    reception.execute(CallNext(AMINA))

    clock.at += timedelta(days=3)
    reception.execute(IssueTicket(BIRTHS))

    midnight = datetime(2026, 3, 3, tzinfo=CASABLANCA) - timedelta.resolution
    assert [entry.fact.event for entry in journal.entries[NINE.date()][4:]] == [
        NoShowRecorded(midnight, "A001", ONE, "closing"),
        TicketCancelled(midnight, "A002", "closing"),
        CounterClosed(midnight, ONE),
        DayClosed(midnight),
    ]


def test_a_day_is_closed_once_by_whichever_process_begins_the_next() -> None:
    journal, clock = ListJournal(), Clock()
    left, right = a_reception(journal, now=clock), a_reception(journal, now=clock)
    left.execute(IssueTicket(BIRTHS))

    clock.at += timedelta(days=1)
    left.execute(IssueTicket(BIRTHS))
    right.execute(IssueTicket(BIRTHS))

    assert [type(entry.fact.event).__name__ for entry in journal.entries[NINE.date()]] == [
        "TicketIssued",
        "TicketCancelled",
        "DayClosed",
    ]


def test_a_yesterday_that_lacks_a_fact_keeps_nobody_from_being_served_today() -> None:
    journal, clock = ListJournal(), Clock()
    reception = a_reception(journal, now=clock)
    for wish in (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS), CallNext(AMINA)):
        reception.execute(wish)
    for damaged in (1, 0):
        del journal.entries[NINE.date()][damaged]
        renumbered = enumerate(journal.entries[NINE.date()], 1)
        journal.entries[NINE.date()] = [
            Entry(Fact(seq, entry.fact.event), None) for seq, entry in renumbered
        ]
    left = list(journal.entries[NINE.date()])

    clock.at += timedelta(days=1)

    assert reception.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A001"
    assert journal.entries[NINE.date()] == left


def kinds(journal: ListJournal) -> list[str]:
    return [type(entry.fact.event).__name__ for entry in journal.entries[NINE.date()]]


def test_an_emergency_that_nobody_lifted_ends_with_its_day() -> None:
    journal, clock = ListJournal(), Clock()
    reception = a_reception(journal, now=clock)
    reception.execute(IssueTicket(BIRTHS))
    reception.execute(RaiseEmergency(EmergencyKind.EVACUATION, "salma"))

    clock.at += timedelta(days=1)

    assert reception.execute(OpenCounter(ONE, AMINA)).seq == 1
    assert reception.read(lambda hall, _: hall.emergencies) == {}
    assert kinds(journal)[2:] == ["TicketCancelled", "DayClosed", "EmergencyLifted"]


def test_one_that_lasts_in_a_closed_hall_ends_with_the_day_too() -> None:
    journal, clock = ListJournal(), Clock()
    reception = a_reception(journal, now=clock)
    for wish in (CloseDay(), RaiseEmergency(EmergencyKind.EVACUATION, "salma")):
        reception.execute(wish)

    clock.at += timedelta(days=1)
    reception.execute(OpenCounter(ONE, AMINA))

    assert kinds(journal) == ["DayClosed", "EmergencyRaised", "EmergencyLifted"]


def test_a_refusal_while_a_past_day_is_closed_reaches_nobody_of_today() -> None:
    journal, clock = ListJournal(), Clock()
    reception = a_reception(journal, Unending, now=clock)
    reception.execute(OpenCounter(ONE, AMINA))

    clock.at += timedelta(days=1)
    with capture_logs() as logged:
        assert reception.execute(OpenCounter(ONE, AMINA)).seq == 1

    assert logged == [
        {
            "event": "day_left_open",
            "log_level": "error",
            "day": "2026-03-02",
            "why": "WrongMoment",
        }
    ]


class Unending(Hall):
    """A hall that refuses to end."""

    def __init__(self) -> None:
        like = a_hall()
        super().__init__(like.services.values(), {ONE: like.services})

    def decide(self, command: Command, at: datetime) -> tuple[Event, ...]:
        if isinstance(command, EndDay):
            raise refusals.WrongMoment
        return super().decide(command, at)


class Passing(ListJournal):
    """A journal with a passing trouble: for a while it cannot write on in the past."""

    is_troubled = False

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        if self.is_troubled and day == NINE.date():
            raise JournalError("database is locked")
        super().append(day, facts, request)


def test_a_day_that_could_not_be_closed_is_closed_when_the_trouble_is_over() -> None:
    journal, clock = Passing(), Clock()
    reception = a_reception(journal, now=clock)
    reception.execute(IssueTicket(BIRTHS))
    clock.at += timedelta(days=1)
    journal.is_troubled = True
    reception.execute(IssueTicket(BIRTHS))
    journal.is_troubled = False

    clock.at += timedelta(minutes=4)
    reception.execute(IssueTicket(BIRTHS))
    assert kinds(journal) == ["TicketIssued"]
    clock.at += timedelta(minutes=1)
    reception.execute(IssueTicket(BIRTHS))

    assert kinds(journal) == ["TicketIssued", "TicketCancelled", "DayClosed"]


def test_a_start_in_the_day_closes_what_an_earlier_one_left_open_behind_closed_days() -> None:
    journal, clock = Passing(), Clock()
    reception = a_reception(journal, now=clock)
    reception.execute(IssueTicket(BIRTHS))
    journal.is_troubled = True
    for _ in range(3):
        clock.at += timedelta(days=1)
        reception.execute(IssueTicket(BIRTHS))
        reception.execute(CloseDay())
        reception.execute(ReopenDay("too soon", "salma"))
    journal.is_troubled = False
    assert kinds(journal) == ["TicketIssued"]

    a_reception(journal, now=clock).execute(IssueTicket(BIRTHS))

    assert kinds(journal) == ["TicketIssued", "TicketCancelled", "DayClosed"]


def test_who_has_a_wrong_clock_begins_no_day_and_ends_none() -> None:
    journal, clock = ListJournal(), Clock()
    right, wrong = a_reception(journal), a_reception(journal, now=clock)
    right.execute(IssueTicket(BIRTHS))
    journal.own_clock = NINE
    clock.at += timedelta(days=1)

    with pytest.raises(
        JournalError, match="says 2026-03-03 09:00:00 UTC, the database's 2026-03-02"
    ):
        wrong.execute(IssueTicket(BIRTHS))
    clock.at -= timedelta(days=1)

    assert right.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A002"
    assert wrong.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A003"


def test_a_day_that_only_a_wrong_clock_saw_closes_nothing() -> None:
    journal, clock = ListJournal(), Clock()
    reception = a_reception(journal, now=clock)
    reception.execute(IssueTicket(BIRTHS))

    clock.at += timedelta(days=1)
    reception.catch_up()

    assert len(journal.entries[NINE.date()]) == 1


def test_a_damaged_yesterday_keeps_nobody_from_being_served_today() -> None:
    journal, clock = ListJournal(), Clock()
    reception = a_reception(journal, now=clock)
    reception.execute(IssueTicket(BIRTHS))
    clock.at += timedelta(days=1)
    reception.catch_up()
    journal.unreadable = NINE.date()

    assert reception.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A001"
    assert len(journal.entries[NINE.date()]) == 1


def test_a_clock_set_back_does_not_reopen_yesterday() -> None:
    clock = Clock()
    reception = a_reception(ListJournal(), now=clock)
    reception.execute(IssueTicket(BIRTHS))

    clock.at -= timedelta(days=1)

    assert reception.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A002"


def test_an_hour_set_back_turns_no_order_round_and_makes_no_wait_negative() -> None:
    clock = Clock()
    reception = a_reception(ListJournal(), now=clock)
    reception.execute(OpenCounter(ONE, AMINA))
    reception.execute(IssueTicket(BIRTHS))

    clock.at -= timedelta(hours=1)
    reception.execute(IssueTicket(BIRTHS))
    [called] = reception.execute(CallNext(AMINA)).facts

    assert (called.event.ticket, called.event.at) == ("A001", NINE)


def test_a_day_on_which_nothing_was_done_is_given_back() -> None:
    clock = Clock()
    reception = a_reception(ListJournal(), now=clock)
    reception.execute(IssueTicket(BIRTHS))
    clock.at += timedelta(days=1)
    assert numbers(reception) == []

    clock.at = NINE + timedelta(minutes=5)

    assert reception.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A002"


def test_a_new_day_is_caught_up_with_whoever_looked_first() -> None:
    clock = Clock()
    reception = a_reception(ListJournal(), now=clock)
    clock.at += timedelta(days=1)
    numbers(reception)

    assert [reception.catch_up(), reception.catch_up()] == [True, False]
