"""The code that a telephone reads."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from PIL import Image
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M
from qrcode.main import QRCode

Correction = Literal["low", "medium"]
"""How much of a code may be unreadable: 7 or 15 of a hundred."""

_CORRECTIONS: Mapping[Correction, int] = MappingProxyType(
    {"low": ERROR_CORRECT_L, "medium": ERROR_CORRECT_M}
)

QUIET = 4
"""Blank modules around the code, as its standard asks."""

LEAST = 4
"""Dots a module: printed smaller, telephones begin to fail."""


def qr_picture(
    text: str, module: int, width: int, correction: Correction = "medium"
) -> Image.Image:
    """Return the code in black on white, with its quiet zone, `module` dots to a module.

    When it is wider than `width` its modules become smaller, down to `LEAST`; then
    `ValueError`, as when the text is too long for any code.
    """
    matrix = _matrix(text, correction)
    side = len(matrix)
    module = min(module, width // side)
    if module < LEAST:
        raise ValueError(f"a code of {side} modules does not fit on {width} dots")
    small = Image.new("1", (side, side))
    small.putdata([0 if dark else 255 for row in matrix for dark in row])
    return small.resize((side * module, side * module), Image.Resampling.NEAREST)


def is_legible(text: str, width: int, correction: Correction) -> bool:
    """Return whether a code of the text fits on so many dots with modules large enough."""
    try:
        return len(_matrix(text, correction)) * LEAST <= width
    except ValueError:
        return False


def _matrix(text: str, correction: Correction) -> list[list[bool]]:
    code = QRCode(error_correction=_CORRECTIONS[correction], box_size=1, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    matrix: list[list[bool]] = code.get_matrix()
    return matrix
