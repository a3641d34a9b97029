"""A kiosk's own numbers: which comes next, and how many are left."""

from collections.abc import Iterable
from dataclasses import dataclass

from wire.messages import Grant, NumberBlock, OwnTicket
from wire.numbering import ticket_number

FEW = 50
"""With fewer numbers of a prefix left, more are asked for."""


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A number that nobody else gives out."""

    prefix: str
    serial: int
    url: str
    """The page that follows its ticket."""

    @property
    def ticket(self) -> str:
        """As it stands on the ticket."""
        return ticket_number(self.prefix, self.serial)


def next_number(grant: Grant, prefix: str, issued: Iterable[OwnTicket]) -> OwnNumber | None:
    """Return the number after all that were issued; nothing when none is left."""
    used = [each.serial for each in issued if each.prefix == prefix]
    nexts = ((block, _next_in(block, used)) for block in _blocks(grant, prefix))
    found = next((serial for block, serial in nexts if serial <= block.last), None)
    return None if found is None else own_number(grant, prefix, found)


def own_number(grant: Grant, prefix: str, serial: int) -> OwnNumber | None:
    """Return the number, if it was granted."""
    for block in _blocks(grant, prefix):
        if block.first <= serial <= block.last:
            url = grant.follow + block.codes[serial - block.first]
            return OwnNumber(prefix, serial, url)
    return None


def is_short(grant: Grant, issued: Iterable[OwnTicket]) -> bool:
    """Whether few numbers of some prefix are left."""
    tickets = tuple(issued)
    prefixes = {block.prefix for block in grant.blocks}
    return any(_left(grant, prefix, tickets) < FEW for prefix in prefixes)


def _left(grant: Grant, prefix: str, issued: tuple[OwnTicket, ...]) -> int:
    used = [each.serial for each in issued if each.prefix == prefix]
    return sum(block.last + 1 - _next_in(block, used) for block in _blocks(grant, prefix))


def _next_in(block: NumberBlock, used: list[int]) -> int:
    """Return the serial after the last one that was used of the block."""
    mine = (serial for serial in used if block.first <= serial <= block.last)
    return max(mine, default=block.first - 1) + 1


def _blocks(grant: Grant, prefix: str) -> list[NumberBlock]:
    return [block for block in grant.blocks if block.prefix == prefix]
