"""How good the expected waits are on real tickets: `python -m bench.waits FILE...`.

A file is a CSV (gzipped if its name ends so) with a row for each ticket, in any order, and at
least these columns; others are not read:

    office, queue   where: an office is a hall, a queue one of its services
    date            the day, as 2020-01-13
    ticket          its number, unique in its queue and day
    arrival_min     minutes from midnight to its issue
    called_min      minutes from midnight to its first call

It takes some minutes; without the extra `waits` (LightGBM), `--split unaided` has no model.

The tickets are lived through in the order of time: each is estimated from what had happened
before its issue, by every method, and scored at its call. The learned rule learns from every
call, on all days; the model, as days are split:

    unaided         no model
    frozen          the model is trained on the first days alone; the rest tests it
    nightly         the model is trained anew every night, on all days before
    offices         as frozen, but no office is tested by a model that has seen it

Beside each method's mean absolute error stands its ratio to the head-of-line age's on the same
tickets, and the share of waits inside its 80 % range.
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

import click
from rich.console import Console
from rich.table import Table

from controller.waits import Waits
from controller.waits.example import Example
from controller.waits.history import Visit, replay
from controller.waits.moment import Moment
from controller.waits.promise import Lesson
from controller.waits.score import Score, total
from controller.waits.trained import Trained
from controller.waits.training import TooFewExamples, train

METHODS = {"age": "age after a prior", "pace": "learned rule", "model": "model", "told": "told"}
FOLDS = 5

Offices = dict[str, dict[int, list[Visit]]]
"""Each office's visits, by day."""

Halls = dict[str, Waits]


@dataclass(frozen=True, slots=True)
class Result:
    """What was said to one office's tickets on one day."""

    office: str
    day: int
    lessons: tuple[Lesson, ...]

    @property
    def examples(self) -> list[Example]:
        """What a model may learn from the day."""
        return [lesson.example for lesson in self.lessons if lesson.example is not None]


def read(paths: Iterable[Path]) -> Offices:
    """Return the visits of all the files."""
    offices: Offices = defaultdict(lambda: defaultdict(list))
    for path in paths:
        with _opened(path) as file:
            for row in csv.DictReader(file):
                visit = _visit(row)
                offices[row["office"]][visit.issued.day].append(visit)
    return offices


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _visit(row: dict[str, str]) -> Visit:
    day = date.fromisoformat(row["date"])
    issued = Moment.on(day, float(row["arrival_min"]))
    called = Moment.on(day, float(row["called_min"])) if row["called_min"] else None
    return Visit(row["queue"], f"{row['queue']}/{row['ticket']}", issued, called)


def live(halls: Halls, offices: Offices, day: int) -> list[Result]:
    """Let every office live through the day; return what its tickets were told."""
    return [
        Result(office, day, tuple(replay(halls[office], days[day])))
        for office, days in offices.items()
        if day in days
    ]


def examples(results: Iterable[Result]) -> list[Example]:
    """Return what a model may learn from the results, in the order of the days."""
    return [example for result in results for example in result.examples]


def with_model(
    halls: Halls, offices: Offices, days: Sequence[int], trained: Trained
) -> list[Result]:
    """Return the results of the days with this model."""
    for hall in halls.values():
        hall.adopt(trained)
    return [result for day in days for result in live(halls, offices, day)]


def frozen(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days with a model that is not trained again."""
    yield from with_model(halls, offices, days, train(examples(past)))


def elsewhere(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days with models that were trained in other offices."""
    names = sorted(offices)
    for fold in range(min(FOLDS, len(names))):
        here = set(names[fold::FOLDS])
        trained = train(examples(result for result in past if result.office not in here))
        some = {office: offices[office] for office in here}
        yield from with_model({name: halls[name] for name in here}, some, days, trained)


def nightly(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days, with a model trained before each on all days before."""
    known = list(past)
    for day in days:
        results = with_model(halls, offices, [day], train(examples(known)))
        known += results
        yield from results


def tell(title: str, results: Sequence[Result], by: Callable[[Result], str]) -> None:
    """Print what the methods were worth: a row for each group of results, and one for all."""
    table = Table("", "tickets", "mean wait", "HOL age", *METHODS.values(), title=title)
    groups: defaultdict[str, list[Lesson]] = defaultdict(list)
    for result in results:
        groups[by(result)] += result.lessons
    for name, lessons in sorted(groups.items()):
        if lessons:
            table.add_row(name, *_row(lessons))
    everything = [lesson for lessons in groups.values() for lesson in lessons]
    if everything:
        table.add_section()
        table.add_row("all", *_row(everything))
    Console(width=150).print(table)


def _row(lessons: Sequence[Lesson]) -> list[str]:
    waits = sum(lesson.wait for lesson in lessons) / len(lessons)
    error = _head_of_line(lessons)
    cells = [f"{len(lessons):,}", f"{waits:.1f}", f"{error:.2f}"]
    return cells + [_cell(lessons, method) for method in METHODS]


def _head_of_line(lessons: Sequence[Lesson]) -> float:
    errors = [abs(lesson.promise.sight.oldest - lesson.wait) for lesson in lessons]
    return sum(errors) / len(errors)


def _cell(lessons: Sequence[Lesson], method: str) -> str:
    """Return a method's error, its ratio to head-of-line age's, and its coverage."""
    scored = [lesson for lesson in lessons if method in lesson.promise.told]
    if not scored:
        return "–"
    score = total(Score.of(lesson.promise.told[method], lesson.wait) for lesson in scored)  # type: ignore[index]  # a key of METHODS
    error, covered = score.error or 0.0, score.coverage or 0.0
    share = f" of {len(scored) / len(lessons):.0%}" if len(scored) < len(lessons) else ""
    return f"{error:.2f} = {error / _head_of_line(scored):.2f}, {covered:.0%}{share}"


def unaided(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days without any model."""
    del past
    for day in days:
        yield from live(halls, offices, day)


SPLITS = {"unaided": unaided, "frozen": frozen, "nightly": nightly, "offices": elsewhere}


@click.command(help=(__doc__ or "").replace("\n\n    ", "\n\n\b\n    "))
@click.argument("paths", metavar="FILE...", type=Path, nargs=-1, required=True)
@click.option("--test-from", metavar="DATE", help="First day that tests; the last third, unless.")
@click.option("--split", type=click.Choice(list(SPLITS)), multiple=True)
def main(paths: tuple[Path, ...], test_from: str | None, split: tuple[str, ...]) -> None:
    """Read, live through, and print."""
    offices = read(paths)
    days = sorted({day for office in offices.values() for day in office})
    first = date.fromisoformat(test_from).toordinal() if test_from else days[len(days) * 2 // 3]
    before, after = [day for day in days if day < first], [day for day in days if day >= first]
    halls = {office: Waits() for office in offices}
    past = [result for day in before for result in live(halls, offices, day)]
    tell("the days before", past, lambda result: str(date.fromordinal(result.day)))
    for name in split or [name for name in SPLITS if name != "unaided"]:
        try:
            results = list(SPLITS[name](deepcopy(halls), offices, after, past))
        except (TooFewExamples, ImportError, OSError) as error:
            raise click.ClickException(f"no model: {error}; try --split unaided") from error
        tell(f"{name}, by day", results, lambda result: str(date.fromordinal(result.day)))
        tell(f"{name}, by office", results, lambda result: result.office)


if __name__ == "__main__":
    main()
