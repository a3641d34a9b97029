"""The visits of past days, out of a CSV that anybody can make of their own tickets.

`docs/waits.md` describes it. A row for each ticket, in any order; columns that are not named
here are not read:

    office, queue   where: an office is a hall, a queue one of its services
    date            the day, as 2026-03-02
    ticket          its number, unique in its queue and day
    arrival_min     minutes from midnight to its issue
    called_min      minutes from midnight to its first call; empty when it was not called

and one column that may be missing:

    left_min        minutes from midnight until it gave up, was not called and is known to be gone
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from math import isfinite
from pathlib import Path
from typing import TextIO

from controller.waits.history import Visit, happened
from controller.waits.moment import Moment
from controller.waits.step import Step

COLUMNS = frozenset({"office", "queue", "date", "ticket", "arrival_min", "called_min"})

Visits = dict[str, dict[int, list[Visit]]]
"""Each office's visits, by day (`date.toordinal`)."""

Offices = dict[str, dict[int, list[Step]]]
"""What happened in each office, by day, in order."""


class DaysError(ValueError):
    """A file is not such a CSV; the sentence tells where and why."""


def read_days(paths: Iterable[Path]) -> Visits:
    """Return the visits of all the files, zipped (`.gz`) or not; raises `DaysError`."""
    offices: Visits = defaultdict(lambda: defaultdict(list))
    for path in paths:
        try:
            with _opened(path) as file:
                _read(csv.DictReader(file), path, offices)
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise DaysError(f"{path} cannot be read: {error}") from error
    return offices


def merged(taught: Visits, judged: Visits, first: int | None) -> Visits:
    """Return the visits of both; of what was taught, only the days before the first judged one."""
    both: Visits = defaultdict(lambda: defaultdict(list))
    for offices, end in ((taught, first), (judged, None)):
        for office, days in offices.items():
            for day in (day for day in days if end is None or day < end):
                # Both may have the day: no ticket waits twice.
                both[office][day] = list(dict.fromkeys([*both[office][day], *days[day]]))
    return both


def offices_of(visits: Visits) -> Offices:
    """Return what happened to the visits."""
    return {
        office: {day: list(happened(each)) for day, each in days.items()}
        for office, days in visits.items()
    }


def days_of(offices: Visits | Offices) -> list[int]:
    """Return the days of all the offices, in order."""
    return sorted({day for days in offices.values() for day in days})


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


def _read(rows: "csv.DictReader[str]", path: Path, offices: Visits) -> None:
    missing = COLUMNS - set(rows.fieldnames or ())
    if missing:
        raise DaysError(f"{path} has no column {', '.join(sorted(missing))}")
    for row in rows:
        try:
            visit = _visit(row)
        except (ValueError, TypeError) as error:
            raise DaysError(f"{path}, line {rows.line_num}: {error}") from error
        offices[row["office"]][visit.issued.day].append(visit)


def _visit(row: dict[str, str]) -> Visit:
    day = date.fromisoformat(row["date"])
    issued = Moment.on(day, _minute(row["arrival_min"]))
    called, left = (
        Moment.on(day, _minute(row[column])) if row.get(column) else None
        for column in ("called_min", "left_min")
    )
    if any(each is not None and each < issued for each in (called, left)):
        raise ValueError("it was called, or left, before its issue")
    return Visit(row["queue"], f"{row['queue']}/{row['ticket']}", issued, called, left)


def _minute(written: str) -> float:
    minute = float(written)
    if not isfinite(minute):
        raise ValueError(f"{written} is no minute of a day")
    return minute
