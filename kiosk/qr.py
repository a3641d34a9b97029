"""The code that a telephone reads."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

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

PART = "({number}/{count})"
"""Which of several codes one is."""

MOST_BESIDE = 4
"""More codes than these nobody scans."""


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


def codes(lines: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return the lines as texts of which each fits a legible code on so many dots.

    One where that is possible; else each tells which it is, and a line is never torn.
    """
    whole = "\n".join(lines)
    if _is_legible(whole, width):
        return (whole,)
    parts: list[list[str]] = [[]]
    for line in lines:
        if parts[-1] and not _is_legible("\n".join((PART, *parts[-1], line)), width):
            parts.append([])
        parts[-1].append(line)
    return tuple(
        "\n".join((PART.format(number=number, count=len(parts)), *part))
        for number, part in enumerate(parts, 1)
    )


def codes_beside(lines: tuple[str, ...], width: int, height: int) -> tuple[str, ...]:
    """Return the same for codes that stand side by side: as few as are legible in such a room."""
    texts: tuple[str, ...] = ()
    for count in range(1, MOST_BESIDE + 1):
        texts = codes(lines, min(width // count, height))
        if len(texts) <= count:
            break
    return texts


def _is_legible(text: str, width: int) -> bool:
    """Return whether a code of the text has modules that are large enough on so many dots."""
    try:
        version: int = _code(text, "low").version
    except ValueError:  # longer than the largest code
        return False
    return (17 + 4 * version + 2 * QUIET) * LEAST <= width


def _matrix(text: str, correction: Correction) -> list[list[bool]]:
    code = _code(text, correction)
    code.make(fit=True)
    matrix: list[list[bool]] = code.get_matrix()
    return matrix


def _code(text: str, correction: Correction) -> QRCode[Any]:
    code = QRCode(error_correction=_CORRECTIONS[correction], box_size=1, border=QUIET)
    code.add_data(text)
    return code
