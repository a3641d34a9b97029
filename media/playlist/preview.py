"""What an editor asks of a screen's own drawing before anything is published, and its answer.

The controller asks a process of its own (`python -m display.preview`): a line of JSON each way,
and behind the answer's the picture's bytes.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from media.playlist.kinds import WallMoment
from media.playlist.model import Item
from wire.messages import Language

MOST_ACROSS = 8192
"""Pixels of a screen's side; 8K has 7680."""

Side = Annotated[int, Field(ge=240, le=MOST_ACROSS)]
Millimetres = Annotated[float, Field(gt=0, le=50_000, allow_inf_nan=False)]

TextKind = Literal["title", "text", "aside"]
"""What a text is to its reader: `aside` is of second rank, such as what it is and its day."""


@dataclass(frozen=True, slots=True)
class PreviewScreen:
    """A screen as it hangs."""

    width_px: Side
    height_px: Side
    diagonal_mm: Millimetres
    distance_mm: Millimetres
    """From the farthest visitor who must read it."""

    written: Annotated[tuple[Language, ...], Field(min_length=1)] = ("ar", "fr", "zgh")
    """The languages of its notices, in turn."""


@dataclass(frozen=True, slots=True)
class Look:
    """How an editor looks at an item."""

    screen: PreviewScreen
    wall: WallMoment
    """What the hall's clocks show."""

    page: int = 0
    """Counted from 0; one that is not there is the last."""

    is_calling: bool = True
    """Whether the list of those who are called stands beside it, as while the hall works."""

    film_seconds: float | None = None
    """How long the item's film is, if it is one."""


@dataclass(frozen=True, slots=True)
class PreviewOrder:
    """One page of an item on one screen."""

    item: Item
    look: Look
    pack: str
    """The folder of the commune's content."""

    files: str
    """The folder of the item's files, each named by its SHA-256."""


@dataclass(frozen=True, slots=True)
class TextSeen:
    """A text as it was really drawn."""

    kind: TextKind
    words: str
    capital_mm: float
    """The height of its capital letters."""

    degrees: float
    """What they subtend at the farthest visitor's eye."""

    contrast: float
    """Of its letters on what is behind them, measured on the pixels, where it is weakest (WCAG)."""

    is_whole: bool
    """Whether it fits its room in letters that the screen takes for legible."""

    most_letters: int | None = None
    """So many letters of it would be high enough; nothing where it is, or where none would be."""


@dataclass(frozen=True, slots=True)
class PictureSeen:
    """A picture or a page of a paper as it was drawn."""

    stretch: float
    """The screen's pixels to one of its own."""

    height_mm: float
    is_paper: bool = False


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A page that the item has on this screen."""

    language: Language | None
    seconds: float


@dataclass(frozen=True, slots=True)
class PreviewSeen:
    """What became of an order."""

    pages: tuple[PageSeen, ...] = ()
    """All of them, in their order; none of what this screen has nothing to show of."""

    page: int = 0
    texts: tuple[TextSeen, ...] = ()
    picture: PictureSeen | None = None
    mime: str = ""
    size: int = 0
    """Of the picture's bytes, which follow; 0 where nothing was drawn."""

    problem: str = ""
    """Why nothing was drawn, in the words of a log."""
