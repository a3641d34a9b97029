from controller.waits import Waits
from controller.waits.history import Visit, happened, replay
from controller.waits.moment import Moment
from tests.controller.waits.town import MONDAY, visits


def at(minute):
    return Moment.on(MONDAY, minute)


def test_who_is_issued_at_the_minute_of_a_call_came_before_it():
    first, second = Visit("q", "1", at(540), at(550)), Visit("q", "2", at(550), at(550))
    assert list(happened([second, first])) == [
        (at(540), False, first),
        (at(550), False, second),
        (at(550), True, second),
        (at(550), True, first),
    ]


def test_after_a_restart_the_same_is_told_as_if_there_had_been_none():
    lived, restarted = Waits(), Waits()
    everything = sorted(visits(3), key=lambda visit: visit.issued)
    for moment, is_call, visit in happened(everything):
        if is_call:
            lived.called(visit.ticket, moment)
        else:
            lived.issued(visit.queue, visit.ticket, moment)
    replay(restarted, everything)
    now = Moment(everything[-1].issued.day, 950)
    for queue in ("births", "papers", "taxes"):
        assert restarted.estimate(queue, now) == lived.estimate(queue, now)
        assert restarted.week(queue) == lived.week(queue)


def test_days_before_the_scored_ones_are_learned_from_all_the_same():
    waits = Waits()
    lessons = replay(waits, visits(3), scored_days=1)
    assert {lesson.promise.issued.day for lesson in lessons} == {MONDAY.toordinal() + 2}
    assert {lesson.promise.told.keys() >= {"age", "pace"} for lesson in lessons} == {True}


def test_a_ticket_that_was_never_called_waits_until_the_evening():
    waits = Waits()
    assert replay(waits, [Visit("q", "1", at(540), None)]) == []
    assert waits.estimate("q", at(541)).likely > 0
