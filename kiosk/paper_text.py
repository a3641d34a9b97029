"""Sets a text on paper: as large as it may be, on as few lines as it takes, nothing cut off."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from kiosk.paper_font import PaperFont
from wire.messages import Language

Width = Callable[[str], float]
"""The width of a text, in dots."""

WHITE = 255
"""In mode `1` Pillow takes 1 for white as well, and then inverts it to white again."""

WORTH = 0.85
"""Letters may be smaller by so much to save a line."""

PITCH = 1.22
"""From one line of a text to the next, in ems."""

_WORD = re.compile(r"(?:[\u2066-\u2068][^\u2069]*\u2069|\S)+")
"""What stays on one line: isolates may hold spaces, and must not be torn apart."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is to be set; sizes are ems, in dots."""

    size: int
    least: int
    """It is not made smaller to save lines."""

    is_bold: bool = True
    lines: int = 2
    """As many lines as it may take before it is made smaller."""

    is_centred: bool = True
    """Else each line begins where its language does."""


def set_text(text: str, language: Language, kind: Type, font: PaperFont, width: int) -> Image.Image:
    """Return the text on a strip of paper of that width, as high as its ink."""
    size, lines = _fitted(text, language, kind, font, width)
    sized = font.sized(size, is_bold=kind.is_bold)
    return _drawn(lines, language, sized, width, is_centred=kind.is_centred)


def _fitted(
    text: str, language: Language, kind: Type, font: PaperFont, width: int
) -> tuple[int, list[str]]:
    words = _WORD.findall(text)
    for size, most in _tries(kind):
        measure = _measure(font.sized(size, is_bold=kind.is_bold), language)
        is_fitting = max(map(measure, words)) <= width
        if is_fitting and len(lines := _wrapped(words, measure, width)) <= most:
            return size, _balanced(lines, words, measure, width)
    measure = _measure(font.sized(kind.least, is_bold=kind.is_bold), language)
    pieces = [piece for word in words for piece in _broken(word, measure, width)]
    return kind.least, _wrapped(pieces, measure, width)


def _tries(kind: Type) -> Iterator[tuple[int, int]]:
    """Give sizes and the lines that a text may take at them, the best first."""
    for lines in range(1, kind.lines):
        for size in range(kind.size, max(kind.least, round(kind.size * WORTH)) - 1, -1):
            yield size, lines
    for size in range(kind.size, kind.least - 1, -1):
        yield size, kind.lines


def _wrapped(words: list[str], measure: Width, width: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(lines: list[str], words: list[str], measure: Width, width: float) -> list[str]:
    """Narrow the lines while they stay as many, so that none has a single word for itself."""
    narrower = width * 0.95
    while max(map(measure, words)) <= narrower:
        tried = _wrapped(words, measure, narrower)
        if len(tried) > len(lines):
            break
        lines, narrower = tried, narrower * 0.95
    return lines


def _broken(word: str, measure: Width, width: float) -> list[str]:
    """Return a word in pieces that fit: only for words wider than the paper."""
    if measure(word) <= width or len(word) == 1:
        return [word]
    ends = [end for end in range(1, len(word)) if measure(word[:end]) <= width]
    end = max(ends, default=1)
    return [word[:end], *_broken(word[end:], measure, width)]


def _measure(font: ImageFont.FreeTypeFont, language: Language) -> Width:
    def measure(text: str) -> float:
        left, _, right, _ = _box(text, language, font)
        return right - left

    return measure


def _drawn(
    lines: list[str],
    language: Language,
    font: ImageFont.FreeTypeFont,
    width: int,
    *,
    is_centred: bool = True,
) -> Image.Image:
    share = 0.5 if is_centred else float(language == "ar")
    pitch = round(font.size * PITCH)
    boxes = [_box(line, language, font) for line in lines]
    top, bottom = boxes[0][1], boxes[-1][3] + pitch * (len(lines) - 1)
    strip = Image.new("1", (width, round(bottom - top)), WHITE)
    draw = ImageDraw.Draw(strip)
    draw.fontmode = "1"
    for row, (line, (left, _, right, _)) in enumerate(zip(lines, boxes, strict=True)):
        place = (int((width - (right - left)) * share) - left, row * pitch - top)
        draw.text(place, line, 0, font, "ls", direction=_direction(language), language=language)
    return strip


def _box(
    text: str, language: Language, font: ImageFont.FreeTypeFont
) -> tuple[float, float, float, float]:
    return font.getbbox(text, "1", _direction(language), None, language, 0, "ls")


def _direction(language: Language) -> str:
    return "rtl" if language == "ar" else "ltr"
