"""Dates, times and durations as each language writes them in Morocco: figures are Latin."""

from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Literal

from babel.dates import format_date

from wire.messages import Language

_LOCALES: Mapping[Language, str] = MappingProxyType(
    {"ar": "ar_MA", "zgh": "zgh", "fr": "fr_MA", "en": "en_GB"}
)
"""`ar` without `MA` would say the Levant's months: يوليو for يوليوز."""

_Length = Literal["full", "long", "weekday", "month"]
_PATTERNS: Mapping[_Length, str] = MappingProxyType(
    {
        "full": "EEEE d MMMM y",
        "long": "d MMMM y",
        "weekday": "EEEE",
        "month": "LLLL",
    }
)


def full_date(language: Language, day: date) -> str:
    """Return `الأحد 22 نونبر 2026` or `dimanche 22 novembre 2026`."""
    return _formatted(language, day, "full")


def long_date(language: Language, day: date) -> str:
    """Return `22 نونبر 2026` or `22 novembre 2026`; the first of a French month is `1er`."""
    return _formatted(language, day, "long")


def short_date(day: date) -> str:
    """Return `22/11/2026`, which all the languages write alike."""
    return f"{day:%d/%m/%Y}"


def weekday(language: Language, day: date) -> str:
    """Return the day's name."""
    return _formatted(language, day, "weekday")


def month(language: Language, day: date) -> str:
    """Return the month's name."""
    return _formatted(language, day, "month")


def clock_time(moment: time | datetime) -> str:
    """Return `09:05`, on 24 hours. The moment is on the hall's clocks already."""
    return f"{moment:%H:%M}"


def _formatted(language: Language, day: date, length: _Length) -> str:
    text = format_date(day, _PATTERNS[length], locale=_LOCALES[language])
    if language == "fr" and day.day == 1:
        return text.replace("1 ", "1er ", 1)
    return text
