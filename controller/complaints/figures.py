"""How many complaints there were of each subject, and how long their answers took."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from controller.complaints.complaint import Complaint, Standing

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class SubjectFigures:
    """Those of one subject, or of all."""

    complaints: int
    suggestions: int
    answered: int
    closed: int
    days: float | None
    """The median of the days from writing to the first answer; nothing without an answer."""

    @property
    def count(self) -> int:
        """How many were told."""
        return self.complaints + self.suggestions


@dataclass(frozen=True, slots=True)
class Figures:
    """Those of a stretch of days."""

    subjects: Mapping[str, SubjectFigures]
    """By subject, the one that is told most first."""

    total: SubjectFigures


def figures(complaints: Iterable[Complaint]) -> Figures:
    """Return the figures of these complaints."""
    every = list(complaints)
    by_subject: dict[str, list[Complaint]] = {}
    for each in every:
        by_subject.setdefault(each.told.subject, []).append(each)
    most_first = sorted(by_subject.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return Figures({subject: _of(these) for subject, these in most_first}, _of(every))


def _of(these: list[Complaint]) -> SubjectFigures:
    days = [
        (each.kept.answered_at - each.told.written_at) / A_DAY
        for each in these
        if each.kept.answered_at is not None
    ]
    complaints = sum(each.told.kind == "complaint" for each in these)
    closed = sum(each.kept.standing is Standing.CLOSED for each in these)
    middle = median(days) if days else None
    return SubjectFigures(complaints, len(these) - complaints, len(days), closed, middle)
