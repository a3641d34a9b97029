"""A notice as an editor fills it in on a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from werkzeug.datastructures import MultiDict

from controller.signage import Notice, Template
from controller.signage.habits import HABITS
from controller.signage.manuscript import NO_FILES, Files, Manuscript, notice_of
from controller.web.uploads import Upload
from media.playlist.model import Rank, Strength
from media.playlist.validity import WEEK, Holidays
from media.texts import msgid
from wire.codec import BadMessage, decode

LANGUAGES = ("ar", "fr", "en", "zgh")
MOMENT = "%Y-%m-%dT%H:%M"
"""As a browser's field of day and time has it."""

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "title": msgid("Title"),
        "text": msgid("Text"),
        "place": msgid("Place of the session"),
        "start": msgid("The session begins"),
        "since": msgid("Shown from"),
        "until": msgid("Shown until"),
        "windows": msgid("Hours of the day"),
        "seconds": msgid("Seconds that each page stands"),
        "strength": msgid("How it comes in"),
        "rank": msgid("Its place among others"),
        "file": msgid("Picture or PDF"),
    }
)
"""What the fields are called, by what a manuscript calls them."""


class Unfit(ValueError):  # noqa: N818 - it is an answer to an editor, not a fault of ours
    """The form is not a notice; `label` is the field to look at again, if it is one."""

    def __init__(self, label: str = "") -> None:
        self.label = label
        super().__init__(label)


def prefilled(template: Template, wall: datetime) -> dict[str, str]:
    """Return what stands in the form before anybody has written: the end above all."""
    habit = HABITS[template]
    filled = {"strength": habit.strength.value, "level": "yellow", "weight": "1"}
    filled |= {"rank": habit.rank.value, "holidays": Holidays.AS_EVER.value}
    if template is Template.SESSION:
        return filled  # its end is that of its day, which nobody knows yet
    end = wall.replace(second=0, microsecond=0) + habit.life
    return filled | {"until": f"{end:{MOMENT}}"}


@dataclass(frozen=True, slots=True)
class Writer:
    """Who fills the form in, and when."""

    who: str
    wall: datetime
    """What the hall's clocks show."""


def notice_in(
    form: MultiDict[str, str],
    template: Template,
    writer: Writer,
    upload: Upload | None = None,
    name: str = "",
) -> Notice:
    """Return the notice that the form describes, or raise `Unfit`; `name` is that of an old one."""
    given: dict[str, object] = {"template": template.value} | _named(upload)
    given |= {"id": name} if name else {}
    try:
        manuscript = decode(Manuscript, _fields(form) | given)
    except BadMessage as problem:
        raise Unfit(_label(str(problem))) from None
    files = NO_FILES if upload is None else Files(upload.assets)
    try:
        return notice_of(manuscript, writer.wall, writer.who, files)
    except ValueError:
        # All that a whole manuscript may still contradict is its end, or its rank and strength.
        is_last = manuscript.rank is Rank.FALLBACK and manuscript.strength is Strength.REPLACE
        raise Unfit(LABELS["strength" if is_last else "until"]) from None


def _named(upload: Upload | None) -> dict[str, object]:
    """Return as what a manuscript has the file; its name is nobody's matter any more."""
    if upload is None:
        return {}
    return {"document" if upload.is_paper else "picture": "file"}


def _fields(form: MultiDict[str, str]) -> dict[str, object]:
    plain = {
        name: form.get(name, "").strip()
        for name in ("since", "until", "start", "level", "weight", "rank", "holidays", "seconds")
    }
    words = {name: _words(form, name) for name in ("title", "text", "place")}
    given = {name: value for name, value in (plain | words).items() if value}
    more: dict[str, object] = {
        "screens": form.getlist("screens"),
        "windows": _windows(form),
        "strength": form.get("strength") or None,
        "is_cancelled": "is_cancelled" in form,
        "shows_title": "shows_title" in form,
    }
    return given | more


def _words(form: MultiDict[str, str], name: str) -> dict[str, str]:
    """Return a text in all languages; nothing when none of them was filled in."""
    texts = {
        language: form.get(f"{name}_{language}", "").replace("\r\n", "\n").strip()
        for language in LANGUAGES
    }
    return texts if any(texts.values()) else {}


def _windows(form: MultiDict[str, str]) -> list[dict[str, object]]:
    """Return the hours in which it is shown; whole days where only days are chosen."""
    start, end = form.get("from", ""), form.get("to", "")
    days = [day for day in form.getlist("days") if day in WEEK] or list(WEEK)
    if start or end:
        return [{"start": start, "end": end, "days": days}]
    if len(days) == len(WEEK):
        return []
    # A whole day is two halves: a window that ends when it begins would be ambiguous.
    halves = (("00:00", "12:00"), ("12:00", "00:00"))
    return [{"start": begin, "end": over, "days": days} for begin, over in halves]


def _label(problem: str) -> str:
    """Return the label of the first field that was found wrong."""
    name = problem.partition(":")[0].partition(".")[0]
    if "a session has a start" in problem:
        return LABELS["start"]
    if "what to do" in problem:
        return LABELS["text"]
    return LABELS.get(name, "")
