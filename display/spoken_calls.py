"""Which calls of the tickets on the board were really spoken."""

from collections.abc import Container

from wire.messages import Call


class SpokenCalls:
    """One day's calls, each by itself: announcements may end in another order, or fail.

    Of each ticket only the latest call counts: there are no more of them than rows on the board.
    """

    def __init__(self) -> None:
        self._latest: dict[str, int] = {}
        self._spoken: frozenset[int] = frozenset()

    @property
    def seqs(self) -> tuple[int, ...]:
        """Their `seq`, in order."""
        return tuple(sorted(self._spoken & set(self._latest.values())))

    def expect(self, call: Call) -> None:
        """Take note of a call that is going to be spoken."""
        self._latest[call.ticket] = call.seq

    def keep(self, tickets: Container[str]) -> None:
        """Forget the calls of all other tickets."""
        self._latest = {each: seq for each, seq in self._latest.items() if each in tickets}
        self._spoken &= set(self._latest.values())

    def note(self, seq: int) -> bool:
        """Take note that a call has been heard; return whether this is news."""
        if seq in self._spoken or seq not in self._latest.values():
            return False
        self._spoken |= {seq}
        return True
