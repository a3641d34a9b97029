"""Draws the list of what to bring: in Arabic, in the visitor's language, and in codes."""

from dataclasses import dataclass

from PIL import Image, ImageDraw

from hardware.ports import PrinterProfile
from kiosk.paper_font import PaperFont
from kiosk.paper_strips import Strips, blank, stacked
from kiosk.paper_text import Type, set_text
from kiosk.qr import codes, qr_picture
from kiosk.take_home import HELD_BOX, SCAN, ListWords, Section, TakeHome
from media.pack import Pack
from media.texts import Texts
from media.words import Parts
from wire.messages import Language

BOX = 3.4
"""The side of a document's box, in millimetres on paper of 80 mm."""

TITLE, LARGE, SMALL, LEAST = 5.4, 4.2, 3.6, 2.8
"""Ems in millimetres on paper of 80 mm: of the name, of headings, of lines; the least."""


@dataclass(frozen=True, slots=True)
class ListPrint:
    """What such a list is drawn with."""

    pack: Pack
    texts: Texts
    profile: PrinterProfile
    font: PaperFont

    def picture(self, taken: TakeHome) -> Image.Image:
        """Return the list in mode `1`, as wide as the printer's head and as high as it needs."""
        return _Drawing(self, taken).picture()


class _Drawing:
    """One list being drawn, in strips from top to bottom."""

    def __init__(self, means: ListPrint, taken: TakeHome) -> None:
        self._means, self._taken = means, taken
        self._strips = Strips.of(means.profile)
        self._words = ListWords(means.texts, means.pack)
        own = taken.language
        self._languages: tuple[Language, Language] = ("ar", "fr" if own == "ar" else own)

    def picture(self) -> Image.Image:
        strips, taken = self._strips, self._taken
        commune, procedure = self._means.pack.commune.name, taken.procedure.name
        told = [
            strips.gap(1),
            *self._centred([commune.parts(each) for each in self._languages], SMALL),
            strips.gap(3),
            strips.rule(),
            strips.gap(3),
            *self._centred([procedure.parts(each) for each in self._languages], TITLE),
            strips.gap(4),
            *self._sections(),
            strips.rule(),
            strips.gap(2.5),
            *self._facts(),
            *self._codes(),
            *self._centred(
                [self._means.texts.parts(each, SCAN) for each in self._languages], SMALL
            ),
            strips.gap(1),
        ]
        return stacked(strips.dots, told)

    def _sections(self) -> list[Image.Image]:
        both = [self._words.sections(each, self._taken) for each in self._languages]
        told: list[Image.Image] = []
        for arabic, other in zip(*both, strict=True):
            told += [*self._centred([arabic.title, other.title], LARGE), self._strips.gap(2.5)]
            told += self._pieces(arabic, other)
            told.append(self._strips.gap(2))
        return told

    def _pieces(self, arabic: Section, other: Section) -> list[Image.Image]:
        told: list[Image.Image] = []
        for one, two in zip(arabic.pieces, other.pieces, strict=True):
            told += [self._piece(_distinct([one, two]), arabic.box), self._strips.gap(2.2)]
        return told

    def _piece(self, lines: Parts, box: str) -> Image.Image:
        """Return a document in its languages beside its box, which stands where Arabic begins."""
        strips = self._strips
        side = strips.mm(BOX * strips.scale)
        room = strips.width - side - strips.mm(1.5)
        texts = [self._line(text, language, SMALL, room) for language, text in lines]
        words = stacked(room, [part for each in texts for part in (each, strips.gap(0.8))][:-1])
        strip = blank(strips.width, max(words.height, side))
        strip.paste(words, (0, 0))
        strip.paste(_box(side, is_held=box == HELD_BOX), (strips.width - side, 0))
        return strip

    def _facts(self) -> list[Image.Image]:
        both = [self._words.facts(each, self._taken.procedure) for each in self._languages]
        told: list[Image.Image] = []
        for facts in zip(*both, strict=True):
            for language, text in _distinct(facts):
                line = self._line(text, language, SMALL, self._strips.width)
                told += [line, self._strips.gap(1)]
            told.append(self._strips.gap(1.2))
        return told

    def _codes(self) -> list[Image.Image]:
        module = 6 if self._strips.scale == 1.0 else 5
        dots = self._strips.dots
        texts = codes(self._words.plain_lines(self._taken), dots)
        return [qr_picture(text, module, dots, "low") for text in texts]

    def _centred(self, wordings: list[Parts], size: float) -> list[Image.Image]:
        told: list[Image.Image] = []
        for place, (language, text) in enumerate(_distinct(wordings)):
            share = 0.75 if place else 1.0
            kind = self._type(size * share, is_bold=True, is_centred=True)
            told += [set_text(text, language, kind, self._means.font, self._strips.width)]
            told.append(self._strips.gap(1.4))
        return told

    def _line(self, text: str, language: Language, size: float, width: int) -> Image.Image:
        kind = self._type(size, is_bold=language == "ar", is_centred=False)
        return set_text(text, language, kind, self._means.font, width)

    def _type(self, size: float, *, is_bold: bool, is_centred: bool) -> Type:
        least = self._strips.mm(LEAST)
        wanted = max(self._strips.mm(size * self._strips.scale), least)
        return Type(wanted, least, is_bold=is_bold, lines=4, is_centred=is_centred)


def _distinct(wordings: list[Parts] | tuple[Parts, ...]) -> Parts:
    return tuple(dict.fromkeys(part for parts in wordings for part in parts))


def _box(side: int, *, is_held: bool) -> Image.Image:
    """Return a square to tick, or a ticked one: full, with a white check."""
    box = blank(side, side)
    draw = ImageDraw.Draw(box)
    draw.rectangle((0, 0, side - 1, side - 1), fill=0 if is_held else None, outline=0, width=3)
    if is_held:
        check = [(0.22, 0.52), (0.43, 0.74), (0.8, 0.28)]
        draw.line([(x * side, y * side) for x, y in check], fill=255, width=max(3, side // 8))
    return box
