"""A ticket's story tells what the staff did for it beyond the rules for visitors."""

from datetime import timedelta

import pytest

from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    CancelTicket,
    ChangeServices,
    FinishService,
    IssueTicket,
    LeaveCounter,
    MarkNoShow,
    Park,
    Redirect,
    Reinstate,
    Reprioritise,
    Resume,
    StartService,
    Transfer,
)
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.story.own import own
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, NINE, ONE, TAXES, TWO
from tests.controller.story.telling import SERVING, told


def test_a_finish_that_was_taken_back_is_told_as_such() -> None:
    lines = told(*SERVING, FinishService(AMINA), Reinstate("A001", "wrong tap"))

    assert lines[-2:] == [
        "The finish was taken back: waits again in the old place.",
        "Reason: wrong tap.",
    ]


def test_a_call_of_who_was_brought_back_after_being_served_is_told_as_such() -> None:
    again = (Reinstate("A001", "wrong tap"), CallNext(AMINA))
    lines = told(*SERVING, FinishService(AMINA), *again)

    assert lines[-1] == (
        "Called to counter 1 by amina: it had been finished, and was brought back."
    )


def test_a_ticket_beyond_the_quota_is_told_as_such() -> None:
    hall = Hall([Service(BIRTHS, "A", timedelta(0), quota=0)], {ONE: (BIRTHS,)}, Rules())
    [event] = hall.decide(IssueTicket(BIRTHS, is_by_staff=True), NINE)

    assert [line.text for line in own(event, hall)][1:] == [
        "Given by the staff beyond the day’s tickets for {service}."
    ]


def test_what_supervisors_did_is_told_with_their_reasons() -> None:
    lines = told(
        IssueTicket(BIRTHS),
        Redirect("A001", "wrong office", "salma", TAXES),
        Redirect("A001", "wants him", "salma", to_agent=BRAHIM),
        Redirect("A001", "as it was", "salma", to_counter=ONE),
        Reprioritise("A001", "elderly", "did not see the button", "salma"),
        CancelTicket("A001", "left", "salma"),
        Reinstate("A001"),
    )
    assert lines[1:] == [
        "Sent to wait for tnb; due at 09:12: wrong office.",
        "Sent to wait for tnb, for brahim alone; due at 09:12: wants him.",
        "Sent to wait for tnb at counter 1 alone; due at 09:12: as it was.",
        "Given the class elderly: did not see the button.",
        "Cancelled: left.",
        "The cancellation was taken back: waits again in the old place.",
        "As before, it waits for counter 1 alone.",
    ]


def test_who_waits_alone_for_what_is_taken_away_reads_why_it_waits_for_anybody() -> None:
    lines = told(
        IssueTicket(BIRTHS),
        Redirect("A001", "knows it", "salma", to_agent=AMINA),
        ChangeServices(ONE, frozenset({TAXES})),
    )

    assert lines[-1] == (
        "birth_copy was taken away from the counter that it waited for: it waits at any counter."
    )


PUT_FIRST = "went to counter 1 before it: it had been put first in line."


def test_who_was_put_first_is_told_so_for_every_further_service_of_the_visit() -> None:
    visit = IssueTicket(BIRTHS, then=(TAXES,))
    put = Redirect("A001", "a friend", "salma", place="first")
    served = (CallNext(AMINA), StartService(AMINA), FinishService(AMINA))

    lines = told(IssueTicket(TAXES), visit, put, *served, CallNext(AMINA), number="D001")

    assert lines[1:] == [f"A001 {PUT_FIRST}"] * 2


def test_who_was_put_first_is_told_so_when_it_comes_back_to_the_agent_who_sent_it() -> None:
    wishes = (
        IssueTicket(TAXES),
        *SERVING,
        Transfer(AMINA, TAXES, to_agent=BRAHIM, place="first", comes_back=True, reason="ill"),
        CallNext(BRAHIM),
        StartService(BRAHIM),
        FinishService(BRAHIM),
        CallNext(AMINA),
    )

    assert told(*wishes, number="D001")[-1] == f"A001 {PUT_FIRST}"


SENT = (*SERVING, Transfer(AMINA, to_agent=BRAHIM), CallNext(BRAHIM))


@pytest.mark.parametrize(
    ("meanwhile", "line"),
    [
        ((), "As before, it waits for brahim alone."),
        (
            (LeaveCounter(BRAHIM),),
            (
                "The counter or agent that it waited for is not at work any more: it waits for "
                "birth_copy at any counter."
            ),
        ),
    ],
)
@pytest.mark.parametrize(
    ("away", "back"),
    [(MarkNoShow(BRAHIM), Reinstate("A001")), (Park(BRAHIM, "a copy"), Resume("A001"))],
)
def test_who_comes_back_reads_for_whom_it_waits(away, back, meanwhile, line) -> None:
    assert told(*SENT, away, *meanwhile, back)[-1] == line


def test_who_is_back_for_one_counter_alone_reads_which() -> None:
    sent = (*SERVING, Transfer(AMINA, to_counter=TWO), CallNext(BRAHIM), MarkNoShow(BRAHIM))

    assert told(*sent, Reinstate("A001"))[-1] == "As before, it waits for counter 2 alone."


def test_who_was_brought_back_after_being_served_is_told_to_those_whom_it_passed() -> None:
    wishes = (IssueTicket(TAXES), *SERVING, FinishService(AMINA), Reinstate("A001", "wrong tap"))

    assert told(*wishes, CallNext(AMINA), number="D001")[-1] == (
        "A001 went to counter 1 before it: it had been finished, and was brought back."
    )
