"""Lengths of time, in words."""

from media.pack.kinds import days_in
from media.pack.procedures import Delay
from media.texts import Texts
from media.words import Parts
from wire.messages import Language

HOUR = 1 / 24


def duration_parts(texts: Texts, language: Language, delay: Delay) -> Parts:
    """Return `at once`, `48 hours`, `30 days`, `20 working days` or `2 months`."""
    days = days_in(delay.within)
    if not days:
        return texts.parts(language, "at once")
    if delay.is_working_days:
        return texts.plural_parts(language, "{n} working day", "{n} working days", round(days))
    if days < 1:
        return texts.plural_parts(language, "{n} hour", "{n} hours", max(1, round(days / HOUR)))
    if delay.within.endswith("M"):
        return texts.plural_parts(language, "{n} month", "{n} months", round(days / 30))
    return texts.plural_parts(language, "{n} day", "{n} days", round(days))
