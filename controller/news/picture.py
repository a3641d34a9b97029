"""A stranger's picture into one of ours: only its pixels are kept.

What is written is new: no EXIF (where it was taken, by whom), no profile, no second frame, and
no byte of a file that was made to harm another program.
"""

import io
from dataclasses import dataclass
from hashlib import sha256

from PIL import Image, ImageOps

from controller.news.problem import FeedProblem, Problem

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
"""What websites show; Pillow's other readers stay closed to strangers."""

MOST_PIXELS = 40_000_000
"""A telephone's largest photograph; a decoder would need 160 MB for it."""

LONGEST_SIDE = 1920
"""Pixels: a hall screen's width."""

SHORTEST_SIDE = 120
"""Pixels; smaller ones are icons and counters of visits."""

QUALITY = 88


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG file."""

    data: bytes
    width: int
    height: int

    @property
    def name(self) -> str:
        """Return its SHA-256."""
        return sha256(self.data).hexdigest()


def reencoded(data: bytes) -> Picture:
    """Return the picture, upright, no larger than a screen, on white where it was transparent.

    Raises `FeedProblem` for what is none, is too large or too small. No pixel is decoded before
    the size is known to be bearable.
    """
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _check_size(*image.size)
            return _written(_bounded(image))
    except FeedProblem:
        raise
    except Image.DecompressionBombError as error:
        raise FeedProblem(Problem.TOO_LARGE) from error
    except Exception as error:
        # Decoders raise what they like over a file that was made for it: OSError, SyntaxError, …
        raise FeedProblem(Problem.NO_PICTURE, type(error).__name__) from error


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise FeedProblem(Problem.TOO_LARGE, f"{width} × {height} pixels")
    if min(width, height) < SHORTEST_SIDE:
        raise FeedProblem(Problem.NO_PICTURE, f"only {width} × {height} pixels")


def _bounded(image: Image.Image) -> Image.Image:
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is decoded at a fraction of its size
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    page = Image.new("RGB", upright.size, "white")
    page.paste(upright, mask=upright.getchannel("A"))
    return page


def _written(image: Image.Image) -> Picture:
    file = io.BytesIO()
    # Full colour for each pixel: posters have coloured letters.
    image.save(file, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return Picture(file.getvalue(), *image.size)
