"""Dates and times as each language writes them in Morocco: figures are Latin."""

from collections.abc import Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from babel.dates import format_date

from media.isolation import isolate
from wire.messages import Language

_LOCALES: Mapping[Language, str] = MappingProxyType(
    {"ar": "ar_MA", "zgh": "zgh", "fr": "fr_MA", "en": "en_GB"}
)
"""`ar` without `MA` would say the Levant's months: يوليو for يوليوز."""


def long_date(language: Language, day: date) -> str:
    """Return `22 نونبر 2026` or `22 novembre 2026`; the first of a French month is `1er`."""
    text = format_date(day, "d MMMM y", locale=_LOCALES[language])
    if language == "fr" and day.day == 1:
        return text.replace("1 ", "1er ", 1)
    return text


def full_date(language: Language, day: date) -> str:
    """Return `الاثنين 9 مارس 2026`, `lundi 9 mars 2026` or `Monday 9 March 2026`."""
    return f"{weekday(language, day)} {long_date(language, day)}"


def named_day(language: Language, day: date) -> tuple[str, str]:
    """Return `الاثنين` and `9 مارس`, `lundi` and `1er mars`, `Monday` and `9 March`."""
    return weekday(language, day), long_date(language, day).removesuffix(f" {day.year}")


def weekday(language: Language, day: date) -> str:
    """Return `الاثنين`, `lundi` or `Monday`."""
    return format_date(day, "EEEE", locale=_LOCALES[language])


def day_and_month(language: Language, day: date) -> str:
    """Return `11 يناير`, `le 11 janvier` or `11 January`."""
    text = format_date(day, "d MMMM", locale=_LOCALES[language])
    if language != "fr":
        return text
    return f"le {text.replace('1 ', '1er ', 1) if day.day == 1 else text}"


def short_date(day: date) -> str:
    """Return `22/11/2026`, which all the languages write alike."""
    return f"{day:%d/%m/%Y}"


def clock_time(moment: datetime | time) -> str:
    """Return `09:05`, on 24 hours, as all the languages do; a moment is in the hall's zone."""
    return f"{moment:%H:%M}"


def time_range(start: time, end: time) -> str:
    """Return `08:30 – 16:30`, isolated: from left to right in every language."""
    return isolate(f"{clock_time(start)} – {clock_time(end)}")
