"""Prints what expected waits were worth.

Beside each method's mean absolute error stands its ratio to the head-of-line age's on the same
tickets, and the share of waits inside its 80 % range.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from rich.console import Console
from rich.table import Table

from controller.waits.promise import Lesson
from controller.waits.score import Score, Scored, total
from nouba.scoring.living import Result

METHODS: Mapping[Scored, str] = MappingProxyType(
    {
        "age": "age after a prior",
        "pace": "learned rule",
        "model": "model",
        "told": "told",
    }
)

WIDTH = 150
"""Characters: the table is for a wide terminal, or a file."""


LEGEND = (
    "Minutes: the mean absolute error; its ratio to that of the head-of-line age (HOL age) on "
    "the same tickets; the share of waits inside the range."
)

By = Callable[[Result, Lesson], str]
"""Names the row of a ticket."""

ROWS: Mapping[str, By] = MappingProxyType(
    {
        "service": lambda _, lesson: lesson.promise.queue,
        "day": lambda result, _: str(date.fromordinal(result.day)),
        "office": lambda result, _: result.office,
    }
)


def tell(
    title: str, results: Iterable[Result], by: By, names: Mapping[str, str] | None = None
) -> None:
    """Print what the methods were worth: a row for each group of tickets, and one for all.

    Rows that have a name among the `names` go by it.
    """
    groups: defaultdict[str, list[Lesson]] = defaultdict(list)
    for result in results:
        for lesson in result.lessons:
            groups[by(result, lesson)].append(lesson)
    table = Table("", "tickets", "mean wait", "HOL age", *METHODS.values(), title=title)
    for name, lessons in sorted(groups.items()):
        table.add_row((names or {}).get(name, name), *_row(lessons))
    everything = [lesson for lessons in groups.values() for lesson in lessons]
    if everything:
        table.add_section()
        table.add_row("all", *_row(everything))
    Console(width=WIDTH).print(table)


def _row(lessons: Sequence[Lesson]) -> list[str]:
    waits = sum(lesson.wait for lesson in lessons) / len(lessons)
    error = _head_of_line(lessons)
    cells = [f"{len(lessons):,}", f"{waits:.1f}", f"{error:.2f}"]
    return cells + [_cell(lessons, method) for method in METHODS]


def _head_of_line(lessons: Sequence[Lesson]) -> float:
    errors = [abs(lesson.promise.sight.oldest - lesson.wait) for lesson in lessons]
    return sum(errors) / len(errors)


def _cell(lessons: Sequence[Lesson], method: Scored) -> str:
    """Return a method's error, its ratio to head-of-line age's, and its coverage."""
    scored = [lesson for lesson in lessons if method in lesson.promise.told]
    if not scored:
        return "–"
    score = total(Score.of(lesson.promise.told[method], lesson.wait) for lesson in scored)
    error, covered, by_age = score.error or 0.0, score.coverage or 0.0, _head_of_line(scored)
    ratio = f"{error / by_age:.2f}" if by_age else "–"
    share = f" of {len(scored) / len(lessons):.0%}" if len(scored) < len(lessons) else ""
    return f"{error:.2f} = {ratio}, {covered:.0%}{share}"
