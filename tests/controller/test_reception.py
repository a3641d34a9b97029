"""One command at a time, and all of it or nothing."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime, timedelta
from threading import Barrier, Event, Thread
from zoneinfo import ZoneInfo

import pytest

from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    CloseDay,
    FinishService,
    IssueTicket,
    OpenCounter,
    ReleaseCounter,
    StartService,
)
from controller.hall.events import CounterClosed, DayClosed, NoShowRecorded, TicketCancelled
from controller.hall.refusals import CounterNotOpen, NobodyWaiting, Refused
from controller.reception import Entry, Fact, JournalError, Reception, SeqTaken
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, NINE, ONE, TWO, a_hall

CASABLANCA = ZoneInfo("Africa/Casablanca")


class ListJournal:
    """A journal in memory, which several receptions may share."""

    def __init__(self) -> None:
        self.entries: dict[date, list[Entry]] = {}
        self.unreadable: date | None = None
        self.own_clock: datetime | None = None

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        entries, new = self.entries.setdefault(day, []), list(facts)
        if new[0].seq != len(entries) + 1:
            raise SeqTaken
        entries += [Entry(fact, request) for fact in new]

    def read(self, day: date, after: int) -> Iterable[Entry]:
        if day == self.unreadable:
            raise JournalError(f"fact 1 of {day} in the journal cannot be read")
        return tuple(self.entries.get(day, ())[after:])

    def clock(self) -> datetime | None:
        return self.own_clock

    def last_day(self, before: date) -> date | None:
        return max((day for day in self.entries if day < before), default=None)

    def turn(self) -> AbstractContextManager[None]:
        return nullcontext()


class FullDisk(ListJournal):
    """A journal that cannot be written."""

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        raise JournalError("disk full")


class SlowJournal(ListJournal):
    """A journal that lets a second agent come in between a decision and its commit."""

    def __init__(self) -> None:
        super().__init__()
        self.meanwhile: Callable[[], object] = lambda: None

    def append(self, day: date, facts: Iterable[Fact], request: str | None) -> None:
        self.meanwhile()
        super().append(day, facts, request)


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.at = NINE

    def __call__(self) -> datetime:
        return self.at


def a_reception(journal: ListJournal, hall: Callable[[], Hall] = a_hall, now=None) -> Reception:
    return Reception(journal, hall, now or (lambda: NINE), CASABLANCA)


def numbers(reception: Reception) -> list[str]:
    return reception.read(lambda hall, _at: list(hall.tickets))


def test_facts_are_told_in_order_with_their_place() -> None:
    reception, heard = a_reception(ListJournal()), []
    reception.listen(heard.append)

    first = reception.execute(IssueTicket(BIRTHS))
    second = reception.execute(OpenCounter(ONE, AMINA))

    assert heard == [*first.facts, *second.facts]
    assert [fact.seq for fact in heard] == [1, 2]


def test_nothing_changes_when_the_journal_fails() -> None:
    reception, heard = a_reception(FullDisk()), []
    reception.listen(heard.append)

    with pytest.raises(JournalError, match="disk full"):
        reception.execute(IssueTicket(BIRTHS))

    assert (numbers(reception), heard, reception.trouble) == ([], [], "disk full")


def test_the_trouble_is_over_with_the_first_fact_that_is_written() -> None:
    journal = SlowJournal()
    reception = a_reception(journal)

    def fail() -> None:
        raise JournalError("disk full")

    journal.meanwhile = fail
    with pytest.raises(JournalError):
        reception.execute(IssueTicket(BIRTHS))
    assert reception.trouble == "disk full"
    journal.meanwhile = lambda: None
    reception.execute(IssueTicket(BIRTHS))

    assert reception.trouble is None


def test_a_refusal_is_not_journalled() -> None:
    journal = ListJournal()

    with pytest.raises(Refused):
        a_reception(journal).execute(IssueTicket("flying"))

    assert journal.entries == {}


def test_two_agents_at_once_get_different_tickets() -> None:
    journal = SlowJournal()
    reception = a_reception(journal)
    for agent, counter in ((AMINA, ONE), (BRAHIM, TWO)):
        reception.execute(OpenCounter(counter, agent))
        reception.execute(IssueTicket(BIRTHS))
    # Each commit waits until the other agent asks too: without the lock both decide on A001.
    together, asked, called = Barrier(2), Event(), []
    journal.meanwhile = lambda: asked.wait(0.2)

    def call(agent: str) -> None:
        together.wait()
        called.extend(fact.event.ticket for fact in reception.execute(CallNext(agent)).facts)

    threads = [Thread(target=call, args=[agent]) for agent in (AMINA, BRAHIM)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(called) == ["A001", "A002"]


def test_the_loser_of_two_processes_reads_on_and_decides_again() -> None:
    journal = ListJournal()
    left, right = a_reception(journal), a_reception(journal)
    heard = []
    right.listen(heard.append)

    first, second = left.execute(IssueTicket(BIRTHS)), right.execute(IssueTicket(BIRTHS))

    assert [o.facts[0].event.ticket for o in (first, second)] == ["A001", "A002"]
    assert heard == [*first.facts, *second.facts]


def test_the_loser_is_refused_when_nothing_is_left() -> None:
    journal = ListJournal()
    left, right = a_reception(journal), a_reception(journal)
    left.execute(OpenCounter(ONE, AMINA))
    left.execute(OpenCounter(TWO, BRAHIM))
    left.execute(IssueTicket(BIRTHS))
    right.catch_up()
    left.execute(CallNext(AMINA))

    with pytest.raises(NobodyWaiting):
        right.execute(CallNext(BRAHIM))


def test_a_repeated_request_gets_the_first_outcome_from_any_process() -> None:
    journal = ListJournal()
    left, right = a_reception(journal), a_reception(journal)

    first = left.execute(IssueTicket(BIRTHS), "request-1")

    assert left.execute(IssueTicket(BIRTHS), "request-1") == first
    assert right.execute(IssueTicket(BIRTHS), "request-1") == first
    assert a_reception(journal).execute(IssueTicket(BIRTHS), "request-1") == first
    assert numbers(right) == ["A001"]


def test_the_day_goes_on_after_a_restart() -> None:
    journal = ListJournal()
    a_reception(journal).execute(IssueTicket(BIRTHS))

    again = a_reception(journal)

    assert again.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A002"


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
        NoShowRecorded(midnight, "A001", ONE),
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


def test_who_has_a_wrong_clock_begins_no_day_and_ends_none() -> None:
    journal, clock = ListJournal(), Clock()
    right, wrong = a_reception(journal), a_reception(journal, now=clock)
    right.execute(IssueTicket(BIRTHS))
    journal.own_clock = NINE
    clock.at += timedelta(days=1)

    with pytest.raises(JournalError, match="says 2026-03-03, the database's 2026-03-02"):
        wrong.execute(IssueTicket(BIRTHS))
    clock.at -= timedelta(days=1)

    assert right.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A002"
    assert wrong.execute(IssueTicket(BIRTHS)).facts[0].event.ticket == "A003"


def test_a_request_of_several_facts_is_answered_with_all_of_them_again() -> None:
    journal = ListJournal()
    reception = a_reception(journal)
    for wish in (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS)):
        reception.execute(wish)
    closed = reception.execute(CloseDay(), "request-1")

    assert len(closed.facts) == 3
    assert reception.execute(CloseDay(), "request-1") == closed
    assert a_reception(journal).execute(CloseDay(), "request-1") == closed


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


def test_catching_up_says_whether_there_was_anything() -> None:
    journal = ListJournal()
    left, right = a_reception(journal), a_reception(journal)
    left.execute(IssueTicket(BIRTHS))

    assert (right.catch_up(), right.catch_up()) == (True, False)


def test_a_journal_with_a_gap_opens_no_hall() -> None:
    journal = ListJournal()
    reception = a_reception(journal)
    for _ in range(3):
        reception.execute(IssueTicket(BIRTHS))
    [entries] = journal.entries.values()
    del entries[1]

    with pytest.raises(JournalError, match="the journal of 2026-03-02 lacks fact 2"):
        a_reception(journal)


def test_nothing_is_refused_for_what_another_process_has_changed() -> None:
    journal = ListJournal()
    left, right = a_reception(journal), a_reception(journal)
    left.execute(OpenCounter(ONE, AMINA))
    left.execute(IssueTicket(BIRTHS))

    called = right.execute(CallNext(AMINA))

    assert [fact.seq for fact in called.facts] == [3]
    left.execute(OpenCounter(TWO, BRAHIM))
    with pytest.raises(NobodyWaiting):
        left.execute(CallNext(BRAHIM))


def test_an_agent_finishes_nobody_elses_visitor_through_a_process_that_lags() -> None:
    journal = ListJournal()
    left, right = a_reception(journal), a_reception(journal)
    for wish in (
        OpenCounter(ONE, AMINA),
        IssueTicket(BIRTHS),
        CallNext(AMINA),
        StartService(AMINA),
    ):
        left.execute(wish)
    right.catch_up()
    for wish in (ReleaseCounter(ONE), OpenCounter(ONE, BRAHIM), CallNext(BRAHIM)):
        left.execute(wish)
    left.execute(StartService(BRAHIM))

    with pytest.raises(CounterNotOpen):
        right.execute(FinishService(AMINA))


def test_a_listener_hears_of_what_is_already_so() -> None:
    halls: list[Hall] = []

    def make() -> Hall:
        halls.append(a_hall())
        return halls[-1]

    reception, heard = a_reception(ListJournal(), make), []
    reception.listen(lambda fact: heard.append((fact.seq, halls[-1].seq, len(halls[-1].tickets))))

    reception.execute(IssueTicket(BIRTHS))
    reception.execute(IssueTicket(BIRTHS))

    assert heard == [(1, 1, 1), (2, 2, 2)]


def test_a_new_day_is_caught_up_with_whoever_looked_first() -> None:
    clock = Clock()
    reception = a_reception(ListJournal(), now=clock)
    clock.at += timedelta(days=1)
    numbers(reception)

    assert [reception.catch_up(), reception.catch_up()] == [True, False]
