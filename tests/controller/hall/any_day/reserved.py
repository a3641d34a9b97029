"""The numbers that kiosks have for when they are alone, written down one by one."""

from collections import defaultdict
from collections.abc import Mapping

from controller.hall.blocks import Block
from controller.hall.events import NumbersReserved


class Reserved:
    """What is so after the reservations that it was told."""

    def __init__(self) -> None:
        self.owners: defaultdict[str, dict[int, str]] = defaultdict(dict)
        """Of each prefix the serials that are reserved, and the kiosks that have them."""

        self.blocks: list[Block] = []

    def note(self, event: NumbersReserved) -> None:
        """Write it down; nothing is reserved twice."""
        serials = range(event.first, event.last + 1)
        owners = self.owners[event.prefix]
        assert not set(serials) & set(owners)
        owners |= dict.fromkeys(serials, event.kiosk)
        self.blocks.append(Block(event.kiosk, event.prefix, event.first, event.last))

    def of(self, kiosk: str) -> tuple[Block, ...]:
        """Return the kiosk's blocks."""
        return tuple(each for each in self.blocks if each.kiosk == kiosk)

    def owner(self, prefix: str, serial: int) -> str | None:
        """Return the kiosk that has this number."""
        return self.owners[prefix].get(serial)

    def next_in_row(self, prefix: str, issued: Mapping[str, int]) -> int:
        """Return the next number of who takes a ticket now."""
        serial = issued[prefix] + 1
        while serial in self.owners[prefix]:
            serial += 1
        return serial
