"""The texts of each rank."""

from typing import Any

from media.look.look import Look
from media.look.screen import Role
from media.look.widgets.text import Text


class Caption(Text):
    """The smallest text there is."""

    role = Role.CAPTION


class Body(Text):
    """What is read in lines."""

    role = Role.BODY


class Title(Text):
    """What a card or a button says first."""

    role = Role.TITLE
    is_bold = True


class Heading(Text):
    """What a screen is about."""

    role = Role.HEADING
    is_bold = True


class Display(Text):
    """A greeting, a counter."""

    role = Role.DISPLAY
    is_bold = True


class Number(Text):
    """A ticket number: left to right in every language, on one line."""

    role = Role.NUMBER
    is_bold = True

    def __init__(self, look: Look, text: str = "", **properties: Any) -> None:
        properties.setdefault("align", "center")
        super().__init__(look, text, lines=1, base_direction="ltr", **properties)
