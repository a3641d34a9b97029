"""The ways of changing a hall's journal and visits behind its back, and what is told of each."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, delete, insert, literal_column, select, update

from controller.hall import events
from controller.hall.events import Event
from controller.hall.ids import TicketNumber
from controller.store.chain import START, Link
from controller.store.encoding import encode
from controller.store.tables import journal, visits

DAY = date(2026, 3, 2)
NEXT = DAY + timedelta(days=1)
LAST = 7
"""The day's last fact, its closing; the next day has two."""

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
MIDNIGHT = NINE.replace(hour=23, minute=59, second=59, microsecond=999_999)
"""When nobody closes a day, it closes so."""


def row(seq: int, day: date = DAY):
    return (journal.c.day == day) & (journal.c.seq == seq)


def set_(connection: Connection, which, **values: object) -> None:
    connection.execute(update(journal).where(which).values(values))


def seal_again(connection: Connection) -> None:
    """Seal the whole journal anew, as somebody would do who knows this program."""
    before = START.seal
    for each in connection.execute(select(journal).order_by(journal.c.place)).all():
        before = Link(*each[:6]).seal(before)
        set_(connection, journal.c.place == each.place, seal=before)


def change(**values: object):
    return lambda connection: set_(connection, row(4), **values)


def spell(respelt: Callable[[str], str]):
    """Write an event's text otherwise; whoever reads it finds the same event."""

    def tamper(connection: Connection) -> None:
        event = connection.execute(select(journal.c.event).where(row(4))).scalar_one()
        written = respelt(json.dumps(event))
        assert json.loads(written) == event
        set_(connection, row(4), event=literal_column(f"'{written}'"))

    return tamper


def move_the_evening(**values: object):
    return lambda connection: set_(
        connection, (journal.c.day == DAY) & (journal.c.seq >= 5), **values
    )


def put_in_without_a_place(connection: Connection) -> None:
    fourth = connection.execute(select(journal).where(row(4))).one()._asdict()
    forged = {"seq": LAST + 1, "place": None, "seal": None}
    connection.execute(insert(journal), fourth | forged)


def swap_two_rows(connection: Connection) -> None:
    set_(connection, row(3), seq=99)
    set_(connection, row(4), seq=3)
    set_(connection, row(99), seq=4)


def swap_their_places(connection: Connection) -> None:
    set_(connection, row(3), place=99)
    set_(connection, row(4), place=3)
    set_(connection, row(3), place=4)


def swap_two_days(connection: Connection) -> None:
    elsewhere = DAY - timedelta(days=9)
    for day, other in ((DAY, elsewhere), (NEXT, DAY), (elsewhere, NEXT)):
        set_(connection, journal.c.day == day, day=other)


def put_in(connection: Connection) -> None:
    fourth = connection.execute(select(journal).where(row(4))).one()._asdict()
    for place in range(LAST + 2, 4, -1):
        set_(connection, journal.c.place == place, place=place + 1)
    for seq in range(LAST, 4, -1):
        set_(connection, row(seq), seq=seq + 1)
    connection.execute(insert(journal), fourth | {"seq": 5, "place": 5})


def put_in_at_the_end(connection: Connection) -> None:
    """With a right seal: the chain holds."""
    rows = connection.execute(select(journal).order_by(journal.c.place)).all()
    link = Link("hall", DAY, LAST + 1, "TicketRecalled", rows[0].event, None)
    forged = dict(zip(journal.c.keys(), (*rows[0][:2], LAST + 1), strict=False))
    forged |= {"kind": link.kind, "event": link.event, "request": None}
    connection.execute(insert(journal), forged | {"place": 10, "seal": link.seal(rows[-1].seal)})


def write_in_the_night(connection: Connection, *forged: Event) -> None:
    """Write facts after the closing, with right seals, before the next day begins."""
    count = len(forged)
    for place in range(LAST + 2, LAST, -1):
        set_(connection, journal.c.place == place, place=place + count)
    for number, event in enumerate(forged, LAST + 1):
        kind, fields = encode(event)
        key = {"hall": "hall", "day": DAY, "seq": number, "place": number}
        values = {"kind": kind, "event": fields, "request": f"s:salma:{number:08x}", "seal": ""}
        connection.execute(insert(journal), key | values)
    seal_again(connection)


def at_night(*forged: Event) -> Callable[[Connection], None]:
    return lambda connection: write_in_the_night(connection, *forged)


def served_again(at: datetime) -> tuple[Event, ...]:
    """What makes of a closed-out ticket one that was served."""
    ticket = TicketNumber("B001")
    return (
        events.TicketReinstated(at, ticket),
        events.CounterOpened(at, 4, "amina", ("legalisation",)),
        events.TicketCalled(at, ticket, 4, "amina"),
        events.ServiceStarted(at, ticket, 4),
        events.ServiceFinished(at, ticket, 4),
        events.CounterClosed(at, 4),
    )


def opened_again(at: datetime) -> Event:
    return events.DayReopened(at, "a visitor came back", "salma")


def take_out_and_close_the_gap(connection: Connection) -> None:
    connection.execute(delete(journal).where(row(4)))
    for seq in range(5, LAST + 1):
        set_(connection, row(seq), seq=seq - 1)
    for place in range(5, LAST + 3):
        set_(connection, journal.c.place == place, place=place - 1)


def seal_the_changed_row(connection: Connection) -> None:
    third, fourth = (connection.execute(select(journal).where(row(n))).one() for n in (3, 4))
    forged = Link(*fourth[:5], "a:karim:0f")
    set_(connection, row(4), request=forged.request, seal=forged.seal(third.seal))


def change_a_visit(**values: object):
    this = visits.c.day == DAY
    return lambda connection: connection.execute(update(visits).where(this).values(values))


def put_in_a_visit(connection: Connection) -> None:
    first = connection.execute(select(visits).where(visits.c.day == DAY)).mappings().one()
    connection.execute(insert(visits), dict(first) | {"ticket": "B009"})
