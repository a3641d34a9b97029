"""The paper that comes out: pages as PNG files, and a log of all that happened."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

Now = Callable[[], datetime]

LINE_ROWS = 24
"""Rows of one line of the printer's own letters."""

LOG = "events.jsonl"


class Pages:
    """A roll of paper, `dots` wide. Files are numbered on from those in the folder."""

    def __init__(self, folder: Path, dots: int, now: Now) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.rows_printed = 0
        self._folder = folder
        self._dots = dots
        self._now = now
        self._rows: list[bytes] = []
        self._letters = bytearray()
        self._garbage = 0
        self._next = 1 + max((int(page.stem) for page in self.files()), default=0)

    def files(self) -> list[Path]:
        """Return the pages that are out, in order."""
        return sorted(self._folder.glob("[0-9][0-9][0-9][0-9].png"))

    def row(self, dots: bytes) -> None:
        """Print a row; what is wider than the paper is lost, as on paper."""
        self._print_letters()
        length = (self._dots + 7) // 8
        self._add(dots[:length].ljust(length, b"\0"))

    def letter(self, code: int) -> None:
        """Print a letter of the printer's own."""
        self._garbage += 1
        self._letters.append(code)
        if len(self._letters) * 12 > self._dots - 12:
            self._print_letters()

    def feed(self) -> None:
        """Print the line of letters, if there is one. Blank feeds are not drawn."""
        self._print_letters()

    def end(self, kind: str) -> None:
        """Finish the page: `cut`, or `torn` when the power went. A blank one is no page."""
        self._print_letters()
        if not self._rows:
            return
        name = f"{self._next:04}.png"
        self._picture().save(self._folder / name)
        self.log("page", file=name, kind=kind, rows=len(self._rows), letters=self._garbage)
        self._next += 1
        self._garbage = 0
        self._rows.clear()

    def log(self, event: str, **facts: object) -> None:
        """Add a line to the log of events."""
        line = json.dumps({"at": self._now().isoformat(), "event": event, **facts})
        with (self._folder / LOG).open("a") as log:
            log.write(line + "\n")

    def _add(self, row: bytes) -> None:
        self._rows.append(row)
        self.rows_printed += 1

    def _picture(self) -> Image.Image:
        paper = bytes(byte ^ 0xFF for byte in b"".join(self._rows))
        return Image.frombytes("1", (self._dots, len(self._rows)), paper)

    def _print_letters(self) -> None:
        if not self._letters:
            return
        line = Image.new("1", (self._dots, LINE_ROWS))
        text = self._letters.decode("cp437")
        ImageDraw.Draw(line).text((4, 4), text, fill=1, font=ImageFont.load_default_imagefont())
        self._letters.clear()
        data, length = line.tobytes(), (self._dots + 7) // 8
        for start in range(0, len(data), length):
            self._add(data[start : start + length])
