"""The ornament: eight-pointed stars whose gaps are crosses, as on a zellige wall."""

from math import sqrt
from urllib.parse import quote

from media.look.theme import Color

Points = list[tuple[float, float]]


def star_squares(side: float) -> tuple[Points, Points]:
    """Give the two squares that make the star which fills a tile, points touching its sides."""
    half = side / 2
    near, far = half - half / sqrt(2), half + half / sqrt(2)
    upright = [(near, near), (far, near), (far, far), (near, far)]
    turned = [(half, 0.0), (side, half), (half, side), (0.0, half)]
    return upright, turned


def tile_css(star: Color, cross: Color) -> str:
    """Give one tile as a CSS `url(…)`, for a repeated background."""
    polygons = "".join(
        f"<polygon points='{' '.join(f'{x:.2f},{y:.2f}' for x, y in square)}' fill='{star.hex}'/>"
        for square in star_squares(40)
    )
    drawn = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40' width='40' height='40'>"
        f"<rect width='40' height='40' fill='{cross.hex}'/>{polygons}</svg>"
    )
    return f'url("data:image/svg+xml,{quote(drawn)}")'
