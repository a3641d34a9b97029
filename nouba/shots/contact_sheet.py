"""All pictures of a folder on one sheet, to look at them at a glance."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CELL = (360, 420)
"""Pixels for each picture, its name included."""

COLUMNS = 8
CAPTION = 24
MARGIN = 8
PAPER = "#6b7280"
INK = "#ffffff"


def contact_sheet(pictures: Sequence[Path]) -> Image.Image:
    """Draw the pictures in rows, each with its file's name under it; there must be one at least."""
    rows = -(-len(pictures) // COLUMNS)
    sheet = Image.new("RGB", (CELL[0] * min(COLUMNS, len(pictures)), CELL[1] * rows), PAPER)
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(14)
    for index, path in enumerate(pictures):
        left, top = index % COLUMNS * CELL[0], index // COLUMNS * CELL[1]
        picture = _small(path)
        sheet.paste(picture, (left + (CELL[0] - picture.width) // 2, top + MARGIN))
        draw.text((left + MARGIN, top + CELL[1] - CAPTION), path.stem, INK, font)
    return sheet


def _small(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        small = picture.convert("RGB")
    small.thumbnail((CELL[0] - 2 * MARGIN, CELL[1] - CAPTION - 2 * MARGIN))
    return small
