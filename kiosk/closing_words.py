"""Why something is closed and when it opens, in a visitor's words."""

from collections.abc import Callable, Mapping
from textwrap import shorten
from types import MappingProxyType

from kiosk.closed import BY_HOURS, Closed, Opening
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
        "emergency": msgid("Paused for now"),
        "quota_reached": msgid("No more tickets today"),
        "last_ticket_given": msgid("No more tickets today"),
        "day_over": msgid("Closed for today"),
    }
)
"""What a tile says of each code, unless there are tickets again on the same day."""

HALL: Mapping[str, str] = MappingProxyType(
    {
        "service_paused": msgid("No tickets are given for now"),
        "emergency": msgid("No tickets are given for now"),
        "quota_reached": msgid("No more tickets today"),
        "last_ticket_given": msgid("No more tickets today"),
        "day_over": msgid("The hall has closed for today."),
        "service_closed": msgid("The hall is closed now"),
    }
)
"""What is said of the whole hall, unless there are tickets again on the same day."""

AGAIN: Mapping[bool, tuple[str, str, str]] = MappingProxyType(
    {
        True: (
            msgid("Opens again"),
            msgid("Opens at {time}"),
            msgid("Opens on {day} at {time}"),
        ),
        False: (
            msgid("Next tickets"),
            msgid("Next tickets at {time}"),
            msgid("Next tickets on {day} at {time}"),
        ),
    }
)
"""What is said of the next opening, where the hall is closed, and where it gives no tickets."""


def briefly(texts: Texts, language: Language, closed: Closed) -> Parts:
    """Return the few words that a tile has room for: when it opens, or why it is closed."""
    opening = closed.opening
    if opening is not None and (opening.is_today or closed.code not in SHORT):
        return _opening_parts(texts, language, closed.code, opening)
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
    for_now = msgid("No tickets are given for now")
    is_later_today = closed.opening is not None and closed.opening.is_today
    if is_later_today and closed.code not in BY_HOURS:
        return texts.parts(language, for_now)
    return texts.parts(language, HALL.get(closed.code, for_now))


def again(code: str) -> str:
    """Return the text that stands before the moment of the next opening."""
    return AGAIN[code in BY_HOURS][0]


def _opening_parts(texts: Texts, language: Language, code: str, opening: Opening) -> Parts:
    """Return `Opens at 14:00`, with the day where it is another one."""
    time = clock_time(opening.at)
    _, today, another_day = AGAIN[code in BY_HOURS]
    if opening.is_today:
        return texts.parts(language, today, time=time)
    return _each(
        texts,
        language,
        another_day,
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
        sentences.append(_opening_parts(texts, language, closed.code, closed.opening))
    elif closed.reason:  # a day's reason says nothing of the next
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
