"""Visits of the town that never was, as a CSV and in a hall's database."""

import csv
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert

from controller.hall.events import TicketCalled, TicketIssued
from controller.store import tables
from controller.store.encoding import encode
from controller.waits.history import happened
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
    """Write the visits into the journal, as if the hall had lived through them."""
    queues = {(each.issued.day, each.ticket): each.queue for each in known}
    waiting, places, rows = Counter(), Counter(), []
    for step in happened(known):
        service, prefix = SERVICES[queues[step.at.day, step.ticket]]
        event = _event(step, service, prefix, waiting[step.at.day, service])
        waiting[step.at.day, service] += 1 if step.deed == "issued" else -1
        places[step.at.day] += 1
        kind, data = encode(event)
        place = {"day": date.fromordinal(step.at.day), "seq": places[step.at.day]}
        rows.append({"hall": "hall", "kind": kind, "event": data} | place)
    with engine.begin() as connection:
        connection.execute(insert(tables.journal), rows)


def _event(step, service, prefix, ahead):
    at, serial = _utc(step.at), int(step.ticket.split("/")[1])
    number = f"{prefix}{serial:03}"
    if step.deed == "called":
        return TicketCalled(at, number, 1, "amina")
    due_at = at + timedelta(minutes=10)
    return TicketIssued(at, number, prefix, serial, service, "ar", due_at, ahead)


def _utc(moment):
    midnight = datetime.combine(date.fromordinal(moment.day), time(), ZONE)
    return (midnight + timedelta(minutes=moment.minute)).astimezone(UTC)
