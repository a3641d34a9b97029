"""What staff ask of one screen: to show which one it is, and to send what is on its glass."""

from dataclasses import dataclass
from typing import Literal

NoPicture = Literal["not_allowed", "too_soon", "failed"]
"""Why a screen sends none: its settings say so, it has just sent one, it could not."""

LARGEST_PICTURE = 90_000
"""Bytes of a picture."""


@dataclass(frozen=True, slots=True)
class Identify:
    """Show this name over the whole screen: somebody asks which one it is."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class PictureWanted:
    """Send a picture of what is on the glass now."""

    wish: str
    """Stands in the address where the picture goes."""


@dataclass(frozen=True, slots=True)
class PictureRefused:
    """The screen sends none."""

    wish: str
    why: NoPicture
