"""Kiosks and screens, each known by a token of its own."""

from collections.abc import Collection

from sqlalchemy import Engine, select

from controller.identity import Device
from controller.store import roster
from controller.store.engine import reading, writing
from controller.store.roster import check_name
from controller.store.tables import devices
from controller.store.tokens import hash_of, kept, new_token


class Devices:
    """The devices of the installation. Everything here raises `StoreError`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, device: Device) -> str:
        """Let the device connect and return its token; a name that was removed may come back.

        Raises `ValueError` for a name in use, or one that cannot be.
        """
        check_name(device.name)
        token = new_token()
        values = {"kind": device.kind, "token_hash": hash_of(token)}
        with writing(self._engine) as connection:
            roster.add(connection, devices, device.name, values)
        return token

    def remove(self, name: str) -> None:
        """Let the device connect no more; raises `ValueError` when there is none of this name."""
        self._change(name, {"is_active": False})

    def renew(self, name: str) -> str:
        """Return a new token for the device; the old one lets nobody in any more.

        Raises `ValueError` when there is no device of this name.
        """
        token = new_token()
        self._change(name, {"token_hash": hash_of(token)})
        return token

    def find(self, token: str) -> Device | None:
        """Return the active device with this token."""
        query = select(devices).where(devices.c.token_hash == hash_of(token), devices.c.is_active)
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        return None if row is None else Device(row.name, row.kind)

    def list(self) -> tuple[Device, ...]:
        """Return all active devices, by name."""
        query = select(devices).where(devices.c.is_active).order_by(devices.c.name)
        with reading(self._engine) as connection:
            return tuple(Device(row.name, row.kind) for row in connection.execute(query))

    def standing(self, tokens: Collection[str]) -> frozenset[str]:
        """Return those of the tokens that still let a device in."""
        query = select(devices.c.token_hash).where(devices.c.is_active)
        with reading(self._engine) as connection:
            return kept(connection, query, tokens)

    def _change(self, name: str, values: dict[str, object]) -> None:
        with writing(self._engine) as connection:
            roster.change(connection, devices, name, values)
