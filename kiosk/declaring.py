"""Who has an appointment is asked for a right to priority, as anybody is who takes a ticket."""

from dataclasses import dataclass

from kiosk.entry import Entry
from media.pack import Service
from wire.messages import CheckIn, Language


@dataclass(frozen=True, slots=True)
class Declaring:
    """Saying whether there is a right to be called sooner, before the ticket is asked for."""

    language: Language
    service: Service
    entry: Entry
    wish: CheckIn
