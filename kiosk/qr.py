"""The code that a telephone reads."""

from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET = 4
"""Blank modules around the code, as its standard asks."""

LEAST = 4
"""Dots a module: printed smaller, telephones begin to fail."""


def qr_picture(text: str, module: int, width: int) -> Image.Image:
    """Return the code in black on white, with its quiet zone, `module` dots to a module.

    When it is wider than `width` its modules become smaller, down to `LEAST`; then
    `ValueError`. Error correction is M.
    """
    code = QRCode(error_correction=ERROR_CORRECT_M, box_size=1, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    side = len(matrix)
    module = min(module, width // side)
    if module < LEAST:
        raise ValueError(f"a code of {side} modules does not fit on {width} dots")
    small = Image.new("1", (side, side))
    small.putdata([0 if dark else 255 for row in matrix for dark in row])
    return small.resize((side * module, side * module), Image.Resampling.NEAREST)
