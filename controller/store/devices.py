"""Kiosks and screens, each known by a token of its own."""

from dataclasses import dataclass
from hashlib import sha256
from secrets import token_urlsafe
from typing import Literal

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from controller.store.tables import devices

Kind = Literal["kiosk", "screen"]


@dataclass(frozen=True, slots=True)
class Device:
    """A kiosk or a screen that may connect."""

    name: str
    kind: Kind


class Devices:
    """The devices of the installation. Only the hashes of their tokens are kept."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, device: Device) -> str:
        """Let the device connect and return its token; raises `ValueError` for a name in use."""
        token = token_urlsafe(24)
        row = {
            "name": device.name,
            "kind": device.kind,
            "token_hash": _hash(token),
            "is_active": True,
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(devices), row)
        except IntegrityError:
            raise ValueError(f"there is already a device {device.name}") from None
        return token

    def find(self, token: str) -> Device | None:
        """Return the active device with this token."""
        query = select(devices).where(devices.c.token_hash == _hash(token), devices.c.is_active)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return None if row is None else Device(row.name, row.kind)

    def list(self) -> tuple[Device, ...]:
        """Return all active devices, by name."""
        query = select(devices).where(devices.c.is_active).order_by(devices.c.name)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return tuple(Device(row.name, row.kind) for row in rows)


def _hash(token: str) -> str:
    # The token is random and long: a plain hash cannot be guessed backwards.
    return sha256(token.encode(errors="surrogatepass")).hexdigest()
