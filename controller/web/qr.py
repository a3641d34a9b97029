"""Codes that telephones read, drawn into a page."""

from itertools import groupby

from markupsafe import Markup
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET = 4
"""Blank modules around the code, as its standard asks."""


def qr_svg(text: str, label: str) -> Markup:
    """Return the code as a picture that grows and shrinks with the page; `label` tells it."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(_row(y, row) for y, row in enumerate(rows))
    side = len(rows)
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {0} {0}" '
        'role="img" aria-label="{1}"><path d="{2}"/></svg>'
    ).format(side, label, path)


def _row(y: int, row: list[bool]) -> str:
    """Return the row's dark stretches, each as one rectangle."""
    drawn, x = "", 0
    for is_dark, modules in groupby(row):
        length = len(list(modules))
        if is_dark:
            drawn += f"M{x} {y}h{length}v1h-{length}z"
        x += length
    return drawn
