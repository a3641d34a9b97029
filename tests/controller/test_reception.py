"""One command at a time, and all of it or nothing."""

from threading import Barrier, Event, Thread

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
from controller.hall.refusals import CounterNotOpen, NobodyWaiting, Refused
from controller.reception import JournalError
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, ONE, TWO, a_hall
from tests.controller.journals import FullDisk, ListJournal, SlowJournal, a_reception, numbers


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


def test_a_request_of_several_facts_is_answered_with_all_of_them_again() -> None:
    journal = ListJournal()
    reception = a_reception(journal)
    for wish in (OpenCounter(ONE, AMINA), IssueTicket(BIRTHS)):
        reception.execute(wish)
    closed = reception.execute(CloseDay(), "request-1")

    assert len(closed.facts) == 3
    assert reception.execute(CloseDay(), "request-1") == closed
    assert a_reception(journal).execute(CloseDay(), "request-1") == closed


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
