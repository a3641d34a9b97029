"""A ticket's story tells each thing that happened to it, and each one that went before it."""

from datetime import timedelta

import pytest

from controller.hall.commands import (
    CallNext,
    CallTicket,
    ChangeServices,
    CheckIn,
    CloseDay,
    FinishService,
    GiveUp,
    IssueTicket,
    LeaveCounter,
    LetTimePass,
    MarkNoShow,
    OpenCounter,
    Park,
    PreCall,
    Recall,
    Redirect,
    Reinstate,
    ReleaseCounter,
    ReopenDay,
    Resume,
    ServeWalkIn,
    StartService,
    Transfer,
)
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    ONE,
    TAXES,
    TWO,
    after,
)
from tests.controller.story.telling import AGAIN, CALLED, CAME, ISSUED, SERVING, told


def test_a_ticket_that_was_served() -> None:
    assert told(
        IssueTicket(BIRTHS),
        PreCall(AMINA),
        CallNext(AMINA),
        Recall(AMINA),
        StartService(AMINA),
        FinishService(AMINA, "incomplete", "no photo", 3),
    ) == [
        ISSUED,
        "Told to get ready for counter 1.",
        CALLED,
        "Called again.",
        CAME,
        "Served.",
        "Outcome: incomplete.",
        "Quantity: 3.",
        "Note: no photo.",
    ]


def test_a_parked_ticket_tells_where_its_visitor_is_and_what_brought_it_back() -> None:
    parked = told(*SERVING, Park(AMINA, "photo"), Resume("A001"))
    timed = told(
        *SERVING,
        Park(AMINA, "photo", "at the shop", timedelta(minutes=1)),
        LetTimePass(),
    )

    assert parked[3:] == ["Parked: photo.", "Waits again in the old place."]
    assert timed[3:] == [
        "Parked, until 09:06 at the latest: photo.",
        "Meanwhile the visitor is here: at the shop.",
        "The time was over: waits again in the old place.",
    ]


@pytest.mark.parametrize(
    ("wish", "line"),
    [
        (Transfer(AMINA, TAXES), "Sent on to tnb; due at 09:12."),
        (
            Transfer(AMINA, to_counter=TWO),
            "Sent on to birth_copy, to wait for counter 2 alone; due at 09:12.",
        ),
        (
            Transfer(AMINA, to_agent=BRAHIM),
            "Sent on to birth_copy, to wait for brahim alone; due at 09:12.",
        ),
    ],
)
def test_a_transfer_tells_whom_it_waits_for(wish, line) -> None:
    assert told(*SERVING, wish)[3:] == [line]


@pytest.mark.parametrize(
    ("how", "line"),
    [
        ({"place": "first", "reason": "burial"}, "It was put first in line: burial."),
        ({"place": "last"}, "It was put last in line."),
    ],
)
def test_a_transfer_tells_where_in_line_the_ticket_was_put(how, line) -> None:
    assert told(*SERVING, Transfer(AMINA, TAXES, **how))[4:] == [line]


def test_who_was_passed_by_somebody_put_first_reads_so() -> None:
    front = Redirect("A002", "cannot stand", "salma", place="first")

    lines = told(IssueTicket(BIRTHS), IssueTicket(BIRTHS), front, CallNext(AMINA))

    assert lines[-1] == "A002 went to counter 1 before it: it had been put first in line."


@pytest.mark.parametrize("policy", ["due", "strict", "interleave", "accumulate"])
@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("first", "it had been put first in line."),
        ("last", "it had been put last in line, and then its turn came."),
    ],
)
def test_who_was_put_first_or_last_is_not_said_to_be_due_of_itself(policy, place, reason) -> None:
    put = Redirect("A001", "cannot stand", "salma", place=place)
    lines = told(IssueTicket(BIRTHS), put, CallNext(AMINA), policy=policy)

    assert lines[-1] == f"Called to counter 1 by amina: {reason}"


def test_who_was_being_served_when_the_day_was_closed_too_soon_was_put_first() -> None:
    again = (CloseDay(), ReopenDay("in error", "salma"), OpenCounter(ONE, AMINA), CallNext(AMINA))

    lines = told(*SERVING, *again)

    assert "The closing was taken back: waits again, first in line." in lines
    assert lines[-1] == "Called to counter 1 by amina: it had been put first in line."


@pytest.mark.parametrize("policy", ["strict", "interleave", "accumulate"])
def test_of_an_early_appointment_that_was_passed_it_is_said_that_its_time_had_not_come(
    policy,
) -> None:
    early = CheckIn("K7QM3XPT", BIRTHS, after(25))
    lines = told(early, IssueTicket(BIRTHS), CallNext(AMINA), number="A002", policy=policy)

    assert lines[-1] == "It passed A001, whose appointed time had not come."
    assert "of those who could be called there" in lines[-2]


def test_a_ticket_that_comes_back_tells_to_whom() -> None:
    sent = Transfer(AMINA, TAXES, comes_back=True)
    elsewhere = (*SERVING, sent, CallNext(BRAHIM), StartService(BRAHIM))

    back = told(*elsewhere, FinishService(BRAHIM), CallNext(AMINA))
    assert back[3:5] == ["Sent on to tnb; due at 09:12.", "It is to come back to amina afterwards."]
    assert back[5:] == [
        AGAIN,
        CAME,
        "Served.",
        "Goes back to amina for birth_copy; due at 09:12.",
        CALLED,
    ]
    gone = told(*elsewhere, LeaveCounter(AMINA), FinishService(BRAHIM))
    assert gone[-1] == (
        "Goes back for birth_copy, to any counter: the agent who had sent it is away. Due at 09:12."
    )
    changed = ChangeServices(ONE, frozenset({TAXES}))
    assert told(*elsewhere, changed, FinishService(BRAHIM))[-1] == (
        "Goes back for birth_copy, to any counter: it was taken away from that of the agent who "
        "had sent it. Due at 09:12."
    )


