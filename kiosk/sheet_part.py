"""What a sheet says, leaf by leaf."""

from dataclasses import dataclass
from enum import StrEnum

from media.pack import Piece


class Fact(StrEnum):
    """What a sheet says beside the documents to bring, in this order."""

    CONDITIONS = "conditions"
    FEE = "fee"
    DELAY = "delay"
    STEPS = "steps"
    EXAMPLE = "example"
    """No commune has confirmed the fee and the delay."""

    NOTES = "notes"
    COUNTER = "counter"
    """Where a wheelchair finds its place."""

    PLACE = "place"
    """Where the file is left, and when."""

    PHONE = "phone"
    BASIS = "basis"
    """The law that it rests on."""

    SILENCE = "silence"
    APPEAL = "appeal"
    DOUBTS = "doubts"
    """What of the sheet nobody has confirmed."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """What one leaf of a sheet holds."""

    documents: tuple[Piece, ...]
    facts: tuple[Fact, ...]
