"""How well letters stand out from what is behind them, by the pixels that were drawn."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

NEAR = 24
"""How far a pixel may be from the letters' colour, of 255, and still be inside of one."""

WEAKEST = 5
"""The share of a text's pixels, in per cent, that may be weaker than what is told."""

Pixels = NDArray[np.float64]

Ink = tuple[float, float, float]
"""The letters' colour: red, green and blue, each from 0 to 1."""


def contrast(drawn: Image.Image, bare: Image.Image, ink: Ink) -> float:
    """Return the contrast ratio where it is weakest; 1 where no letter is to be seen.

    `drawn` is the text's rectangle with its letters, `bare` the same without them. The ratio is
    that of WCAG 2.2 (contrast ratio, relative luminance), of each letter's pixel with what is
    behind it.
    """
    letters, ground = _pixels(drawn), _pixels(bare)
    color = np.array(ink) * 255
    is_inside = np.abs(letters - color).max(axis=2) <= NEAR
    is_inside &= np.abs(letters - ground).max(axis=2) > 0
    if not is_inside.any():
        return 1.0
    one, other = _luminance(letters[is_inside]), _luminance(ground[is_inside])
    ratios = (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)
    return round(float(np.percentile(ratios, WEAKEST)), 2)


def _pixels(image: Image.Image) -> Pixels:
    return np.asarray(image.convert("RGB"), dtype=np.float64)


def _luminance(pixels: Pixels) -> Pixels:
    """Return the relative luminance of sRGB pixels."""
    shares = pixels / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    weighted: Pixels = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighted
