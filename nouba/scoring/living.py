"""Lives through past days: each ticket is estimated from what had happened before its issue.

The learned rule learns from every call, on all days. The model, as days are split:

    none       there is no model
    frozen     the model is trained on the first days alone; the rest tests it
    nightly    the model is trained anew every night, on all days before
    offices    as frozen, but no office is tested by a model that has seen it
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from controller.waits import Waits
from controller.waits.example import Example
from controller.waits.history import relive
from controller.waits.promise import Lesson
from controller.waits.score import WEEK
from controller.waits.trained import Trained
from controller.waits.training import train
from nouba.scoring.days import Offices

FOLDS = 5

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


Split = Callable[[Halls, Offices, Sequence[int], Sequence[Result]], Iterator[Result]]
"""Gives the results of the days for halls that have lived through a past."""


def first_judged(days: Sequence[int]) -> int:
    """Return the day from which on days test, unless told: the last third, a week at most."""
    return days[-min(WEEK, max(1, len(days) // 3))]


def begun(offices: Offices, days: Iterable[int]) -> tuple[Halls, list[Result]]:
    """Return halls that have lived through the days, without a model, and what they said."""
    halls = {office: Waits() for office in offices}
    return halls, lived(halls, offices, days)


def results_of(
    split: str, halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> list[Result]:
    """Return the results of the days by a split of `SPLITS`; the halls stay where they were.

    Raises `TooFewExamples`, and `ImportError` or `OSError` where LightGBM or its OpenMP is missing.
    """
    return list(SPLITS[split](deepcopy(halls), offices, days, past))


def live(halls: Halls, offices: Offices, day: int) -> list[Result]:
    """Let every office live through the day; return what its tickets were told."""
    return [
        Result(office, day, tuple(relive(halls[office], days[day])))
        for office, days in offices.items()
        if day in days
    ]


def lived(halls: Halls, offices: Offices, days: Iterable[int]) -> list[Result]:
    """Let every office live through the days, one after the other."""
    return list(chain.from_iterable(live(halls, offices, day) for day in days))


def examples(results: Iterable[Result]) -> list[Example]:
    """Return what a model may learn from the results, in the order of the days."""
    return [example for result in results for example in result.examples]


def unaided(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days without any model."""
    del past
    yield from lived(halls, offices, days)


def frozen(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days with a model that is not trained again."""
    yield from _with_model(halls, offices, days, train(examples(past)))


def elsewhere(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days with models that were trained in other offices."""
    names = sorted(offices)
    for fold in range(min(FOLDS, len(names))):
        here = set(names[fold::FOLDS])
        trained = train(examples(result for result in past if result.office not in here))
        some = {office: offices[office] for office in here}
        yield from _with_model({name: halls[name] for name in here}, some, days, trained)


def nightly(
    halls: Halls, offices: Offices, days: Sequence[int], past: Sequence[Result]
) -> Iterator[Result]:
    """Give the results of the days, with a model trained before each on all days before."""
    known = list(past)
    for day in days:
        results = _with_model(halls, offices, [day], train(examples(known)))
        known += results
        yield from results


SPLITS: Mapping[str, Split] = MappingProxyType(
    {
        "none": unaided,
        "frozen": frozen,
        "nightly": nightly,
        "offices": elsewhere,
    }
)


def _with_model(
    halls: Halls, offices: Offices, days: Sequence[int], trained: Trained
) -> list[Result]:
    """Return the results of the days with this model."""
    for hall in halls.values():
        hall.adopt(trained)
    return lived(halls, offices, days)
