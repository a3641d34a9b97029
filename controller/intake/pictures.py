"""Pictures: decoded once here, and written anew without all that a camera adds."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from controller.intake.made import BadFile, Made, made

MOST_BYTES = 30 * 1024 * 1024
"""Of a picture as it comes: a camera's best has fewer."""

MOST_PIXELS = 60_000_000
"""That a picture says to have; decoded, they take 240 MB. A bomb says more, and is never opened."""

LONGEST_SIDE = 1920
"""Pixels of the picture as screens get it: the halls' screens have no more."""

FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 88


def picture(data: bytes) -> Made:
    """Return the picture as a JPEG that stands upright, or a PNG where it is transparent.

    Raises `BadFile` for what is too large, has too many pixels, or is no picture.
    """
    if len(data) > MOST_BYTES:
        raise BadFile("too_large", f"{len(data)} > {MOST_BYTES}")
    try:
        with warnings.catch_warnings():
            # The bound below is ours, and lower than the one that the library warns of.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _decoded(data)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise BadFile("too_many_pixels", str(error)) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, MemoryError) as error:
        if isinstance(error, BadFile):
            raise
        raise BadFile("not_a_picture", str(error)) from None


def _decoded(data: bytes) -> Made:
    with Image.open(BytesIO(data), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise BadFile("too_many_pixels", f"{opened.width} x {opened.height}")
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        return encoded(upright)


def encoded(image: Image.Image) -> Made:
    """Return the picture, no larger than screens are, in a file of its own."""
    is_transparent = image.has_transparency_data
    plain = image.convert("RGBA" if is_transparent else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    # A new picture has the pixels, and nothing of what stood beside them.
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    written = BytesIO()
    if is_transparent:
        clean.save(written, "PNG", optimize=True)
        return made(written.getvalue(), "image/png", clean.size)
    clean.save(written, "JPEG", quality=QUALITY, optimize=True, progressive=False)
    return made(written.getvalue(), "image/jpeg", clean.size)
