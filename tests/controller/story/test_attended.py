"""A wait during which nobody could have called the ticket."""

from controller.hall.commands import (
    CallNext,
    ChangeServices,
    IssueTicket,
    LeaveCounter,
    OpenCounter,
    PauseCounter,
    Redirect,
    ResumeCounter,
)
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, ONE, TAXES, TWO
from tests.controller.story.telling import CALLED, ISSUED, told

NOBODY = "No counter that may call it is at work."
NOBODY_ANY_MORE = "No counter that may call it is at work any more."
AGAIN = "A counter that may call it is at work again."


def test_a_break_of_the_last_counter_explains_the_wait() -> None:
    lines = told(
        IssueTicket(BIRTHS),
        PauseCounter(BRAHIM, "meal"),
        PauseCounter(AMINA, "prayer"),
        ResumeCounter(AMINA),
        CallNext(AMINA),
    )

    assert lines == [
        ISSUED,
        "Counter 1, the last that may call it, is on a break: prayer.",
        AGAIN,
        CALLED,
    ]


def test_before_the_first_counter_opens_nobody_can_call() -> None:
    left = (LeaveCounter(AMINA), LeaveCounter(BRAHIM))
    opened = OpenCounter(ONE, AMINA)

    assert told(*left, IssueTicket(BIRTHS), opened)[1:] == [NOBODY, AGAIN]


def test_counters_for_other_services_do_not_count() -> None:
    others = [ChangeServices(number, frozenset({TAXES})) for number in (ONE, TWO)]

    assert told(IssueTicket(BIRTHS), *others)[1:] == [NOBODY_ANY_MORE]


def test_who_waits_for_one_agent_alone_waits_for_anybody_when_that_agent_has_a_break() -> None:
    sent = Redirect("A001", "knows the file", "salma", to_agent=BRAHIM)
    lines = told(IssueTicket(BIRTHS), sent, PauseCounter(BRAHIM, "meal"), ResumeCounter(BRAHIM))

    assert lines[2:] == [
        (
            "The counter or agent that it waited for is not at work any more: it waits for "
            "birth_copy at any counter."
        )
    ]


def test_who_waited_for_an_agent_who_leaves_waits_for_the_others_without_a_gap() -> None:
    sent = Redirect("A001", "knows the file", "salma", to_agent=BRAHIM)
    lines = told(IssueTicket(BIRTHS), sent, LeaveCounter(BRAHIM))

    assert not {NOBODY, NOBODY_ANY_MORE, AGAIN} & set(lines)
