"""What happened on past days, out of a hall's own database."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from controller.settings import Settings
from controller.store.past import past_steps
from controller.waits.step import Step
from nouba.database import database
from nouba.scoring.days import Offices


def hall_days(
    path: Path | None, known: Settings, zone: ZoneInfo, days: tuple[date, date]
) -> Offices:
    """Return what happened from the first of the days on until the second, which is not among them.

    `path` is the file of the `known` settings. What the database refuses ends the program.
    """
    with database(path) as engine:
        return {known.hall: by_day(past_steps(engine, known.hall, zone, *days))}


def by_day(steps: Iterable[Step]) -> dict[int, list[Step]]:
    """Return what happened on each day, in order."""
    days: defaultdict[int, list[Step]] = defaultdict(list)
    for step in steps:
        days[step.at.day].append(step)
    return days
