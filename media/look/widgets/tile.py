"""Zellige as pixels: a tile, and a band of them."""

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


def band(tile: Image.Image, size: tuple[int, int], radius: int) -> Image.Image:
    """Fill a band with whole tiles, narrowed or widened to it; its upper corners are round."""
    width, height = size
    side = tile.width
    across, up = max(1, round(width / side)), max(1, round(height / side))
    whole = Image.new("RGB", (across * side, up * side))
    for x in range(across):
        for y in range(up):
            whole.paste(tile, (x * side, y * side))
    picture = whole.resize(size, Image.Resampling.LANCZOS)
    picture.putalpha(_corners(size, radius))
    return picture


def _corners(size: tuple[int, int], radius: int) -> Image.Image:
    width, height = (side * _SUPERSAMPLING for side in size)
    mask = Image.new("L", (width, height), 0)
    corners = (True, True, False, False)
    ImageDraw.Draw(mask).rounded_rectangle(
        (0, 0, width - 1, height - 1), radius * _SUPERSAMPLING, fill=255, corners=corners
    )
    return mask.resize(size, Image.Resampling.LANCZOS)
