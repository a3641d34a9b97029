"""The codes that new devices show, in the database that all the hall's processes share."""

from datetime import datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select

from controller.fleet.pairing import LASTS, MOST, Naming, Newcomer, Shown, TooMany, Unpaired
from controller.store import roster
from controller.store.engine import reading, writing
from controller.store.roster import check_name
from controller.store.tables import devices, pairings
from wire.messages import DeviceKind


class SqlPairings:
    """The `Pairings` of an installation, on SQLite or PostgreSQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def name_of(self, key: str) -> str | None:
        """Return the name of the device that came in with this fingerprint."""
        query = select(devices.c.name).where(devices.c.token_hash == key, devices.c.is_active)
        with reading(self._engine) as connection:
            name: str | None = connection.execute(query).scalar()
        return name

    def shown(self, key: str, at: datetime) -> Shown | None:
        """Return the code that still holds."""
        query = select(pairings).where(pairings.c.key == key, pairings.c.until > at)
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        return None if row is None else Shown(row.code, row.until)

    def show(self, newcomer: Newcomer, code: str, at: datetime) -> Shown:
        """Write the code down in place of the newcomer's last, and forget all that are over."""
        until = at + LASTS
        row = {"key": newcomer.key, "kind": newcomer.kind, "address": newcomer.address}
        is_over = (pairings.c.until <= at) | (pairings.c.key == newcomer.key)
        with writing(self._engine) as connection:
            connection.execute(delete(pairings).where(is_over))
            count = connection.execute(select(func.count()).select_from(pairings)).scalar_one()
            if count >= MOST:
                raise TooMany
            connection.execute(insert(pairings), row | {"code": code, "until": until})
        return Shown(code, until)

    def pair(self, naming: Naming, at: datetime) -> DeviceKind:
        """Let the device in, and let its code hold no more: all of it or nothing."""
        try:
            check_name(naming.name)
        except ValueError:
            raise Unpaired("bad_name") from None
        with writing(self._engine) as connection:
            found = _waiting(connection, naming.code, at)
            _enter(connection, found, naming)
            connection.execute(delete(pairings).where(pairings.c.key == found.key))
        return found.kind


def _waiting(connection: Connection, code: str, at: datetime) -> Newcomer:
    this = (pairings.c.code == code) & (pairings.c.until > at)
    found = connection.execute(select(pairings).where(this)).first()
    if found is None:
        raise Unpaired("unknown_code")
    return Newcomer(found.key, found.kind, found.address)


def _enter(connection: Connection, found: Newcomer, naming: Naming) -> None:
    here = select(devices.c.kind).where(devices.c.name == naming.name, devices.c.is_active)
    kind = connection.execute(here).scalar()
    match kind, naming.is_replacing:
        case None, True:
            raise Unpaired("no_such_device")
        case None, False:
            values = {"kind": found.kind, "token_hash": found.key}
            roster.add(connection, devices, naming.name, values)
        case _, False:
            raise Unpaired("name_taken")
        case found.kind, True:
            roster.change(connection, devices, naming.name, {"token_hash": found.key})
        case _:
            raise Unpaired("other_kind")
