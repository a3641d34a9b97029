"""Why something is closed and when it opens, in a visitor's words."""

from collections.abc import Callable, Mapping
from textwrap import shorten
from types import MappingProxyType

from kiosk.closed import Closed, Opening
from media.dates import clock_time, day_and_month, weekday
from media.texts import Texts, msgid
from media.texts.reasons import reason_text
from media.texts.refusal import refusal_text
from media.words import Parts
from wire.messages import Language

LONGEST_REASON = 80
"""Letters of a reason that a kiosk has room for."""

SHORT: Mapping[str, str] = MappingProxyType(
    {
        "service_paused": msgid("Paused for now"),
        "quota_reached": msgid("No more tickets today"),
        "day_over": msgid("Closed for today"),
    }
)
"""What a tile says of each code that is no question of the hours."""

HALL: Mapping[str, str] = MappingProxyType(
    {
        "service_paused": msgid("No tickets are given for now"),
        "quota_reached": msgid("No more tickets today"),
        "day_over": msgid("The hall has closed for today."),
    }
)
"""What is said of the whole hall."""


def briefly(texts: Texts, language: Language, closed: Closed) -> Parts:
    """Return the few words that a tile has room for: when it opens, or why it is closed."""
    if closed.opening is not None and closed.code not in SHORT:
        return opening_parts(texts, language, closed.opening)
    return texts.parts(language, SHORT.get(closed.code, msgid("Closed now")))


def fully(texts: Texts, language: Language, closed: Closed) -> Parts:
    """Return why no ticket can be taken for a service and, where it is known, until when."""
    sentences = _sentences(texts, language, closed)
    if len({tuple(dict(parts)) for parts in sentences}) > 1:
        both = (_sentences(texts, each, closed) for each in ("ar", "fr"))
        sentences = [arabic + french for arabic, french in zip(*both, strict=True)]
    lines = zip(*sentences, strict=True)
    return tuple((line[0][0], " ".join(text for _, text in line)) for line in lines)


def of_hall(texts: Texts, language: Language, closed: Closed) -> Parts:
    """Return why no ticket is given at all."""
    return texts.parts(language, HALL.get(closed.code, msgid("The hall is closed now")))


def opening_parts(texts: Texts, language: Language, opening: Opening) -> Parts:
    """Return `Opens at 14:00`, with the day where it is another one."""
    time = clock_time(opening.at)
    if opening.is_today:
        return texts.parts(language, "Opens at {time}", time=time)
    return _each(
        texts,
        language,
        msgid("Opens on {day} at {time}"),
        lambda spoken: {"day": day_name(spoken, opening), "time": time},
    )


def day_name(language: Language, opening: Opening) -> str:
    """Return `lundi`, or `le 11 janvier` where the day's name would mean another."""
    day = opening.at.date()
    return weekday(language, day) if opening.is_this_week else day_and_month(language, day)


def _sentences(texts: Texts, language: Language, closed: Closed) -> list[Parts]:
    why = refusal_text(closed.code) if closed.code else msgid("This service is closed now")
    sentences = [texts.parts(language, why, code=closed.code)]
    if closed.opening is not None:
        sentences.append(opening_parts(texts, language, closed.opening))
    if closed.reason:
        sentences.append(_because(texts, language, closed.reason))
    return sentences


def _because(texts: Texts, language: Language, reason: str) -> Parts:
    short = shorten(reason, LONGEST_REASON, placeholder="…")
    return _each(
        texts,
        language,
        msgid("Reason: {reason}"),
        lambda spoken: {"reason": reason_text(texts, spoken, short)},
    )


def _each(
    texts: Texts, language: Language, text: str, values: Callable[[Language], Mapping[str, str]]
) -> Parts:
    """Return a text whose values are words of the language that it is told in."""
    spoken = [each for each, _ in texts.parts(language, text)]
    return tuple(part for each in spoken for part in texts.parts(each, text, **values(each)))
