"""A ticket's story tells what the staff did for it beyond the rules for visitors."""

from datetime import timedelta

from controller.hall import Hall
from controller.hall.commands import CallNext, FinishService, IssueTicket, Reinstate
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.story.own import own
from tests.controller.builders import AMINA, BIRTHS, NINE, ONE
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
