"""A label's text as paragraphs, and its wrapped lines found again in them."""

from dataclasses import dataclass, field

from media.typography.bidi.paragraph import base_level, paragraph_levels


@dataclass(slots=True)
class Paragraphs:
    """The bidi levels of a whole text, handed out line by line.

    A wrapped line must have the levels of its paragraph: an isolate or a bracket may
    have opened on the line before.
    """

    text: str
    direction: str | None
    """`rtl`, `ltr`; None or `weak_…`: each paragraph by its first strong character."""

    _bases: list[int] = field(init=False)
    _levels: list[int] = field(init=False)
    _position: int = 0

    def __post_init__(self) -> None:
        self._bases, self._levels = [], []
        for paragraph in self.text.split("\n"):
            ended = f"{paragraph}\n"
            base = text_base(paragraph, self.direction)
            self._levels += paragraph_levels(ended, base)
            self._bases += [base] * len(ended)

    def take(self, line: str) -> tuple[int, list[int] | None]:
        """Give the base level and the levels of the next line, in the text's order.

        The levels are None when the line is not the text's own (it was shortened).
        """
        start = self.text.find(line, self._position)
        if start < 0:
            return text_base(line or self.text, self.direction), None
        self._position = start + len(line)
        return self._bases[start], self._levels[start : self._position]


def text_base(text: str, direction: str | None) -> int:
    """Give the base level of a text in a label's `base_direction`."""
    match direction:
        case "rtl":
            return 1
        case "ltr":
            return 0
        case _:
            return base_level(text, default=int(direction == "weak_rtl"))
