"""Where notices' steps and revisions are kept, for all the processes of a hall."""

from collections.abc import Sequence
from typing import Protocol

from controller.signage.steps import Entry
from wire.messages import PlayedItem


class Archive(Protocol):
    """The archive of one hall. Everything here raises `controller.identity.StoreError`."""

    def after(self, seq: int) -> tuple[Entry, ...]:
        """Return the entries behind this place, in their order."""

    def record(self, entries: Sequence[Entry], manifest: bytes | None) -> bool:
        """Write the entries and the manifest of the revision that they publish: all or nothing.

        Returns False when another process has taken one of their places, or the revision's
        number: then nothing was written.
        """

    def manifest(self, sha256: str) -> bytes | None:
        """Return the manifest with this fingerprint."""

    def keep(self, screen: str, rows: Sequence[PlayedItem]) -> int:
        """Write down proof of play, each row once; return how many of the rows stand there."""
