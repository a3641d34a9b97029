"""What a technician sees at the kiosk: never a word of a visitor's."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from wire.messages import Language

LONGEST_CODE = 12


class Tool(StrEnum):
    """What a technician can look at or try."""

    PRINT = "print"
    SOUND = "sound"
    TOUCH = "touch"
    NETWORK = "network"
    PRINTER = "printer"
    LOG = "log"
    VERSIONS = "versions"
    RESTART = "restart"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of what is known."""

    value: str
    label: str = ""
    """The interface text that names it; empty where the value is a text of its own."""

    is_text: bool = False
    """Whether the value is an interface text."""


@dataclass(frozen=True, slots=True)
class TechnicianCode:
    """The code is asked for."""

    name: ClassVar[str] = "technician_code"
    language: Language
    typed: int
    """So many digits."""

    is_wrong: bool = False
    locked_minutes: int = 0
    """So long nobody is let in; 0 when a code may be typed."""


@dataclass(frozen=True, slots=True)
class TechnicianMenu:
    """The tools."""

    name: ClassVar[str] = "technician"
    language: Language


@dataclass(frozen=True, slots=True)
class TechnicianFacts:
    """What one tool tells."""

    name: ClassVar[str] = "technician_facts"
    language: Language
    tool: Tool
    rows: tuple[Row, ...] = ()
    may_do: bool = False
    """Whether there is something to do, again perhaps."""


@dataclass(frozen=True, slots=True)
class TechnicianTarget:
    """One of the stars that a technician touches, so that the glass is calibrated."""

    name: ClassVar[str] = "technician_target"
    language: Language
    place: tuple[float, float]
    """Of its middle, in shares of the screen's width and height from its lower left corner."""


TechnicianPage = TechnicianCode | TechnicianMenu | TechnicianFacts | TechnicianTarget


def technician_targets(page: TechnicianPage) -> frozenset[str]:
    """Return all that can be touched on the page now."""
    match page:
        case TechnicianCode(locked_minutes=0):
            digits = (f"digit:{digit}" for digit in "0123456789")
            return frozenset({*digits, "delete", "enter", "home"})
        case TechnicianMenu():
            return frozenset({*(f"tool:{tool}" for tool in Tool), "language", "home"})
        case TechnicianFacts(may_do=may_do):
            return frozenset({"back", "home"} | ({"do"} if may_do else set()))
        case _:
            return frozenset({"home"})
