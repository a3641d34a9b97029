"""Lets a hall's estimates begin where they were: from the visits of its past."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

from controller.waits.moment import Moment
from controller.waits.promise import Lesson
from controller.waits.score import WEEK
from controller.waits.waits import Waits


@dataclass(frozen=True, slots=True)
class Visit:
    """When a ticket was issued, and when it was first called, if it was."""

    queue: str
    ticket: str
    issued: Moment
    called: Moment | None


def replay(waits: Waits, visits: Iterable[Visit], scored_days: int = WEEK) -> list[Lesson]:
    """Teach the waits what happened, in the order in which it did; return what was scored.

    On the last `scored_days` with visits, each ticket is also told what it would have been told,
    and that is scored; before, only its wait is learned, which is quicker: 100,000 visits take
    a few seconds. Who joined a queue at the very minute of a call came before it. Tickets need
    names of their own within a day only.
    """
    known = list(visits)
    days = sorted({visit.issued.day for visit in known})
    first_scored = days[-scored_days:][0] if scored_days and days else None
    lessons = []
    for at, is_call, visit in happened(known):
        if is_call:
            lessons.append(waits.called(visit.ticket, at))
        elif first_scored is not None and at.day >= first_scored:
            waits.issued(visit.queue, visit.ticket, at)
        else:
            waits.joined(visit.queue, visit.ticket, at, teaches=True)
    return [lesson for lesson in lessons if lesson is not None and lesson.promise.told]


def happened(visits: Iterable[Visit]) -> Iterator[tuple[Moment, bool, Visit]]:
    """Give every issue and every call (marked) of the visits, in the order of their moments."""
    known = list(visits)
    issues = sorted(((visit.issued, False, visit) for visit in known), key=_order)
    calls = [(visit.called, True, visit) for visit in known if visit.called is not None]
    return merge(issues, sorted(calls, key=_order), key=_order)


def _order(event: tuple[Moment, bool, Visit]) -> tuple[int, float, bool]:
    at, is_call, _ = event
    return (at.day, at.minute, is_call)
