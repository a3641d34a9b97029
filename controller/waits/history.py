"""Lets a hall's estimates begin where they were: from what happened in its past."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from controller.waits.moment import Moment
from controller.waits.promise import Lesson
from controller.waits.score import WEEK
from controller.waits.step import Step
from controller.waits.waits import Waits


@dataclass(frozen=True, slots=True)
class Visit:
    """When a ticket was issued, and when it was first called, if it was."""

    queue: str
    ticket: str
    issued: Moment
    called: Moment | None
    left: Moment | None = None
    """When it gave up its place, if that is known of a ticket that was not called."""


def replay(waits: Waits, visits: Iterable[Visit], scored_days: int = WEEK) -> list[Lesson]:
    """Teach the waits what happened to these visits, as `relive` does."""
    return relive(waits, happened(visits), scored_days)


def relive(waits: Waits, steps: Iterable[Step], scored_days: int = WEEK) -> list[Lesson]:
    """Teach the waits what happened, in this order; return what was scored.

    On the last `scored_days` that something happened on, each ticket is also told what it would
    have been told, and that is scored. So it is in the week before, for how wide ranges are rests
    on that. Before, only the wait is learned, which is quicker: 100,000 visits take a few
    seconds. Tickets need names of their own within a day only.
    """
    known = list(steps)
    days = sorted({step.at.day for step in known})
    first_scored = days[-min(scored_days, len(days))] if days else 0
    first_told = days[-min(scored_days + WEEK, len(days))] if days else 0
    lessons = []
    for step in known:
        if step.deed == "issued" and step.at.day < first_told:
            waits.joined(step.queue, step.ticket, step.at, step.ahead, step.kind, teaches=True)
        elif isinstance(lesson := waits.take(step), Lesson):
            lessons.append(lesson)
    return [each for each in lessons if each.promise.issued.day >= first_scored]


def happened(visits: Iterable[Visit]) -> Iterator[Step]:
    """Give what happened to the visits, in order.

    Who joined a queue at the very minute of a call came before it. Who was never called, and of
    whom nobody knows when they left, are taken to have left when somebody was called who had
    joined their queue after them; until the evening, if nobody was.
    """
    steps = chain.from_iterable(map(_steps, _with_leaving(visits)))
    return iter(sorted(steps, key=_order))


def _order(step: Step) -> tuple[int, float, bool]:
    return (step.at.day, step.at.minute, step.deed != "issued")


def _steps(visit: Visit) -> Iterator[Step]:
    yield Step(visit.issued, "issued", visit.ticket, visit.queue)
    if visit.called is not None:
        yield Step(visit.called, "called", visit.ticket)
    elif visit.left is not None:
        yield Step(visit.left, "left", visit.ticket)


def _with_leaving(visits: Iterable[Visit]) -> Iterator[Visit]:
    queues: defaultdict[tuple[str, int], list[Visit]] = defaultdict(list)
    for visit in visits:
        queues[visit.queue, visit.issued.day].append(visit)
    for queue in queues.values():
        yield from _of_one_queue(queue)


def _of_one_queue(visits: list[Visit]) -> list[Visit]:
    """Return one queue's visits of a day, with what is to be thought of who just went."""
    known, passed = [], None
    for visit in sorted(visits, key=lambda each: each.issued, reverse=True):
        if visit.called is not None:
            passed = visit.called if passed is None else min(passed, visit.called)
            known.append(visit)
        else:
            known.append(Visit(visit.queue, visit.ticket, visit.issued, None, visit.left or passed))
    return known[::-1]
