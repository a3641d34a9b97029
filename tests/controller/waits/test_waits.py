from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis.strategies import booleans, floats, integers, lists, sampled_from, tuples

from controller.waits import Range, Waits
from controller.waits.history import Visit, replay
from controller.waits.moment import Moment
from controller.waits.score import Score, total
from tests.controller.waits.town import visits

MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def at(minute, day=MONDAY):
    return Moment.on(day, minute)


def one_by_one(waits, count, each, day=MONDAY):
    """So many come one by one, find one ahead each, and wait twice as long as one takes."""
    start = 540.0
    waits.joined("births", "first", at(start, day))
    for number in range(count):
        waits.issued("births", f"t{number}", at(start, day))
        waits.called("first" if number == 0 else f"t{number - 1}", at(start + each, day))
        start += each


def test_before_the_first_call_the_prior_is_told():
    waits = Waits(priors={"births": 3.0})
    for number in range(4):
        waits.issued("births", f"t{number}", at(540))
    assert waits.estimate("births", at(541)).likely == 12
    assert waits.method("births") == "age"


def test_after_calls_the_age_of_the_head_of_the_line_is_believed():
    waits = Waits()
    one_by_one(waits, 45, 10)
    waits.issued("births", "last", at(995))
    # 45 calls against a doubt of 5: the head of the line has waited 20 minutes, the prior says 8.
    told = waits.estimate("births", at(1000), ahead=2)
    assert told.likely == 0.9 * 20 + 0.1 * 8


def test_after_fifty_calls_the_queues_own_past_is_told():
    waits = Waits()
    one_by_one(waits, 52, 5)
    assert waits.method("births") == "pace"
    assert waits.method("taxes") == "age"


def test_what_today_looks_like_counts_as_much_as_one_day_of_the_past():
    waits = Waits()
    one_by_one(waits, 60, 5)
    # 5 minutes for each of 4 places on Monday; today nothing but a prior of 4 for each ahead.
    told = waits.estimate("births", at(840, TUESDAY), ahead=3)
    assert told.likely == pytest.approx((2 * 20 + 12) / 3)


def test_nobody_waits_overnight():
    waits = Waits()
    waits.issued("births", "t1", at(540))
    waits.called("t1", at(560, TUESDAY))
    assert waits.issued("births", "t2", at(561, TUESDAY)).likely == 0


def test_who_has_others_ahead_than_this_line_waits_at_todays_pace():
    waits = Waits()
    one_by_one(waits, 45, 10)
    # Nobody waits for births; each place took 10 minutes; 45 calls against a doubt of 5.
    waits.called("t44", at(990))
    told = waits.estimate("births", at(1000), ahead=20)
    calls = 46
    assert told.likely == pytest.approx((calls * 10 * 20 + 5 * 4 * 20) / (calls + 5))


def test_who_passes_half_of_the_line_waits_for_half_of_the_heads_age():
    waits = Waits()
    one_by_one(waits, 45, 10)
    for number in range(3):
        waits.issued("births", f"more{number}", at(995))
    # Four wait, the head of the line for 20 minutes; the prior says 8 for two of them.
    assert len(waits._lines["births"]) == 4
    told = waits.estimate("births", at(1000), ahead=2, kind="elderly")
    assert told.likely == pytest.approx(0.9 * 10 + 0.1 * 8)


def test_a_cancelled_ticket_is_no_longer_ahead():
    waits = Waits()
    waits.issued("births", "t1", at(540))
    waits.left("t1", at(541))
    assert waits.estimate("births", at(542)).likely == 0


def test_the_first_in_line_waits_for_half_of_a_turn():
    waits = Waits()
    waits.issued("births", "t1", at(540))
    one_ahead = waits.estimate("births", at(541), ahead=1)
    told = waits.remaining("births", at(541), ahead=0)
    assert told == Range(0, one_ahead.likely / 2, one_ahead.high)


def test_an_unknown_ticket_is_let_pass():
    waits = Waits()
    waits.left("nobody", at(540))
    assert waits.called("nobody", at(541)) is None


def test_what_was_told_is_scored_when_the_ticket_is_called():
    waits = Waits()
    waits.joined("births", "t0", at(530))
    waits.called("t0", at(534.5))
    waits.joined("births", "t2", at(535.2))
    told = waits.issued("births", "t1", at(540))
    exactly = waits.week("births", "age")
    assert (exactly, told.likely % 1) == (Score(), 0)
    lesson = waits.called("t1", at(547))
    assert lesson.wait == 7
    assert waits.week("births") == waits.week() == Score.of(told, 7)
    assert waits.week("births", "age") == Score.of(lesson.promise.said["age"], 7)
    assert lesson.promise.said["age"].read == told != lesson.promise.said["age"]
    assert waits.week("births", "pace") == Score()


def test_a_ticket_that_waits_again_teaches_nothing():
    waits = Waits()
    waits.joined("births", "t1", at(540))
    assert waits.called("t1", at(600)) is None
    assert waits.week() == Score()


def test_asking_changes_nothing():
    asked, silent = Waits(), Waits()
    told = []
    for waits in (asked, silent):
        for visit in visits(2)[:200]:
            waits.issued(visit.queue, visit.ticket, visit.issued)
            if waits is asked:
                waits.estimate(visit.queue, visit.issued, ahead=3)
                waits.estimate("unknown", visit.issued)
        told.append(waits.estimate("births", at(600, TUESDAY)))
    assert told[0] == told[1]


deeds = lists(
    tuples(sampled_from(["births", "taxes"]), booleans(), floats(0, 40), integers(0, 30)),
    max_size=120,
)


@given(deeds)
@settings(max_examples=25, deadline=None)
def test_whatever_happens_a_range_is_told_in_order_and_not_negative(done):
    waits, minute, waiting = Waits(), 500.0, []
    for number, (queue, is_issue, later, ahead) in enumerate(done):
        minute += later
        if is_issue or not waiting:
            told = waits.issued(queue, f"t{number}", at(minute), ahead if number % 3 else None)
            waiting.append(f"t{number}")
            assert told == Range.around(told.low, told.likely, told.high)
        else:
            waits.called(waiting.pop(0), at(minute))


@given(integers(0, 10_000))
@settings(max_examples=8, deadline=None)
def test_what_was_told_does_not_depend_on_the_future(cut):
    everything = visits(2)
    end = sorted(everything, key=lambda visit: visit.issued)[cut % len(everything)].issued
    past = [
        Visit(
            visit.queue,
            visit.ticket,
            visit.issued,
            visit.called if visit.called <= end else None,
        )
        for visit in everything
        if visit.issued <= end
    ]
    known, cut_off = Waits(), Waits()
    lessons = replay(known, everything)
    so_far = replay(cut_off, past)
    assert so_far == [
        lesson
        for lesson in lessons
        if Moment(lesson.promise.issued.day, round(lesson.promise.issued.minute + lesson.wait, 6))
        <= Moment(end.day, round(end.minute, 6))
    ]


def test_the_learned_rule_is_better_than_the_age_of_the_head_of_the_line_by_a_seventh():
    waits, days = Waits(), visits(9)
    lessons = replay(waits, days, 4)
    age = sum(abs(each.promise.sight.oldest - each.wait) for each in lessons) / len(lessons)
    told = total(Score.of(each.promise.told["told"], each.wait) for each in lessons)
    assert told.error <= 0.85 * age
    assert 0.78 <= told.coverage <= 0.90
