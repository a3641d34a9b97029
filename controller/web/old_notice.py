"""A notice that there is already, as its editor finds it in the form again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from controller.signage import Notice
from controller.web.notice_form import LANGUAGES, MOMENT
from controller.web.uploads import Upload
from media.playlist.content import (
    CouncilSession,
    Document,
    Picture,
    TextNotice,
    Vigilance,
    pictures_of,
    words_of,
)
from media.playlist.validity import Validity
from media.words import Words

NOON, MIDNIGHT = time(12), time()


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form."""

    values: Mapping[str, str]
    chosen: Mapping[str, Sequence[str]]
    """The boxes that are ticked: days, screens."""

    upload: Upload | None = None


def is_for_the_form(notice: Notice) -> bool:
    """Whether the form can hold all that the notice is; others are changed where they were made."""
    content, validity = notice.item.content, notice.item.validity
    is_known = isinstance(content, TextNotice | Picture | Document | Vigilance | CouncilSession)
    is_plain = not (notice.where.zones or validity.not_on or validity.only_on)
    return is_known and is_plain and _hours(validity) is not None


def filled(notice: Notice) -> Filled:
    """Return what the form of this notice holds."""
    item, validity = notice.item, notice.item.validity
    values = {
        "strength": item.strength.value,
        "weight": str(item.weight),
        "rank": item.rank.value,
        "holidays": validity.holidays.value,
        "seconds": "" if item.seconds is None else f"{item.seconds:g}",
        "since": "" if validity.since is None else f"{validity.since:{MOMENT}}",
        "until": "" if validity.until is None else f"{validity.until:{MOMENT}}",
    }
    for name, words in words_of(item.content):
        values |= _texts({"alternative": "title", "advice": "text"}.get(name, name), words)
    match item.content:
        case Vigilance(level=level):
            values["level"] = level.value
        case Picture(title=Words()) | Document(title=Words()):
            values["shows_title"] = "on"
        case CouncilSession(start=start, is_cancelled=is_cancelled):
            values |= {"start": f"{start:{MOMENT}}", "is_cancelled": "on" if is_cancelled else ""}
    values |= _hours(validity) or {}
    days = [day for window in validity.windows[:1] for day in window.days]
    chosen = {"days": days, "screens": notice.where.screens}
    return Filled(values, chosen, _upload(notice))


def _upload(notice: Notice) -> Upload | None:
    """Return its picture, or the pages of its paper: two that are alike are one file."""
    known = {each.sha256: each for each in notice.assets}
    pages = tuple(known[each] for each in pictures_of(notice.item.content))
    return Upload(pages, isinstance(notice.item.content, Document)) if pages else None


def _texts(name: str, words: Words) -> dict[str, str]:
    return {f"{name}_{language}": getattr(words, language) for language in LANGUAGES}


def _hours(validity: Validity) -> dict[str, str] | None:
    """Return the hours as the form has them; nothing when it cannot have them."""
    match validity.windows:
        case ():
            return {}
        case (window,):
            return {"from": f"{window.start:%H:%M}", "to": f"{window.end:%H:%M}"}
        case (first, second) if first.days == second.days:
            halves = (first.start, first.end, second.start, second.end)
            return {} if halves == (MIDNIGHT, NOON, NOON, MIDNIGHT) else None
        case _:
            return None
