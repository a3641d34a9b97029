"""What the hall is told: to its screens without a name, to the staff with who wanted it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from controller.hall import Hall
from controller.hall.deciding.announcing import holds
from wire import messages

MOST = 4
"""More would not be heard before the first is out of date."""


def to_the_hall(hall: Hall, at: datetime) -> tuple[messages.Announcement, ...]:
    """Return what may be said now, the newest last."""
    return tuple(replace(each, by="") for each in to_the_staff(hall, at))


def to_the_staff(hall: Hall, at: datetime) -> tuple[messages.Announcement, ...]:
    """Return the same with who wanted it said."""
    return tuple(_told(hall, at))[-MOST:]


def _told(hall: Hall, at: datetime) -> Iterator[messages.Announcement]:
    for subject, made in hall.announcements.items():
        if holds(hall, subject, at):
            said = (made.kind, made.at, made.until, made.service, made.minutes)
            yield messages.Announcement(*said, by=made.by or "")
