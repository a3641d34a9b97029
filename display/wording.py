"""What a hall screen says by itself, in which languages: the same words in every drawing of it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from display.page import Kind, Page
from media.dates import long_date
from media.isolation import isolate
from media.look.theme import PALETTE, Color
from media.texts import Texts
from media.words import Words
from wire.messages import LANGUAGES, EmergencyKind, Language

NAMED_IN: tuple[Language, ...] = ("ar", "fr")
"""The two languages of every sign in the hall."""

NAME_LANGUAGES: tuple[Language, ...] = ("ar", "zgh", "fr")
"""Those of the commune's own name."""

WELCOME = "Welcome"
LOST = "The screen has lost the hall. Please watch the counters."
SUSPENDED = "Calls are suspended. Your ticket keeps its place."


class Said(NamedTuple):
    """A text, and its language."""

    language: Language
    text: str


class Order(NamedTuple):
    """What is said of a kind of emergency, as the catalogues have it, and its colour."""

    title: str
    text: str
    ground: Color


ORDERS: Mapping[EmergencyKind, Order] = MappingProxyType(
    {
        EmergencyKind.EVACUATION: Order(
            "Evacuation",
            "Leave by the nearest exit. Do not use the lifts.",
            PALETTE.terracotta_deep,
        ),
        EmergencyKind.SECURITY: Order(
            "Security alert",
            "Stay away from the doors. Follow the staff.",
            PALETTE.navy_deep,
        ),
    }
)


def named(texts: Texts, msgid: str) -> tuple[Said, ...]:
    """Return a text in the two languages of every sign."""
    return tuple(Said(language, texts.text(language, msgid)) for language in NAMED_IN)


def own(texts: Texts, msgid: str) -> tuple[Said, ...]:
    """Return a text in each language that has a confirmed one of its own."""
    found = ((language, texts.parts(language, msgid)[0]) for language in LANGUAGES)
    return tuple(Said(language, text) for language, (of, text) in found if of == language)


def in_sentences(said: Iterable[Said]) -> tuple[Said, ...]:
    """Give each sentence a line of its own: «use the lifts» must not stand there alone."""
    return tuple(Said(language, text.replace(". ", ".\n")) for language, text in said)


def commune_names(commune: Words) -> tuple[Said, ...]:
    """Return the commune's names, in each language that has one."""
    found = ((language, commune.parts(language)[0]) for language in NAME_LANGUAGES)
    return tuple(Said(language, text) for language, (of, text) in found if of == language)


def kind_of(texts: Texts, page: Page) -> str:
    """Return what a page is, and the day of a notice."""
    match page.kind:
        case Kind.COMMITMENT:
            return texts.text(page.language, "Our commitments")
        case Kind.HOURS:
            return " · ".join(isolate(each.text) for each in named(texts, "Opening hours"))
        case Kind.NOTICE:
            return _dated(texts, page)


def _dated(texts: Texts, page: Page) -> str:
    name = texts.text(page.language, "Notice")
    if page.dated is None:
        return name
    return f"{name} · {isolate(long_date(page.language, page.dated))}"
