"""What everybody in the hall is told to do, and on which ground it stands, on every screen alike.

Said by a pictogram and by words, never by a colour alone (WCAG 2.2, 1.4.1).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from media.isolation import isolate
from media.look.theme import PALETTE, Color
from media.texts import Texts, msgid
from wire.messages import LANGUAGES, EmergencyKind, Language

SUSPENDED = msgid("Calls are suspended. Your ticket keeps its place.")


class Order(NamedTuple):
    """What is said of a kind of emergency, as the catalogues have it, and its colour."""

    title: str
    text: str
    ground: Color


ORDERS: Mapping[EmergencyKind, Order] = MappingProxyType(
    {
        EmergencyKind.EVACUATION: Order(
            msgid("Evacuation"),
            msgid("Leave by the nearest exit. Do not use the lifts."),
            PALETTE.terracotta_deep,
        ),
        EmergencyKind.SECURITY: Order(
            msgid("Security alert"),
            msgid("Stay away from the doors. Follow the staff."),
            PALETTE.navy_deep,
        ),
    }
)


def title_in_all(texts: Texts, order: Order) -> str:
    """Return the title in every language that has it, side by side."""
    names = dict.fromkeys(words for _, words in in_all(texts, order.title))
    return " · ".join(map(isolate, names))


def in_all(texts: Texts, text: str) -> tuple[tuple[Language, str], ...]:
    """Return the text in each language that has it itself, confirmed, a sentence a line."""
    every = ((each, texts.parts(each, text)[0]) for each in LANGUAGES)
    return tuple((each, in_lines(words)) for each, (found, words) in every if found == each)


def in_lines(words: str) -> str:
    """Give each sentence a line of its own: «use the lifts» must not stand there alone."""
    return words.replace(". ", ".\n")
