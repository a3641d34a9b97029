"""The visits of past days, out of a hall's own database."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from controller.settings import Settings
from controller.store.past import past_visits
from controller.waits.history import Visit
from nouba.database import database
from nouba.scoring.days import Offices


def hall_days(
    path: Path | None, known: Settings, zone: ZoneInfo, days: tuple[date, date]
) -> Offices:
    """Return the visits from the first of the days on until the second, which is not among them.

    `path` is the file of the `known` settings. What the database refuses ends the program.
    """
    with database(path) as engine:
        return {known.hall: by_day(past_visits(engine, known.hall, zone, *days))}


def by_day(visits: Iterable[Visit]) -> dict[int, list[Visit]]:
    """Return the visits of each day."""
    days: defaultdict[int, list[Visit]] = defaultdict(list)
    for visit in visits:
        days[visit.issued.day].append(visit)
    return days
