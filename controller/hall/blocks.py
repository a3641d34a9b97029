"""Blocks of numbers that kiosks keep for when they are alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from controller.hall.ids import KioskName


@dataclass(frozen=True, slots=True)
class Reserve:
    """How numbers are reserved, of each prefix."""

    first: int = 501
    """The first number that ever is: few halls give so many of one prefix in a day."""

    size: int = 100
    """Numbers in a block: a kiosk that is cut off in the morning gets through the day."""

    few: int = 50
    """With fewer numbers left, a kiosk is granted one more block."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a prefix's numbers that one kiosk alone gives out."""

    kiosk: KioskName
    prefix: str
    first: int
    last: int

    def has(self, prefix: str, serial: int) -> bool:
        """Whether this is one of its numbers."""
        return prefix == self.prefix and self.first <= serial <= self.last

    def meets(self, other: "Block") -> bool:
        """Whether some number is in both."""
        is_apart = self.last < other.first or other.last < self.first
        return self.prefix == other.prefix and not is_apart


class Blocks:
    """All that is reserved on one day."""

    def __init__(self) -> None:
        self.granted: list[Block] = []
        self.given: dict[Block, int] = {}
        """Of each block the latest number that is a ticket."""

        self.latest: dict[KioskName, datetime] = {}
        """When each kiosk issued the latest of its tickets that were taken in."""

    def given_of(self, block: Block) -> int:
        """Return the latest of its numbers that is a ticket; the one before it when none is."""
        return self.given.get(block, block.first - 1)

    def left(self, blocks: Iterable[Block]) -> int:
        """Return how many numbers they have behind those that are tickets."""
        return sum(block.last - self.given_of(block) for block in blocks)

    def holding(self, prefix: str, serial: int) -> Block | None:
        """Return the block that has this number; nothing for one of the hall's own row."""
        return next((block for block in self.granted if block.has(prefix, serial)), None)

    def next_in_row(self, prefix: str, given: int) -> int:
        """Return the number that follows in the hall's own row, which jumps over the blocks."""
        serial = given + 1
        while (block := self.holding(prefix, serial)) is not None:
            serial = block.last + 1
        return serial

    def lost(self, held: Iterable[Block], issued: Mapping[str, int]) -> tuple[Block, ...]:
        """Return which of a kiosk's blocks the hall has forgotten, and nobody else has.

        That is so after a backup was restored that is older than the granting. `issued` is
        the latest number of each prefix in the hall's own row.
        """
        found: list[Block] = []
        for block in held:
            is_taken = any(block.meets(other) for other in (*self.granted, *found))
            if not is_taken and block.first > issued[block.prefix]:
                found.append(block)
        return tuple(found)

    def use(self, block: Block, serial: int, at: datetime) -> None:
        """Take note that the block's kiosk gave this number out then."""
        self.given[block] = max(serial, self.given_of(block))
        self.latest[block.kiosk] = at


def next_block(
    kiosk: KioskName, prefix: str, blocks: Iterable[Block], given: int, rule: Reserve
) -> Block:
    """Return a block of numbers behind all that were given or reserved."""
    ends = (block.last for block in blocks if block.prefix == prefix)
    first = max(rule.first, given + 1, max(ends, default=0) + 1)
    return Block(kiosk, prefix, first, first + rule.size - 1)
