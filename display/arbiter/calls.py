"""Which call stands large: one after the other, none too briefly."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from display.arbiter.claims import Standing
from display.rhythm import Rhythm
from wire.messages import Call, TicketState


def is_called(call: Call, standing: Standing) -> bool:
    """Whether the hall still waits for this call's visitor at this counter."""
    row = standing.get(call.ticket)
    return row is not None and row.state is TicketState.CALLED and row.counter == call.counter


@dataclass(frozen=True, slots=True)
class Calls:
    """The large call, and those that wait for their turn."""

    rhythm: Rhythm
    standing: Standing = field(default_factory=lambda: MappingProxyType({}))
    large: Call | None = None
    since: float = 0.0
    """Since when it is large."""

    waiting: tuple[Call, ...] = ()
    latest: Mapping[str, Call] = field(default_factory=lambda: MappingProxyType({}))
    """Of each ticket on the board, the last call that was heard."""

    def on_board(self, standing: Standing) -> "Calls":
        """Go on with the hall as it is now."""
        latest = {ticket: call for ticket, call in self.latest.items() if ticket in standing}
        return replace(self, standing=standing, latest=MappingProxyType(latest))

    def heard(self, call: Call) -> "Calls":
        """Take note of a call, without calling it out."""
        others = {ticket: each for ticket, each in self.latest.items() if ticket != call.ticket}
        return replace(self, latest=MappingProxyType({**others, call.ticket: call}))

    def added(self, call: Call, moment: float) -> "Calls":
        """Take a call in. A new call of a ticket replaces the one before."""
        if self.large is not None and self.large.ticket == call.ticket:
            return replace(self, large=call, since=moment)
        others = (each for each in self.waiting if each.ticket != call.ticket)
        return replace(self, waiting=(*others, call))

    def suspended(self) -> "Calls":
        """Call nobody: what is called again later is known."""
        return replace(self, large=None, waiting=())

    def resumed(self) -> tuple[Call, ...]:
        """Return the calls whose visitors the hall still waits for, in their order."""
        return tuple(call for call in self.latest.values() if is_called(call, self.standing))

    def turned(self, moment: float) -> "Calls":
        """Take away what is over, and put the next call on the stage."""
        waiting = tuple(call for call in self.waiting if is_called(call, self.standing))
        large = self.large
        if large is not None and self._is_over(large, moment, has_next=bool(waiting)):
            large = None
        if large is None and waiting:
            return replace(self, large=waiting[0], waiting=waiting[1:], since=moment)
        return replace(self, large=large, waiting=waiting)

    def is_bright(self, moment: float) -> bool:
        """Whether the large call flashes up at this moment."""
        age = moment - self.since
        if self.large is None or age >= self.rhythm.flashing:
            return False
        return age * self.rhythm.flashes_per_second % 1 < 0.5

    def _is_over(self, call: Call, moment: float, *, has_next: bool) -> bool:
        row = self.standing.get(call.ticket)
        if row is None or row.counter != call.counter:
            return True
        age = moment - self.since
        if age < self.rhythm.highlight:
            return False
        is_coming = row.state is TicketState.CALLED
        return has_next or not is_coming or age >= self.rhythm.large
