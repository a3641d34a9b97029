"""What a kiosk keeps on disk to be able to go on alone after a restart."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import structlog

from media.durable import write_durably
from wire.codec import BadMessage, decode, encode
from wire.messages import Grant, Offer

GRANT = "grant.json"
"""The file of the kiosk's numbers."""

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class Heard:
    """The hall's latest offer, and two clocks at that moment."""

    offer: Offer
    at: datetime
    """The hall's time, as far as the kiosk knew it."""

    wall: datetime
    """What the kiosk's own clock said."""


class Kept:
    """Two files. A disk that takes or gives nothing is told in the log, and nothing is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def grant(self) -> Grant | None:
        """Return the numbers that were granted last."""
        return self._read(GRANT, Grant)

    def heard(self) -> Heard | None:
        """Return what was heard last."""
        return self._read("offer.json", Heard)

    def keep_grant(self, grant: Grant) -> None:
        """Keep it in place of the one before."""
        self._write(GRANT, grant)

    def keep_heard(self, heard: Heard) -> None:
        """Keep it in place of the one before."""
        self._write("offer.json", heard)

    def _read(self, name: str, kind: type[Kind]) -> Kind | None:
        path = self._folder / name
        try:
            return decode(kind, json.loads(path.read_bytes()))
        except FileNotFoundError:
            return None
        except (OSError, BadMessage, ValueError):
            structlog.get_logger().exception("not_read", path=str(path))
            return None

    def _write(self, name: str, message: object) -> None:
        path = self._folder / name
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_durably(path, json.dumps(encode(message)).encode())
        except OSError:
            structlog.get_logger().exception("not_kept", path=str(path))
