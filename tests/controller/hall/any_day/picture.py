"""All that is so, as the hall or the book has it, to be held against one another."""

from controller.hall import Hall
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.seat import Seat
from tests.controller.hall.any_day.sending import alone


def picture(hall: Hall | Book) -> dict[str, object]:
    """Return all that is so, as the hall or the book has it."""
    if isinstance(hall, Book):
        seats, called = hall.seats, hall.called
    else:
        called = list(hall.at_counters)
        seats = {
            number: Seat(
                c.agent,
                c.services,
                dict(c.preferences),
                list(c.recent),
                c.pause,
                c.ticket,
                c.since,
            )
            for number, c in hall.counters.items()
        }
    return {
        "tickets": hall.tickets,
        "counters": seats,
        "called": called,
        "parked": list(hall.parked),
        "missed": list(hall.missed),
        "ready": hall.ready,
        "emergencies": list(hall.emergencies.items()),
        "announcements": {
            each: getattr(told, "until", told)
            for each, told in (
                hall.announced if isinstance(hall, Book) else hall.announcements
            ).items()
        },
        "checked in": hall.checked_in,
        "paused": hall.paused,
        "holding": hall.holding,
        "issued": +hall.issued,
        "is over": hall.is_over,
        "seq": hall.seq,
        "numbers": reserved(hall),
        "lines": lines(hall),
    }


def lines(hall: Hall | Book) -> dict[str | int, list[str]]:
    """Return who waits for each service, counter or agent, due first first."""
    if isinstance(hall, Book):
        everybody = hall.waiting()
        names = {alone(each) or each.service for each in everybody}
        return {
            name: [t.number for t in everybody if (alone(t) or t.service) == name] for name in names
        }
    queues = {**hall.queues, **hall.reserved}
    return {name: queue.numbers for name, queue in queues.items() if queue}


def reserved(hall: Hall | Book) -> dict[tuple[str, int], str]:
    """Return the numbers that kiosks have for when they are alone."""
    if isinstance(hall, Book):
        every = hall.reserved.owners.items()
        return {(prefix, n): owner for prefix, owners in every for n, owner in owners.items()}
    granted = hall.blocks.granted
    return {(b.prefix, n): b.kiosk for b in granted for n in range(b.first, b.last + 1)}
