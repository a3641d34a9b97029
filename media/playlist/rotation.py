"""Whose turn it is: a smooth weighted rotation, without chance.

An item of weight 3 comes three times as often as one of weight 1, and its turns are spread
over the round. (The rule is that of nginx's weighted round robin: each turn, everybody gains
their weight; who has most plays, and pays the sum of all weights. Here, nothing plays twice in
a row that has no more than half of all turns.)
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from media.playlist.model import Item, Strength


@dataclass(frozen=True, slots=True)
class Share:
    """What an item has gained and not yet paid."""

    item: str
    weight: int
    credit: int = 0


@dataclass(frozen=True, slots=True)
class Rotation:
    """The items that are due by their ids, and which of them plays."""

    shares: tuple[Share, ...] = ()
    """The credits add up to nothing."""

    ahead: tuple[str, ...] = ()
    """Those that play before all others, once."""

    shown: str | None = None
    """The item that plays; nothing when it is due no more, or nothing has begun."""

    def renewed(self, due: Sequence[Item]) -> "Rotation":
        """Go on with these items: those that stay keep their place, the others begin anew."""
        known = {share.item: share.credit for share in self.shares}
        shares = tuple(Share(item.id, item.weight, known.get(item.id, 0)) for item in due)
        there = {item.id for item in due}
        news = (each.id for each in due if each.strength is not Strength.TURN)
        return Rotation(
            _settled(shares),
            (
                *(each for each in self.ahead if each in there),
                *(each for each in news if each not in known),
            ),
            self.shown if self.shown in there else None,
        )

    def turned(self) -> "Rotation":
        """Let the next item play; none when none is due."""
        if not self.shares:
            return replace(self, shown=None)
        total = sum(share.weight for share in self.shares)
        gained = [replace(share, credit=share.credit + share.weight) for share in self.shares]
        chosen = self.ahead[0] if self.ahead else self._next(gained, total)
        paid = (
            replace(share, credit=share.credit - total) if share.item == chosen else share
            for share in gained
        )
        return Rotation(tuple(paid), self.ahead[1:], chosen)

    def _next(self, gained: Sequence[Share], total: int) -> str:
        major = next((share.item for share in gained if 2 * share.weight > total), None)
        is_free = self.shown is None or self.shown == major
        others = [each for each in gained if each.item != self.shown and each.credit > 0]
        return max(gained if is_free else others or gained, key=lambda each: each.credit).item


def _settled(shares: tuple[Share, ...]) -> tuple[Share, ...]:
    """Share out what those who left have gained or owed: nobody waits for what they took along."""
    if not shares:
        return shares
    each, more = divmod(sum(share.credit for share in shares), len(shares))
    return tuple(
        replace(share, credit=share.credit - each - (1 if place < more else 0))
        for place, share in enumerate(shares)
    )
