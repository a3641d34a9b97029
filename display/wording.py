"""What a hall screen says by itself, in which languages: the same words in every drawing of it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from display.page import Kind, Page, QueueLine
from display.scene import Direction
from media.dates import long_date
from media.isolation import isolate
from media.look.theme import PALETTE, Color
from media.pack.model import Way
from media.playlist.content import Level
from media.texts import Texts, msgid
from media.words import Words
from wire.messages import LANGUAGES, Expected, Language

NAMED_IN: tuple[Language, ...] = ("ar", "fr")
"""The two languages of every sign in the hall."""

NAME_LANGUAGES: tuple[Language, ...] = ("ar", "zgh", "fr")
"""Those of the commune's own name."""

UNKNOWN = "–"
"""A number that the screen has not heard."""

WELCOME = "Welcome"
MISSED = msgid("Missed: see an agent")
MISSED_IN_SHORT = msgid("Missed call")
"""Where a screen is too narrow for its hall to say what to do as well."""
LOST = "The screen has lost the hall. Please watch the counters."


NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.NOTICE: msgid("Notice"),
        Kind.COMMITMENT: msgid("Our commitments"),
        Kind.HOURS: msgid("Opening hours"),
        Kind.VIGILANCE: msgid("Weather warning"),
        Kind.NEWS: msgid("News of the commune"),
        Kind.SESSION: msgid("Session of the council"),
        Kind.PROCEDURE: msgid("Documents to bring"),
        Kind.ANNOUNCEMENT: msgid("Announcement"),
    }
)

LEVELS: Mapping[Level, str] = MappingProxyType(
    {
        Level.GREEN: msgid("green level"),
        Level.YELLOW: msgid("yellow level"),
        Level.ORANGE: msgid("orange level"),
        Level.RED: msgid("red level"),
    }
)


class Tint(NamedTuple):
    """A ground, and what is written on it."""

    ground: Color
    ink: Color


TINTS: Mapping[Level, Tint] = MappingProxyType(
    {
        Level.GREEN: Tint(PALETTE.green, PALETTE.plaster),
        Level.YELLOW: Tint(PALETTE.alert_yellow, PALETTE.ink),
        Level.ORANGE: Tint(PALETTE.alert_orange, PALETTE.ink),
        Level.RED: Tint(PALETTE.alert_red, PALETTE.plaster),
    }
)
"""The colours of the vigilance (Direction générale de la météorologie); words tell it, too."""


class Said(NamedTuple):
    """A text, and its language."""

    language: Language
    text: str


def named(texts: Texts, msgid: str) -> tuple[Said, ...]:
    """Return a text in the two languages of every sign."""
    return tuple(Said(language, texts.text(language, msgid)) for language in NAMED_IN)


def own(texts: Texts, msgid: str) -> tuple[Said, ...]:
    """Return a text in each language that has a confirmed one of its own."""
    found = ((language, texts.parts(language, msgid)[0]) for language in LANGUAGES)
    return tuple(Said(language, text) for language, (of, text) in found if of == language)


def commune_names(commune: Words) -> tuple[Said, ...]:
    """Return the commune's names, in each language that has one."""
    found = ((language, commune.parts(language)[0]) for language in NAME_LANGUAGES)
    return tuple(Said(language, text) for language, (of, text) in found if of == language)


def header_names(
    commune: Words, zone: Words | None, *, is_portrait: bool
) -> tuple[tuple[Said, ...], ...]:
    """Return the rows of names in the header: the commune's, or its Arabic one and the zone's."""
    if zone is None:
        names = commune_names(commune)
        rows = tuple((each,) for each in names) if is_portrait else (names[:-1], names[-1:])
        return tuple(filter(None, rows))
    own, parts = _in_sign_languages(commune)[:1], _in_sign_languages(zone)
    return (own, *((each,) for each in parts)) if is_portrait else (own, parts)


def _in_sign_languages(names: Words) -> tuple[Said, ...]:
    found = ((language, names.parts(language)[0]) for language in NAMED_IN)
    return tuple(Said(language, text) for language, (of, text) in found if of == language)


def place_of(direction: Direction) -> tuple[Said, ...]:
    """Return the floor or room of a counter in the two languages of every sign."""
    return () if direction.place is None else _in_sign_languages(direction.place)


def way_pictogram(way: Way) -> str:
    """Return the arrow that shows the way; it never turns round with the writing."""
    return f"way-{way}"


def kind_of(texts: Texts, page: Page) -> str:
    """Return what a page is, whose it is, and its day."""
    return " · ".join(_kind(texts, page))


def _kind(texts: Texts, page: Page) -> Iterator[str]:
    if page.source:
        yield isolate(page.source)
    elif page.subject:
        yield page.subject
    elif page.kind is Kind.HOURS:
        yield from (isolate(each.text) for each in named(texts, NAMES[page.kind]))
    else:
        yield texts.text(page.language, NAMES[page.kind])
    if page.level is not None:
        yield texts.text(page.language, LEVELS[page.level])
    if page.dated is not None and not page.subject:
        yield isolate(long_date(page.language, page.dated))


def queue_numbers(line: QueueLine) -> tuple[str, str]:
    """Return how many wait for a service, and for how many minutes, as they are written."""
    return UNKNOWN if line.waiting is None else str(line.waiting), _wait(line.wait)


def _wait(wait: Expected | None) -> str:
    if wait is None:
        return UNKNOWN
    high = max(1, wait.high)
    return f"{max(0, wait.low)} – {high}" if wait.low < high else str(high)