def test_a_visit_of_several_services_goes_on() -> None:
    lines = told(
        IssueTicket(BIRTHS, then=(TAXES,)),
        CallNext(AMINA),
        StartService(AMINA),
        FinishService(AMINA),
    )
    assert lines[-2:] == ["Served.", "Goes on to tnb; due at 09:12."]


def test_who_waited_for_a_counter_that_closed_waits_for_any() -> None:
    lines = told(*SERVING, Transfer(AMINA, to_counter=TWO), LeaveCounter(BRAHIM))

    assert lines[-1] == (
        "The counter or agent that it waited for is not at work any more: it waits for "
        "birth_copy at any counter."
    )


def test_who_was_missed_comes_after_all() -> None:
    lines = told(IssueTicket(BIRTHS), CallNext(AMINA), MarkNoShow(AMINA), Reinstate("A001"))

    assert lines[-2:] == [
        "Nobody came.",
        "The visitor came after all, and waits again in the old place.",
    ]


def test_a_counter_that_was_released_lets_its_ticket_wait_again() -> None:
    lines = told(IssueTicket(BIRTHS), CallNext(AMINA), ReleaseCounter(ONE))

    assert lines[-1] == "The counter was closed; the ticket waits again."


def test_a_call_out_of_turn_is_told_to_all_whom_it_passed() -> None:
    wishes = (
        IssueTicket(BIRTHS),
        IssueTicket(BIRTHS, priority="elderly"),
        IssueTicket(BIRTHS),
        CallTicket(AMINA, "A003", "unwell"),
        CallTicket(BRAHIM, "A001", "in a hurry"),
    )
    third, first, second = (told(*wishes, number=n) for n in ("A003", "A001", "A002"))

    assert third[-2:] == [
        "Called to counter 1 by amina out of turn: unwell.",
        "It went before A001, A002.",
    ]
    assert first[1:] == [
        "A003 went to counter 1 out of turn: unwell.",
        "Called to counter 2 by brahim out of turn: in a hurry.",
        "It went before A002.",
    ]
    # A002 had not waited as long as A001, but was due sooner.
    assert second[2:] == [
        "A003 went to counter 1 out of turn: unwell.",
        "A001 went to counter 2 out of turn: in a hurry.",
    ]


def test_a_visitor_without_a_ticket_is_told_to_those_who_waited() -> None:
    wishes = (IssueTicket(BIRTHS), ServeWalkIn(AMINA, BIRTHS, "fr", "asks for a form"))

    assert told(*wishes)[1:] == ["A002 was served at counter 1 before it, without a ticket."]
    assert told(*wishes, number="A002") == [
        "Served without waiting at counter 1 by amina: asks for a form.",
        "It went before A001.",
    ]


@pytest.mark.parametrize(
    ("policy", "own", "other"),
    [
        (
            "strict",
            (
                "of those who could be called there, nobody was of a higher class, and among its "
                "equals it was due first."
            ),
            "its class comes first.",
        ),
        (
            "interleave",
            "of those who could be called there, it was due first in the class whose turn it was.",
            "its class had its turn.",
        ),
        (
            "accumulate",
            "of those who could be called there, it had the most points.",
            "it had more points.",
        ),
    ],
)
def test_each_order_tells_why_a_class_went_first(policy, own, other) -> None:
    wishes = (
        IssueTicket(BIRTHS),
        IssueTicket(BIRTHS),
        *([LetTimePass()] * 6),
        IssueTicket(BIRTHS, priority="elderly"),
        *([LetTimePass()] * 20),
        CallNext(AMINA),
        MarkNoShow(AMINA),
        CallNext(AMINA),
    )
    called = told(*wishes, policy=policy, number="A003")
    passed = told(*wishes, policy=policy, number="A002")

    assert called[2] == f"Called to counter 1 by amina: {own}"
    assert f"A003 went to counter 1 before it: {other}" in passed


def test_of_one_class_whoever_went_first_was_due_sooner() -> None:
    wishes = (IssueTicket(TAXES), IssueTicket(BIRTHS), CallNext(AMINA))

    assert told(*wishes, number="D001", policy="strict")[1:] == [
        "A001 went to counter 1 before it: it was due sooner."
    ]


def test_who_gave_up_and_whom_the_evening_ended() -> None:
    assert told(IssueTicket(BIRTHS), GiveUp("A001"))[1:] == ["The visitor gave the place up."]
    assert told(IssueTicket(BIRTHS), CloseDay())[1:] == ["The hall closed before its turn came."]
    assert told(*SERVING, CloseDay())[3:] == [
        "The hall closed while it was being served; it counts as served."
    ]


def test_there_is_no_story_of_no_ticket() -> None:
    assert told(IssueTicket(BIRTHS), number="Z001") == []


def test_an_appointment_that_was_kept_and_one_that_was_missed() -> None:
    assert told(CheckIn("K7QM3XPT", BIRTHS, after(20))) == [
        "Issued for birth_copy; 0 waited before it. Due at 09:20.",
        "The visitor had an appointment for 09:20.",
    ]
    assert told(CheckIn("K7QM3XPT", BIRTHS, after(-20))) == [
        ISSUED,
        "Too late for the appointment for 08:40: it waits as if there had been none.",
    ]
