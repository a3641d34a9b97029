"""How much room words take in the hall's fonts: the browser sets them in the same ones."""

from media.look.look import is_rtl
from media.typography.fonts import FontSet
from media.typography.line import Style
from media.typography.typesetter import Typesetter
from wire.messages import Language

ARABIC_LINE = 1.65
"""The height of a line of Arabic, in its letters' size: dots hang deep, marks stand high."""

OTHER_LINE = 1.4


def line_of(language: Language) -> float:
    """Return the height of a line, in its letters' size."""
    return ARABIC_LINE if is_rtl(language) else OTHER_LINE


class Measure:
    """Measures without a window. For one thread."""

    def __init__(self, fonts: FontSet) -> None:
        self._typesetter = Typesetter(fonts)
        self._files = {False: str(fonts.regular.path), True: str(fonts.bold.path)}

    def width(self, text: str, size: int, language: Language, *, is_bold: bool = False) -> int:
        """Give the width of a text on one line, in pixels."""
        style = Style(self._files[is_bold], size, is_bold)
        return self._typesetter.extent(text, style, int(is_rtl(language))).width

    def height(
        self, text: str, size: int, width: float, language: Language, *, is_bold: bool = False
    ) -> int:
        """Give the height of a text, broken into lines of a width, in pixels; 0 of no text."""
        if not text:
            return 0
        space = self.width(" ", size, language, is_bold=is_bold)
        lines = 0
        for line in text.splitlines():
            words = [self.width(word, size, language, is_bold=is_bold) for word in line.split(" ")]
            lines += _lines(words, space, width)
        return round(lines * size * line_of(language))


def _lines(words: list[int], space: int, width: float) -> int:
    """Count the lines, each filled with as many words as it takes."""
    lines, left = 1, width
    for word in words:
        if word > left and left < width:
            lines, left = lines + 1, width
        left -= word + space
    return lines
