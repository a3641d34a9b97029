"""One tile of zellige as pixels."""

from PIL import Image, ImageDraw

from media.look.theme import Color
from media.look.zellige import star_squares

_SUPERSAMPLING = 4


def tile(side: int, star: Color, cross: Color) -> Image.Image:
    """Draw one tile of `side` pixels; tiles laid side by side make the pattern."""
    large = side * _SUPERSAMPLING
    picture = Image.new("RGB", (large, large), tuple(cross))
    pen = ImageDraw.Draw(picture)
    for square in star_squares(large):
        pen.polygon(square, fill=tuple(star))
    return picture.resize((side, side), Image.Resampling.LANCZOS)
