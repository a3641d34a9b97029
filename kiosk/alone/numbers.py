"""A kiosk's own numbers: which comes next, and how many are left."""

from collections.abc import Iterable
from dataclasses import dataclass

from wire.messages import Grant, HeldBlock, NumberBlock, OwnTicket
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
    tickets = tuple(issued)
    nexts = ((block, _latest(block, tickets) + 1) for block in _blocks(grant, prefix))
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


def held(grant: Grant) -> tuple[HeldBlock, ...]:
    """Return the blocks as they are shown to the controller again."""
    return tuple(HeldBlock(b.prefix, b.first, b.last, b.proof) for b in grant.blocks)


def is_forgotten(grant: Grant, taken_in: Iterable[OwnTicket]) -> bool:
    """Whether the hall has lost a ticket that it had taken in: a backup was restored."""
    tickets = tuple(taken_in)
    return any(_latest_of(block, tickets) > block.given for block in grant.blocks)


def _left(grant: Grant, prefix: str, issued: tuple[OwnTicket, ...]) -> int:
    return sum(block.last - _latest(block, issued) for block in _blocks(grant, prefix))


def _latest(block: NumberBlock, issued: tuple[OwnTicket, ...]) -> int:
    """Return the latest number of the block that was given, by whoever knows of it."""
    return max(block.given, _latest_of(block, issued))


def _latest_of(block: NumberBlock, tickets: tuple[OwnTicket, ...]) -> int:
    serials = (each.serial for each in tickets if each.prefix == block.prefix)
    mine = (serial for serial in serials if block.first <= serial <= block.last)
    return max(mine, default=block.first - 1)


def _blocks(grant: Grant, prefix: str) -> list[NumberBlock]:
    return [block for block in grant.blocks if block.prefix == prefix]
