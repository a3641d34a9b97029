"""Blocks of numbers that kiosks keep for when they are alone."""

from collections import Counter as Count
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


class Blocks:
    """All that is reserved on one day."""

    def __init__(self) -> None:
        self.granted: list[Block] = []
        self.used: Count[tuple[KioskName, str]] = Count()
        """How many numbers of each kiosk and prefix became tickets."""

        self.latest: dict[KioskName, datetime] = {}
        """When each kiosk issued the latest of its tickets that were taken in."""

    def of(self, kiosk: KioskName) -> tuple[Block, ...]:
        """Return what a kiosk was granted, in the order of granting."""
        return tuple(block for block in self.granted if block.kiosk == kiosk)

    def left(self, kiosk: KioskName, prefix: str) -> int:
        """Return how many of the kiosk's numbers no ticket has."""
        mine = (block for block in self.of(kiosk) if block.prefix == prefix)
        return sum(block.last - block.first + 1 for block in mine) - self.used[kiosk, prefix]

    def holding(self, prefix: str, serial: int) -> Block | None:
        """Return the block that has this number; nothing for one of the hall's own row."""
        return next((block for block in self.granted if block.has(prefix, serial)), None)

    def next_in_row(self, prefix: str, given: int) -> int:
        """Return the number that follows in the hall's own row, which jumps over the blocks."""
        serial = given + 1
        while (block := self.holding(prefix, serial)) is not None:
            serial = block.last + 1
        return serial

    def next_block(self, kiosk: KioskName, prefix: str, given: int, rule: Reserve) -> Block:
        """Return a block of numbers behind all that were given or reserved."""
        ends = (block.last for block in self.granted if block.prefix == prefix)
        first = max(rule.first, given + 1, max(ends, default=0) + 1)
        return Block(kiosk, prefix, first, first + rule.size - 1)

    def use(self, kiosk: KioskName, prefix: str, at: datetime) -> None:
        """Take note that a kiosk gave one of its numbers out then."""
        self.used[kiosk, prefix] += 1
        self.latest[kiosk] = at
