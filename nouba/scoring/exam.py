"""Which days teach, and which are judged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nouba.scoring.days import Offices, days_of, merged, offices_of, read_days
from nouba.scoring.living import Result, begun, first_judged, results_of


class NoDaysError(ValueError):
    """There is nothing to judge."""


@dataclass(frozen=True, slots=True)
class Exam:
    """Days in order: those before the first judged one teach."""

    offices: Offices
    taught: Sequence[int]
    judged: Sequence[int]

    def results(self, split: str) -> list[Result]:
        """Live through all days and return what was said on the judged ones.

        Raises what `living.results_of` does where there is no model.
        """
        halls, past = begun(self.offices, self.taught)
        return results_of(split, halls, self.offices, self.judged, past)


def exam(offices: Offices, first: int | None = None) -> Exam:
    """Judge the days from the first on; unless told, the last third, a week at most.

    Raises `NoDaysError` when no day is left.
    """
    days = days_of(offices)
    if not days:
        raise NoDaysError("There is no day with a visit")
    start = first_judged(days) if first is None else first
    if start > days[-1]:
        raise NoDaysError("No day is left to judge")
    before = [day for day in days if day < start]
    return Exam(offices, before, days[len(before) :])


def exam_of_files(taught: Iterable[Path], judged: Iterable[Path], first: int | None = None) -> Exam:
    """Judge days of files; all of them, where other files teach. Raises `DaysError` too.

    What the other files have of the judged days, or of later ones, is left out.
    """
    schooling, later = read_days(taught), read_days(judged)
    if first is None and schooling and later:
        first = days_of(later)[0]
    return exam(offices_of(merged(schooling, later, first)), first)
