"""Which call stands large: one after the other, none too briefly."""

from collections.abc import Mapping

from display.rhythm import Rhythm
from wire.messages import Call, Row, TicketState

Standing = Mapping[str, Row]
"""The board's rows by their tickets."""


def is_called(call: Call, standing: Standing) -> bool:
    """Whether the hall still waits for this call's visitor at this counter."""
    row = standing.get(call.ticket)
    return row is not None and row.state is TicketState.CALLED and row.counter == call.counter


class Spotlight:
    """Holds the large call, and those that wait for their turn."""

    def __init__(self, rhythm: Rhythm) -> None:
        self._rhythm = rhythm
        self._waiting: tuple[Call, ...] = ()
        self._since = 0.0
        self.call: Call | None = None
        """The call that is large now."""

    def add(self, call: Call, moment: float) -> None:
        """Take a call in. A new call of a ticket replaces the one before."""
        if self.call is not None and self.call.ticket == call.ticket:
            self.call, self._since = call, moment
            return
        others = (each for each in self._waiting if each.ticket != call.ticket)
        self._waiting = (*others, call)

    def turn(self, standing: Standing, moment: float) -> None:
        """Take away what is over, and put the next call into the light."""
        self._waiting = tuple(call for call in self._waiting if is_called(call, standing))
        if self.call is not None and self._is_over(self.call, standing, moment):
            self.call = None
        if self.call is None and self._waiting:
            self.call, *rest = self._waiting
            self._waiting, self._since = tuple(rest), moment

    def is_bright(self, moment: float) -> bool:
        """Whether the large call flashes up at this moment."""
        age = moment - self._since
        if self.call is None or age >= self._rhythm.flashing:
            return False
        return age * self._rhythm.flashes_per_second % 1 < 0.5

    def _is_over(self, call: Call, standing: Standing, moment: float) -> bool:
        row = standing.get(call.ticket)
        if row is None or row.counter != call.counter:
            return True
        age = moment - self._since
        if age < self._rhythm.highlight:
            return False
        is_coming = row.state is TicketState.CALLED
        return bool(self._waiting) or not is_coming or age >= self._rhythm.large
