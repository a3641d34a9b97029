"""A frame as a small JPEG."""

from io import BytesIO
from typing import Protocol

from PIL import Image

LONGEST = 960
"""Pixels of the longer side: the words of a notice are read on it, and it is some 60 kB."""

QUALITIES = (80, 60, 40, 20)
"""Tried in turn until the file is small enough."""


class Pixels(Protocol):
    """A frame, as `media.look.glass.Frame`."""

    @property
    def width(self) -> int:
        """In pixels."""

    @property
    def height(self) -> int:
        """In pixels."""

    @property
    def pixels(self) -> bytes:
        """Four bytes each, lowest row first."""


def jpeg_of(frame: Pixels, largest: int) -> bytes:
    """Return the frame as a JPEG of at most so many bytes, or the smallest that can be made."""
    size = (frame.width, frame.height)
    upside_down = Image.frombytes("RGBA", size, frame.pixels).convert("RGB")
    picture = upside_down.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    picture.thumbnail((LONGEST, LONGEST))
    made = b""
    for quality in QUALITIES:
        file = BytesIO()
        picture.save(file, "JPEG", quality=quality)
        made = file.getvalue()
        if len(made) <= largest:
            break
    return made
