"""The book of appointments, in the database that all the processes of a hall share."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from controller.appointments import Appointment, Slot, Wish
from controller.appointments.code import new_code
from controller.hall.events import Event, TicketIssued
from controller.hall.ids import AppointmentCode, ServiceId
from controller.hall.refusals import SlotTaken
from controller.identity import StoreError
from controller.store.engine import reading, writing
from controller.store.tables import appointments

ATTEMPTS = 100
"""How often a place is looked for anew because somebody else was quicker."""

Result = TypeVar("Result")


class Overtaken(Exception):  # noqa: N818 - it says what happened, and is always handled
    """Somebody else has taken this place, or this very wish was granted meanwhile."""


class SqlBook:
    """The `Book` of one hall, on SQLite or PostgreSQL.

    Each appointment has one of its slot's places, by number; one that was cancelled has none.
    That no place is given twice is the database's to see: the loser of a race looks again.
    """

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine, self._hall = engine, hall

    def hold(self, wish: Wish, capacity: int) -> Appointment:
        """Give the wish a place; a wish that was granted before gets the same appointment."""
        return _insist(lambda: self._hold(wish, capacity))

    def move(self, code: AppointmentCode, slot: Slot, capacity: int) -> bool:
        """Give the appointment a place in another slot, in one step."""
        return _insist(lambda: self._move(code, slot, capacity))

    def cancel(self, code: AppointmentCode, because: str = "") -> bool:
        """Free the appointment's place."""
        with writing(self._engine) as connection:
            return self._change(connection, code, {"place": None, "because": because or None})

    def find(self, code: AppointmentCode) -> Appointment | None:
        """Return the appointment with this code."""
        with reading(self._engine) as connection:
            return self._one(connection, appointments.c.code == code)

    def taken(self, service: ServiceId, first: date, last: date) -> Mapping[Slot, int]:
        """Return how many places are taken in each slot of these days."""
        table = appointments.c
        days = (table.day >= first) & (table.day <= last)
        query = (
            select(table.day, table.time, func.count(table.place))
            .where(self._ours, days, table.service == service)
            .group_by(table.day, table.time)
        )
        with reading(self._engine) as connection:
            return {Slot(day, time): count for day, time, count in connection.execute(query)}

    def expected_from(self, day: date) -> tuple[Appointment, ...]:
        """Return those of that day and later that were not cancelled and not used."""
        table = appointments.c
        is_expected = table.place.is_not(None) & table.ticket.is_(None)
        return self._in_order((table.day >= day) & is_expected)

    def on(self, day: date) -> tuple[Appointment, ...]:
        """Return the day's appointments by their time."""
        return self._in_order(appointments.c.day == day)

    def _in_order(self, these: ColumnElement[bool]) -> tuple[Appointment, ...]:
        table = appointments.c
        query = select(appointments).where(self._ours, these)
        with reading(self._engine) as connection:
            order = (table.day, table.time, table.service, table.code)
            return tuple(map(_appointment, connection.execute(query.order_by(*order))))

    @property
    def _ours(self) -> ColumnElement[bool]:
        return appointments.c.hall == self._hall

    def _one(self, connection: Connection, this: ColumnElement[bool]) -> Appointment | None:
        row = connection.execute(select(appointments).where(self._ours, this)).first()
        return None if row is None else _appointment(row)

    def _hold(self, wish: Wish, capacity: int) -> Appointment:
        with _racing(self._engine) as connection:
            before = self._one(connection, appointments.c.request == wish.request)
            if before is not None:
                return before
            place = self._free_place(connection, wish.service, wish.slot, capacity)
            code = new_code()
            row = {"hall": self._hall, "code": code, "service": wish.service, "place": place}
            when = {"day": wish.slot.day, "time": wish.slot.time}
            who = {"language": wish.language, "request": wish.request}
            connection.execute(insert(appointments), row | when | who)
        return Appointment(code, wish.service, wish.slot, wish.language)

    def _move(self, code: AppointmentCode, slot: Slot, capacity: int) -> bool:
        with _racing(self._engine) as connection:
            found = self._one(connection, appointments.c.code == code)
            if found is None:
                return False
            place = self._free_place(connection, found.service, slot, capacity)
            return self._change(
                connection, code, {"day": slot.day, "time": slot.time, "place": place}
            )

    def _change(
        self, connection: Connection, code: AppointmentCode, values: Mapping[str, Any]
    ) -> bool:
        """Change an appointment that is still expected; return whether it was."""
        table = appointments.c
        is_expected = table.place.is_not(None) & table.ticket.is_(None)
        this = self._ours & (table.code == code) & is_expected
        return connection.execute(update(appointments).where(this).values(values)).rowcount > 0

    def _free_place(
        self, connection: Connection, service: ServiceId, slot: Slot, capacity: int
    ) -> int:
        table = appointments.c
        then = (table.day == slot.day) & (table.time == slot.time) & (table.service == service)
        query = select(table.place).where(self._ours, then, table.place.is_not(None))
        taken = frozenset(connection.scalars(query))
        # Counted, too: the rules may have had more places when some of these were booked.
        if len(taken) >= capacity:
            raise SlotTaken
        return next(place for place in range(capacity) if place not in taken)


def record(connection: Connection, hall: str, event: Event) -> None:
    """Note the ticket that an appointment has become, with the fact that says so."""
    if not isinstance(event, TicketIssued) or event.appointment is None:
        return
    table = appointments.c
    this = (table.hall == hall) & (table.code == event.appointment)
    connection.execute(update(appointments).where(this).values(ticket=event.ticket))


def _insist(attempt: Callable[[], Result]) -> Result:
    for _ in range(ATTEMPTS):
        try:
            return attempt()
        except Overtaken:
            continue
    raise StoreError("The other processes leave no room in the book of appointments")


@contextmanager
def _racing(engine: Engine) -> Iterator[Connection]:
    with writing(engine) as connection:
        try:
            yield connection
        except IntegrityError as error:
            raise Overtaken from error


def _appointment(row: Row[Any]) -> Appointment:
    slot = Slot(row.day, row.time)
    is_cancelled = row.place is None
    what = (row.code, row.service, slot, row.language)
    return Appointment(*what, is_cancelled, row.because or "", row.ticket)
