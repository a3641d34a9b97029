"""The one writer of a hall's notices: decides, records, applies, tells."""

from collections.abc import Callable
from datetime import datetime

from controller.signage.archive import Archive
from controller.signage.deciding import Asked, Customs, decide
from controller.signage.drafts import Drafts, applied
from controller.signage.steps import Entry
from controller.signage.wishes import Wish
from wire.messages import Published


class Publisher:
    """Carries out editors' wishes. Everything here may raise `controller.identity.StoreError`."""

    def __init__(self, archive: Archive, customs: Customs, now: Callable[[], datetime]) -> None:
        """`now` is the hall's clock."""
        self._archive, self._now = archive, now
        self.customs = customs
        self._drafts = Drafts()
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Tell the listener when there are new entries."""
        self._listeners.append(listener)

    @property
    def published(self) -> Published:
        """What the screens are told to play, as far as is known here; asks no database."""
        current = self._drafts.current
        return Published(current.number, current.sha256, current.size)

    def drafts(self) -> Drafts:
        """Return what there is, with all that other processes wrote."""
        known = self._drafts
        for entry in self._archive.after(known.seq):
            known = applied(known, entry)
        # While the archive was read, another greenlet may have come further.
        if known.seq > self._drafts.seq:
            self._drafts = known
            for listener in self._listeners:
                listener()
        return self._drafts

    def carry_out(self, wish: Wish, who: str) -> Drafts:
        """Carry the wish out and return what there is then; raises `Declined`.

        Whoever else writes at the same moment, each wish is decided on what really was before.
        """
        while not self._attempt(wish, who):
            continue
        return self.drafts()

    def _attempt(self, wish: Wish, who: str) -> bool:
        drafts, at = self.drafts(), self._now()
        decision = decide(drafts, wish, Asked(who, at), self.customs)
        entries = [
            Entry(seq, at, who, step) for seq, step in enumerate(decision.steps, drafts.seq + 1)
        ]
        return self._archive.record(entries, decision.manifest)
