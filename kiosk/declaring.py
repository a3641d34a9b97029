"""Who has an appointment is asked for a right to priority, as anybody is who takes a ticket."""

from dataclasses import dataclass

from kiosk.entry import Entry
from media.pack import Service
from wire.messages import PRIORITIES, CheckIn, Language, Priority


@dataclass(frozen=True, slots=True)
class Declaring:
    """Saying whether there is a right to be called sooner, before the ticket is asked for."""

    language: Language
    service: Service
    entry: Entry
    wish: CheckIn


def class_of(declared: str) -> Priority:
    """Return the class that the visitor touched."""
    return next(each for each in PRIORITIES if each == declared)
