"""The visits of past days, out of a CSV that anybody can make of their own tickets.

`docs/waits.md` describes it. A row for each ticket, in any order; columns that are not named
here are not read:

    office, queue   where: an office is a hall, a queue one of its services
    date            the day, as 2026-03-02
    ticket          its number, unique in its queue and day
    arrival_min     minutes from midnight to its issue
    called_min      minutes from midnight to its first call; empty when it was not called
"""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TextIO

from controller.waits.history import Visit
from controller.waits.moment import Moment

COLUMNS = frozenset({"office", "queue", "date", "ticket", "arrival_min", "called_min"})

Offices = dict[str, dict[int, list[Visit]]]
"""Each office's visits, by day (`date.toordinal`)."""


class DaysError(ValueError):
    """A file is not such a CSV; the sentence tells where and why."""


def read_days(paths: Iterable[Path]) -> Offices:
    """Return the visits of all the files, zipped (`.gz`) or not; raises `DaysError`."""
    offices: Offices = defaultdict(lambda: defaultdict(list))
    for path in paths:
        try:
            with _opened(path) as file:
                _read(csv.DictReader(file), path, offices)
        except (OSError, EOFError, UnicodeDecodeError) as error:
            raise DaysError(f"{path} cannot be read: {error}") from error
    return offices


def merged(taught: Offices, judged: Offices, first: int | None) -> Offices:
    """Return the visits of both; of what was taught, only the days before the first judged one."""
    both: Offices = defaultdict(lambda: defaultdict(list))
    for offices, end in ((taught, first), (judged, None)):
        for office, days in offices.items():
            for day in (day for day in days if end is None or day < end):
                # Both may have the day: no ticket waits twice.
                both[office][day] = list(dict.fromkeys([*both[office][day], *days[day]]))
    return both


def days_of(offices: Offices) -> list[int]:
    """Return the days of all the offices, in order."""
    return sorted({day for days in offices.values() for day in days})


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def _read(rows: "csv.DictReader[str]", path: Path, offices: Offices) -> None:
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
    issued = Moment.on(day, float(row["arrival_min"]))
    called = Moment.on(day, float(row["called_min"])) if row["called_min"] else None
    return Visit(row["queue"], f"{row['queue']}/{row['ticket']}", issued, called)
