"""What of the hall a screen shows, and which way its counters are."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from display.scene import Direction
from media.pack import Hall
from media.pack.model import Zone
from media.playlist.model import Spot
from wire.messages import Board, Queue


@dataclass(frozen=True, slots=True)
class Vicinity:
    """A screen's zone, seen from where it hangs.

    A counter belongs to the zones that name it, whatever it gives; else its ticket belongs to those
    that name the service. What belongs to no zone is shown by all screens; a screen of no zone, or
    of one that the pack does not have, shows everything.
    """

    hall: Hall
    spot: Spot

    @property
    def is_whole(self) -> bool:
        """Whether all of the hall is shown."""
        return self.spot.zone not in {each.id for each in self.hall.zones}

    @property
    def zone(self) -> Zone | None:
        """The screen's zone."""
        return next((each for each in self.hall.zones if each.id == self.spot.zone), None)

    def of(self, board: Board) -> Board:
        """Return what this screen shows of a board; emergencies concern everybody."""
        if self.is_whole:
            return board
        return replace(
            board,
            rows=tuple(each for each in board.rows if self.holds(each.counter, each.service)),
            ready=tuple(each for each in board.ready if self.holds(each.counter, each.service)),
            missed=tuple(each for each in board.missed if self.awaits(each.service)),
        )

    def elsewhere(self, board: Board) -> tuple[str, ...]:
        """Return the tickets at counters that it leaves to the screens of other zones."""
        here = {each.ticket for each in self.of(board).rows}
        return tuple(each.ticket for each in board.rows if each.ticket not in here)

    def waiting(self, board: Board, queues: Mapping[str, Queue]) -> int | None:
        """Return how many wait here; nothing while the screen of a zone has not heard of it."""
        if self.is_whole:
            return board.waiting
        if not queues:
            return None
        return sum(each.waiting for each in queues.values() if self.awaits(each.service))

    def holds(self, counter: int, service: str) -> bool:
        """Whether a ticket for the service is called here to the counter."""
        zones = self.hall.zones
        named = [each.id for each in zones if counter in each.counters]
        return self._is_mine(named or [each.id for each in zones if service in each.services])

    def awaits(self, service: str) -> bool:
        """Whether who waits for the service may be called here."""
        giving = {each.number for each in self.hall.counters if service in each.services}
        return self._is_mine(
            [
                each.id
                for each in self.hall.zones
                if service in each.services or giving & {*each.counters}
            ]
        )

    def direction(self, counter: int) -> Direction:
        """Return which way the counter is, and its place in words, as far as the pack tells."""
        place = next((each.place for each in self.hall.counters if each.number == counter), None)
        return Direction(self.hall.signpost(self.spot.screen).way_to(counter), place)

    def _is_mine(self, zones: list[str]) -> bool:
        return self.is_whole or not zones or self.spot.zone in zones
