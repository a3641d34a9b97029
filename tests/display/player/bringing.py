"""A player's disk, and what fetches onto it, started anew as often as a test likes."""

from pathlib import Path

from display.player.checking import Checker
from display.player.courier import Courier
from display.player.fetching import HttpSource
from display.player.playable import Held, Playable
from display.player.restoring import restored
from display.player.store import Store
from tests.display.player.serving import TOKEN, Door


class Bringing:
    """Each call is a program that has just started."""

    def __init__(self, server: Door, checker: Checker, folder: Path, reserve=0) -> None:
        self.server, self.checker, self.folder, self.reserve = server, checker, folder, reserve

    @property
    def store(self) -> Store:
        return Store(self.folder, self.reserve)

    def courier(self) -> Courier:
        source = HttpSource(self.server.address, TOKEN, silence=0.3)
        return Courier(self.store, source, self.checker)

    def bring(self, publishing) -> Playable:
        return self.courier().bring(publishing.name, lambda: True)

    def problem(self, publishing) -> str:
        """What holds it up."""
        try:
            found = self.bring(publishing)
        except Held as held:
            return held.problem
        raise AssertionError(f"nothing holds up {found}")

    def rounds(self, publishing) -> Playable:
        """Try as often as a player does, until it is whole."""
        for _ in range(4):
            try:
                return self.bring(publishing)
            except Held:
                continue
        raise AssertionError("it is never whole")

    def plays(self) -> tuple[int, tuple[str, ...]]:
        """The number of the revision that a screen plays after a start, and its items."""
        playable = restored(self.store)
        items = playable.revision.items if playable.revision else ()
        return playable.name.number, tuple(item.id for item in items)
