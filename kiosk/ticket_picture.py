"""Draws a ticket: one black-and-white picture, as wide as the printer's head."""

from dataclasses import dataclass
from types import MappingProxyType

from PIL import Image, ImageChops, ImageDraw

from hardware.ports import PrinterProfile
from kiosk.paper_font import PaperFont
from kiosk.paper_strips import Strips, blank, stacked, star
from kiosk.paper_text import Type, set_text
from kiosk.qr import qr_picture
from kiosk.slip import Line, Role, Slip


@dataclass(frozen=True, slots=True)
class _Size:
    """Ems in millimetres on paper of 80 mm: of the Arabic line, of the second, and the least."""

    first: float
    second: float
    least: float
    is_second_bold: bool = False


_SIZES = MappingProxyType(
    {
        Role.COMMUNE: _Size(5.2, 3.6, 2.8, is_second_bold=True),
        Role.COPY: _Size(4.8, 4.0, 2.8, is_second_bold=True),
        Role.OFFICE: _Size(3.7, 3.1, 2.6),
        Role.SERVICE: _Size(5.4, 3.8, 2.9, is_second_bold=True),
        Role.THEN: _Size(3.9, 3.3, 2.6),
        Role.AHEAD: _Size(4.4, 3.5, 2.8),
        Role.WAIT: _Size(3.6, 3.1, 2.6),
        Role.ALONE: _Size(4.0, 3.4, 2.8),
        Role.FOLLOW: _Size(3.6, 3.1, 2.6),
        Role.CODE: _Size(4.6, 4.6, 3.4),
        Role.MOMENT: _Size(3.3, 3.3, 2.8, is_second_bold=True),
        Role.BRING: _Size(3.9, 3.4, 2.9, is_second_bold=True),
        Role.DOCUMENT: _Size(3.5, 3.1, 2.7),
    }
)

_NUMBER = 25.0
"""Em of the number, in millimetres, where the paper is wide enough."""


def draw_ticket(slip: Slip, profile: PrinterProfile, font: PaperFont) -> Image.Image:
    """Return the ticket in mode `1`, `profile.dots` wide and as high as it needs."""
    return _Drawing(slip, profile, font).picture()


class _Drawing:
    """One ticket being drawn, in strips from top to bottom."""

    def __init__(self, slip: Slip, profile: PrinterProfile, font: PaperFont) -> None:
        self._slip = slip
        self._font = font
        self._strips = Strips.of(profile)
        self._dots, self._scale = self._strips.dots, self._strips.scale
        self._width, self._gap = self._strips.width, self._strips.gap

    def picture(self) -> Image.Image:
        return stacked(
            self._dots,
            [
                self._gap(1),
                *self._texts(Role.COMMUNE),
                self._gap(3),
                self._strips.rule(),
                self._gap(3),
                *self._copy_mark(),
                *self._texts(Role.OFFICE),
                self._gap(3.2),
                *self._texts(Role.SERVICE),
                *self._further(Role.THEN),
                self._gap(4.5),
                self._number(),
                *self._priority(),
                self._gap(4.5),
                *self._texts(Role.AHEAD),
                *self._texts(Role.ALONE),
                *self._further(Role.WAIT),
                self._gap(3),
                self._strips.rule(),
                self._code(),
                *self._texts(Role.FOLLOW),
                *self._further(Role.CODE),
                self._gap(3.6),
                *self._texts(Role.MOMENT),
                *self._documents(),
                self._gap(1),
            ],
        )

    def _texts(self, role: Role) -> list[Image.Image]:
        strips: list[Image.Image] = []
        for line in self._slip.having(role):
            is_first = not strips
            strips += [] if is_first else [self._gap(1.6)]
            strips.append(self._text(line, is_first=is_first))
        return strips

    def _text(self, line: Line, *, is_first: bool) -> Image.Image:
        size = _SIZES[line.role]
        least = self._strips.mm(size.least)
        wanted = self._strips.mm((size.first if is_first else size.second) * self._scale)
        is_listed = line.role is Role.DOCUMENT
        is_bold = size.is_second_bold or (is_first and not is_listed)
        lines = 3 if is_listed else 2
        kind = Type(max(wanted, least), least, is_bold, lines, is_centred=not is_listed)
        return set_text(line.text, line.language, kind, self._font, self._width)

    def _number(self) -> Image.Image:
        (line,) = self._slip.having(Role.NUMBER)
        kind = Type(self._strips.mm(_NUMBER), self._strips.mm(5), lines=1)
        return set_text(line.text, line.language, kind, self._font, self._width)

    def _priority(self) -> list[Image.Image]:
        """Return a small star below the number where a priority is noted, and no word of it."""
        if not self._slip.is_starred:
            return []
        radius = self._strips.mm(1.9 * self._scale)
        strip = blank(self._dots, 2 * radius + 1)
        ImageDraw.Draw(strip).polygon(star(self._dots // 2, radius, radius), fill=0)
        return [self._gap(3), strip]

    def _further(self, role: Role) -> list[Image.Image]:
        """Return lines that not every ticket has, and a little air above them."""
        lines = self._texts(role)
        return [self._gap(2.4), *lines] if lines else []

    def _documents(self) -> list[Image.Image]:
        """Return what to bring, a list for each language, below all that is read in the hall."""
        titles = self._slip.having(Role.BRING)
        strips = [self._gap(3), self._strips.rule()] if titles else []
        for is_second, title in enumerate(titles):
            strips += [self._gap(3), self._text(title, is_first=not is_second)]
            for line in self._slip.having(Role.DOCUMENT):
                if line.language == title.language:
                    strips += [self._gap(1.5), self._text(line, is_first=not is_second)]
        return strips

    def _code(self) -> Image.Image:
        # Six dots are 0.75 mm at 203 dpi; on narrow paper five leave room around the code.
        module = 6 if self._scale == 1.0 else 5
        return qr_picture(self._slip.url, module, self._dots)

    def _copy_mark(self) -> list[Image.Image]:
        """Return the words for "copy" in white on a black bar, so that none mistakes it."""
        words = self._texts(Role.COPY)
        if not words:
            return []
        inside = stacked(self._width, [self._gap(2), *words, self._gap(2)])
        return [ImageChops.invert(inside), self._gap(3)]
