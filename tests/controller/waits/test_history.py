from dataclasses import replace
from random import Random

import pytest

from controller.waits import Waits
from controller.waits.history import Visit, happened, relive, replay
from controller.waits.moment import Moment
from tests.controller.waits.town import MONDAY, visits


def at(minute):
    return Moment.on(MONDAY, minute)


def deeds(steps):
    return [(step.at, step.deed, step.ticket) for step in steps]


def test_who_is_issued_at_the_minute_of_a_call_came_before_it():
    first, second = Visit("q", "1", at(540), at(550)), Visit("q", "2", at(550), at(550))
    assert deeds(happened([second, first])) == [
        (at(540), "issued", "1"),
        (at(550), "issued", "2"),
        (at(550), "called", "1"),
        (at(550), "called", "2"),
    ]


def test_who_gave_up_leaves_when_that_is_known():
    gone = Visit("q", "1", at(540), None, at(544))
    assert deeds(happened([gone]))[1] == (at(544), "left", "1")


def test_who_gave_up_unnoticed_leaves_when_somebody_behind_them_is_called():
    gone, other = Visit("q", "1", at(540), None), Visit("p", "9", at(541), at(542))
    behind = [Visit("q", "2", at(545), at(560)), Visit("q", "3", at(546), at(556))]
    assert (at(556), "left", "1") in deeds(happened([gone, other, *behind]))


def test_who_gave_up_last_waits_until_the_evening():
    waits = Waits()
    assert replay(waits, [Visit("q", "1", at(540), None)]) == []
    assert waits.estimate("q", at(541)).likely > 0


def some_give_up(everything):
    """One of eight gives up before the call."""
    random = Random(3)
    for visit in everything:
        wait = visit.called.minute - visit.issued.minute
        if random.random() < 1 / 8 and wait > 0:
            left = Moment(visit.issued.day, visit.issued.minute + wait * random.random())
            yield replace(visit, called=None, left=left)
        else:
            yield visit


def test_after_a_restart_the_same_is_told_as_if_there_had_been_none():
    lived, restarted = Waits(), Waits()
    everything = list(some_give_up(visits(6)))
    for step in happened(everything):
        lived.take(step)
    replay(restarted, everything)
    now = Moment(everything[-1].issued.day, 950)
    for queue in ("births", "papers", "taxes"):
        assert restarted.estimate(queue, now) == lived.estimate(queue, now)
        assert restarted.week(queue) == lived.week(queue)


def test_what_so_much_came_after_that_it_is_forgotten_need_not_be_learned():
    busy_and_quiet = [
        each for n, each in enumerate(visits(24)) if each.queue == "births" or n % 4 == 0
    ]
    steps = list(happened(some_give_up(busy_and_quiet)))
    told_from = sorted({step.at.day for step in steps})[-14]
    all_learned, quick = Waits(), Waits()
    for step in steps:
        if step.deed == "issued" and step.at.day < told_from:
            all_learned.joined(step.queue, step.ticket, step.at, step.ahead, teaches=True)
        else:
            all_learned.take(step)
    relive(quick, steps)
    now = Moment(steps[-1].at.day + 1, 600)
    for queue in ("births", "papers", "taxes"):
        for ahead in range(12):
            told = [waits.estimate(queue, now, ahead) for waits in (all_learned, quick)]
            assert told[0] == told[1]
        assert quick.week(queue) == all_learned.week(queue)


def test_who_gave_up_unnoticed_misleads_little():
    """Told without their leaving, the waits are learned about as well as with it."""
    known = list(some_give_up(visits(9)))
    unnoticed = [replace(each, left=None) for each in known]
    errors = []
    for everything in (known, unnoticed):
        lessons = replay(Waits(), everything, 4)
        wrong = [abs(each.promise.told["told"].likely - each.wait) for each in lessons]
        errors.append(sum(wrong) / len(wrong))
    assert errors[1] == pytest.approx(errors[0], rel=0.05)


def test_days_before_the_scored_ones_are_learned_from_all_the_same():
    waits = Waits()
    lessons = replay(waits, visits(3), scored_days=1)
    assert {lesson.promise.issued.day for lesson in lessons} == {MONDAY.toordinal() + 2}
    assert {lesson.promise.told.keys() >= {"age", "pace"} for lesson in lessons} == {True}


def test_days_that_are_not_scored_teach_the_places_that_were_told():
    steps = [
        replace(step, ahead=0) if step.deed == "issued" else step for step in happened(visits(3))
    ]
    scored, unscored = Waits(), Waits()
    relive(scored, steps)
    for step in steps:
        if step.deed == "issued":
            unscored.joined(step.queue, step.ticket, step.at, step.ahead, teaches=True)
        else:
            unscored.take(step)
    now = Moment.on(MONDAY, 600)
    paces = [waits._paces["births"].range(4, now.minute) for waits in (scored, unscored)]
    assert paces[0] == paces[1] is not None
