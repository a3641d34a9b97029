"""The kiosk's own keyboards: their keys, as rows."""

from collections.abc import Mapping
from types import MappingProxyType

from kivy.uix.widget import Widget

from kiosk.finding.keyboards import KEYBOARDS, NAMES, Script
from kiosk.screens.kit import Kit
from kiosk.screens.target import Target, TwoTongued
from kiosk.searching import SPACE
from kiosk.speech.reading import letter_by_ear
from media.look.screen import Role
from media.look.widgets import Column, Kind, Row
from media.texts import msgid

SPACE_KEY = msgid("Space")
LETTERS: Mapping[Script, str] = MappingProxyType(
    {
        "arabic": msgid("Arabic letters"),
        "latin": msgid("Latin letters"),
        "tifinagh": msgid("Tifinagh letters"),
    }
)
"""What is said of the buttons that change the keyboard."""


def letters_of(kit: Kit, script: Script) -> Column:
    """Return the rows of letters, from left to right as on any keyboard."""
    look = kit.look
    column = Column(look, spacing=look.screen.apart)
    widest = max(map(len, KEYBOARDS[script]))
    for letters in KEYBOARDS[script]:
        row = Row(kit.look.within("fr"), spacing=look.screen.apart)
        aside = (widest - len(letters)) / 2
        keys = [key_of(kit, each) for each in letters]
        for widget in (*_blank(aside), *keys, *_blank(aside)):
            row.add_widget(widget)
        column.add_widget(row)
    return column


def _blank(width: float) -> tuple[Widget, ...]:
    return (Widget(size_hint_x=width),) if width else ()


def key_of(kit: Kit, letter: str) -> Target:
    """Return the key of a letter or a figure."""
    key = Target(kit, f"key:{letter}", letter, flow="column", role=Role.TITLE, padding=0)
    key.spoken = (letter_by_ear(letter, kit.look.language),)
    return key


def last_row(kit: Kit, script: Script) -> Row:
    """Return the other keyboards, and the space."""
    look = kit.look.within("fr")
    row = Row(look, spacing=look.screen.apart)
    for other, name in NAMES.items():
        kind = Kind.NAVY if other == script else Kind.PLAIN
        to_it = Target(
            kit, f"script:{other}", name, flow="column", role=Role.BODY, kind=kind, padding=0
        )
        to_it.spoken = kit.parts(LETTERS[other])
        row.add_widget(to_it)
    row.add_widget(
        TwoTongued(
            kit,
            f"key:{SPACE}",
            kit.parts(SPACE_KEY),
            role=Role.BODY,
            size_hint_x=1.6,
            padding=0,
        )
    )
    return row
