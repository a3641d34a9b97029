"""Wishes of screens, in the database that all the hall's processes share."""

from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, Select, delete, insert, select, update

from controller.fleet.wishes import BETWEEN, HOLDS, Answer, DeviceWish, TooSoon, WishKind
from controller.store.engine import reading, writing
from controller.store.tables import device_wishes


class SqlWishes:
    """The `Wishes` of one hall, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine, hall: str) -> None:
        self._engine, self._hall = engine, hall

    def add(self, wish: DeviceWish) -> None:
        """Write the wish down; of pictures, one every ten seconds."""
        row = {"hall": self._hall, "id": wish.id, "device": wish.device, "kind": wish.kind.value}
        recent = self._of(wish.device, wish.kind).where(device_wishes.c.at > wish.at - BETWEEN)
        with writing(self._engine) as connection:
            is_picture = wish.kind is WishKind.PICTURE
            if is_picture and connection.execute(recent.limit(1)).first() is not None:
                raise TooSoon
            connection.execute(insert(device_wishes), row | {"who": wish.who, "at": wish.at})

    def open(self, at: datetime) -> tuple[DeviceWish, ...]:
        """Return those that are not answered, and not too old."""
        table = device_wishes.c
        waits = table.answered_at.is_(None) & (table.at > at - HOLDS) & (table.hall == self._hall)
        with reading(self._engine) as connection:
            rows = connection.execute(_all().where(waits).order_by(table.at))
            return tuple(map(_wish, rows))

    def find(self, wish: str) -> DeviceWish | None:
        """Return the wish with this id."""
        with reading(self._engine) as connection:
            row = connection.execute(_all().where(device_wishes.c.id == wish)).first()
        return None if row is None else _wish(row)

    def answer(self, wish: str, device: str, answer: Answer, at: datetime) -> bool:
        """Keep the answer, and no older one of this device."""
        table = device_wishes.c
        this = (table.id == wish) & (table.device == device) & table.answered_at.is_(None)
        values = {"answered_at": at, "problem": answer.problem, "picture": answer.picture}
        older = (table.hall == self._hall) & (table.device == device) & (table.id != wish)
        with writing(self._engine) as connection:
            change = update(device_wishes).where(this, table.at > at - HOLDS).values(values)
            if not connection.execute(change).rowcount:
                return False
            connection.execute(delete(device_wishes).where(older, table.at <= at - HOLDS))
            without = update(device_wishes).where(older).values(picture=None)
            if answer.picture is not None:
                connection.execute(without)
        return True

    def latest(self) -> dict[str, DeviceWish]:
        """Return the last answered wish for a picture of each device."""
        table = device_wishes.c
        answered = table.answered_at.is_not(None) & (table.kind == WishKind.PICTURE.value)
        query = _all().where(answered, table.hall == self._hall).order_by(table.at)
        with reading(self._engine) as connection:
            return {row.device: _wish(row) for row in connection.execute(query)}

    def picture(self, device: str) -> bytes | None:
        """Return the latest picture of the device."""
        table = device_wishes.c
        has_one = table.picture.is_not(None) & (table.device == device)
        query = select(table.picture).where(has_one, table.hall == self._hall)
        with reading(self._engine) as connection:
            found = connection.execute(query.order_by(table.at.desc()).limit(1)).scalar()
        return None if found is None else bytes(found)

    def _of(self, device: str, kind: WishKind) -> Select[Any]:
        table = device_wishes.c
        is_it = (table.device == device) & (table.kind == kind.value)
        return select(table.id).where(is_it, table.hall == self._hall)


def _all() -> Select[Any]:
    """Select all of a wish but the picture, which is large."""
    table = device_wishes.c
    return select(
        table.id, table.device, table.kind, table.who, table.at, table.answered_at, table.problem
    )


def _wish(row: Row[Any]) -> DeviceWish:
    return DeviceWish(
        row.id, row.device, WishKind(row.kind), row.who, row.at, row.answered_at, row.problem
    )
