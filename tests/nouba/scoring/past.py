"""Visits of the town that never was, as a CSV and in a hall's database."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert

from controller.store import tables
from controller.waits.moment import Moment
from tests.controller.waits.town import visits

ZONE = ZoneInfo("Africa/Casablanca")

COLUMNS = ("office", "queue", "date", "ticket", "arrival_min", "called_min", "colour")

SERVICES = {
    "births": ("birth_copy", "A"),
    "papers": ("legalisation", "B"),
    "taxes": ("tnb", "D"),
}


SECOND = 1 / 60


def lived(days):
    """Return the town's visits; nobody is called in the very moment of the issue."""
    return [replace(each, called=_later(each)) for each in visits(days)]


def _later(visit):
    return Moment(visit.called.day, max(visit.called.minute, visit.issued.minute + SECOND))


def write_csv(path, known, *, opened=open):
    """Write the visits, the last one first, with a column that means nothing."""
    with opened(path, "wt", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for visit in reversed(known):
            day = date.fromordinal(visit.issued.day)
            number = visit.ticket.split("/")[1]
            called = visit.called.minute if visit.called else ""
            writer.writerow(["hall", visit.queue, day, number, visit.issued.minute, called, "blue"])
    return path


def keep(engine: Engine, known) -> None:
    """Write the visits into the database, as if the hall had lived through them."""
    with engine.begin() as connection:
        connection.execute(insert(tables.visits), [_row(visit) for visit in known])


def _row(visit):
    service, prefix = SERVICES[visit.queue]
    issued = _utc(visit.issued)
    return {
        "hall": "hall",
        "day": date.fromordinal(visit.issued.day),
        "ticket": f"{prefix}{visit.ticket.split('/')[1]:>03}",
        "service": service,
        "language": "ar",
        "issued_at": issued,
        "due_at": issued + timedelta(minutes=10),
        "called_at": _utc(visit.called) if visit.called else None,
    }


def _utc(moment):
    midnight = datetime.combine(date.fromordinal(moment.day), time(), ZONE)
    return (midnight + timedelta(minutes=moment.minute)).astimezone(UTC)
