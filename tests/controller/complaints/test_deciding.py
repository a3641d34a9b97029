"""What may be done with a complaint, and what not."""

from datetime import UTC, datetime, timedelta

import pytest

from controller.complaints import (
    Answer,
    Assign,
    Close,
    ComplaintDeclined,
    Kept,
    Reopen,
    Standing,
    Step,
    StepKind,
    decided,
)

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=2)


def after(*wishes):
    kept = Kept()
    for wish in wishes:
        kept, _ = decided(kept, wish, "houda", NOW)
    return kept


def test_an_answer_keeps_the_moment_of_the_first_one_and_the_words_of_the_last():
    once = after(Assign("hygiene"), Answer(" Nous venons. "))
    twice, step = decided(once, Answer("C’est fait."), "salma", LATER)

    assert (twice.standing, twice.answer) == (Standing.ANSWERED, "C’est fait.")
    assert (twice.answered_at, twice.steps) == (NOW, 3)
    assert step == Step(LATER, "salma", StepKind.ANSWER, "C’est fait.")


def test_what_was_answered_stays_answered_when_another_office_gets_it():
    assert after(Answer("Oui."), Assign("economy")).standing is Standing.ANSWERED


@pytest.mark.parametrize(
    ("before", "standing"),
    [
        ((), Standing.RECEIVED),
        ((Assign("hygiene"),), Standing.ASSIGNED),
        ((Answer("Oui."),), Standing.ANSWERED),
    ],
)
def test_what_is_opened_again_stands_where_it_stood(before, standing):
    opened = after(*before, Close(), Reopen())

    assert (opened.standing, opened.closed_at) == (standing, None)


@pytest.mark.parametrize(
    ("before", "wish", "code"),
    [
        ((Close(),), Answer("Oui."), "is_closed"),
        ((Close(),), Close(), "is_closed"),
        ((), Reopen(), "is_open"),
        ((), Answer("  "), "no_answer"),
        ((), Answer("x" * 1001), "too_long"),
    ],
)
def test_what_cannot_be_done_is_declined(before, wish, code):
    with pytest.raises(ComplaintDeclined) as declined:
        decided(after(*before), wish, "houda", NOW)

    assert declined.value.code == code
