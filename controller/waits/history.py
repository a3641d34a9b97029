"""Lets a hall's estimates begin where they were: from what happened in its past."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from controller.waits.moment import Moment
from controller.waits.pace import KEPT
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
    on that. Before, only the wait is learned, which is quicker; and of waits that so many others
    follow that they would be forgotten again by then, only the day. Tickets need names of their
    own within a day only.
    """
    known = list(steps)
    days = sorted({step.at.day for step in known})
    first_scored = days[-min(scored_days, len(days))] if days else 0
    first_told = days[-min(scored_days + WEEK, len(days))] if days else 0
    forgotten, lessons = _forgotten(known, first_told), []
    for step in known:
        if (step.queue, step.at.day) in forgotten:
            waits.pass_over(step.queue, step.at)
        elif step.deed == "issued" and step.at.day < first_told:
            waits.joined(step.queue, step.ticket, step.at, step.ahead, step.kind, teaches=True)
        elif isinstance(lesson := waits.take(step), Lesson):
            lessons.append(lesson)
    return [each for each in lessons if each.promise.issued.day >= first_scored]


def _forgotten(steps: Iterable[Step], before: int) -> frozenset[tuple[str, int]]:
    """Return of which queues, and on which days, every wait is forgotten again before that day."""
    taught = _taught(step for step in steps if step.at.day < before)
    later: Counter[str] = Counter()
    found = set()
    for queue, day in sorted(taught, key=lambda each: -each[1]):
        if later[queue] >= KEPT:
            found.add((queue, day))
        later[queue] += taught[queue, day]
    return frozenset(found)


def _taught(steps: Iterable[Step]) -> Counter[tuple[str, int]]:
    """Return how many waits there are to learn from, of each queue on each day."""
    teaching: dict[tuple[str, int], str] = {}
    taught: Counter[tuple[str, int]] = Counter()
    for step in steps:
        day = step.at.day
        # Whoever does anything but to wait for the first call teaches nothing from then on.
        queue = teaching.pop((step.ticket, day), None)
        if step.deed == "issued":
            teaching[step.ticket, day] = step.queue
        elif step.deed == "called" and queue is not None:
            taught[queue, day] += 1
    return taught


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
