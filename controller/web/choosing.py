"""How a visitor chooses a day and a time: pages of links, without scripts."""

import re
from dataclasses import dataclass
from datetime import date, time

from flask import render_template
from flask.typing import ResponseReturnValue

from controller.appointments import Appointments, Slot
from controller.hall.ids import ServiceId
from controller.hall.refusals import Refused
from controller.web.content import Content
from controller.web.language import language_now, spans
from media.dates import clock_time, full_date, named_day
from media.texts.refusal import refusal_text

DAY, CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}"), re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is chosen for, and where the chosen address begins."""

    service: ServiceId
    base: str
    """The address of the days; a day and a time are added to it."""

    moving: Slot | None = None
    """The slot that is left for another one, if one is."""


class Choosing:
    """The pages on which a day, and then a time, is chosen."""

    def __init__(self, appointments: Appointments, content: Content) -> None:
        self.appointments, self.content = appointments, content

    def days(self, choice: Choice) -> ResponseReturnValue:
        """Show the days with free places; refuses an unknown service."""
        language = language_now()
        free = self.appointments.days(choice.service)
        days = [(day, named_day(language, day), places) for day, places in free.items()]
        return render_template("appointments/days.html", days=days, **self.shown(choice))

    def times(
        self, choice: Choice, day: date, refused: Refused | None = None
    ) -> ResponseReturnValue:
        """Show the free times of a day, and why the one that was chosen before was refused."""
        page = render_template(
            "appointments/times.html",
            day=day,
            shown_day=full_date(language_now(), day),
            stretches=self._stretches(choice.service, day),
            problem=None if refused is None else refusal_text(refused.code),
            **self.shown(choice),
        )
        return page, 200 if refused is None else 409

    def _stretches(self, service: ServiceId, day: date) -> list[list[tuple[str, str]]]:
        """Return the free times of each stretch of the day: how addresses and people write them."""
        slots, hours = self.appointments.slots(service, day), self.appointments.calendar.rules.hours
        found: list[list[tuple[str, str]]] = []
        for start, end in () if hours is None else hours.sessions(day):
            here = (each.time for each in slots if start.time() <= each.time < end.time())
            found.append([(f"{time:%H%M}", clock_time(time)) for time in here])
        return [times for times in found if times]

    def shown(self, choice: Choice) -> dict[str, object]:
        """Return what every page of a choice shows."""
        language = language_now()
        return {
            "choice": choice,
            "service": spans(self.content.service(choice.service, language)),
            "moving": None if choice.moving is None else shown_slot(choice.moving),
        }


def shown_slot(slot: Slot) -> tuple[str, str]:
    """Return a slot's day and its time, as the page's language writes them."""
    return full_date(language_now(), slot.day), clock_time(slot.time)


def read_day(written: str) -> date | None:
    """Return the day of an address; nothing when it is none."""
    if not DAY.fullmatch(written):
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def read_slot(day: str, clock: str) -> Slot | None:
    """Return the slot of an address, such as `2026-11-30/0915`; nothing when it is none."""
    known = read_day(day)
    if known is None or not CLOCK.fullmatch(clock):
        return None
    try:
        return Slot(known, time(int(clock[:2]), int(clock[2:])))
    except ValueError:
        return None
