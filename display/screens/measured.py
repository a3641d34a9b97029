"""How much room words take, before they are drawn."""

from kivy.core.text import Label as CoreLabel

from media.look.look import is_rtl
from wire.messages import Language


def words_height(
    words: str, size: int, width: float, language: Language, *, is_bold: bool = False
) -> int:
    """Give the height of words, broken into lines of a width, in pixels; 0 of no words."""
    if not words:
        return 0
    label = CoreLabel(
        text=words,
        font_size=size,
        bold=is_bold,
        base_direction="rtl" if is_rtl(language) else "ltr",
        text_size=(width, None),
    )
    return int(label.render()[1])
