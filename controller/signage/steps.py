"""What happened to notices, each with who did it and when: the archive's entries."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from controller.signage.doubts import Doubt
from controller.signage.notice import Notice


@dataclass(frozen=True, slots=True)
class NoticeComposed:
    """There is a new draft."""

    notice: Notice
    kind: Literal["composed"] = "composed"


@dataclass(frozen=True, slots=True)
class NoticeChanged:
    """A notice was written anew: it is a draft again."""

    notice: Notice
    kind: Literal["changed"] = "changed"


@dataclass(frozen=True, slots=True)
class NoticeDiscarded:
    """A draft was thrown away."""

    id: str
    kind: Literal["discarded"] = "discarded"


@dataclass(frozen=True, slots=True)
class NoticeStaged:
    """A draft will go out with the next publishing."""

    id: str
    kind: Literal["staged"] = "staged"


@dataclass(frozen=True, slots=True)
class NoticeApproved:
    """Another person has read a staged notice and lets it go out."""

    id: str
    kind: Literal["approved"] = "approved"


@dataclass(frozen=True, slots=True)
class NoticeJudged:
    """It was looked at as the hall's screens would show it, and people may not read all of it."""

    id: str
    doubts: Annotated[tuple[Doubt, ...], Field(max_length=20)]
    """None: a warning that was given before holds no more."""

    kind: Literal["judged"] = "judged"


@dataclass(frozen=True, slots=True)
class NoticeTakenDown:
    """A notice leaves all screens with the revision that follows."""

    id: str
    kind: Literal["taken_down"] = "taken_down"


@dataclass(frozen=True, slots=True)
class HolidaysSet:
    """The hall's holidays are these."""

    days: tuple[date, ...]
    kind: Literal["holidays"] = "holidays"


@dataclass(frozen=True, slots=True)
class RevisionPublished:
    """All screens play this from now on."""

    number: int
    sha256: str
    size: int
    fresh: tuple[str, ...] = ()
    """The notices that are taken from their drafts."""

    kept: tuple[str, ...] = ()
    """Those that stay as they were in the revision before."""

    told: tuple[str, ...] = ()
    """The marks of the news in it."""

    kind: Literal["published"] = "published"


Step = Annotated[
    NoticeComposed
    | NoticeChanged
    | NoticeDiscarded
    | NoticeStaged
    | NoticeApproved
    | NoticeJudged
    | NoticeTakenDown
    | HolidaysSet
    | RevisionPublished,
    Field(discriminator="kind"),
]


def about(step: Step) -> str:
    """Return what the step is about: a notice's name, a revision's number, or days."""
    match step:
        case NoticeComposed(notice) | NoticeChanged(notice):
            return notice.id
        case RevisionPublished(number):
            return str(number)
        case HolidaysSet(days):
            return ", ".join(map(str, days))
        case _:
            return step.id


@dataclass(frozen=True, slots=True)
class Entry:
    """A step in the archive."""

    seq: int
    """Its place, counted from 1."""

    at: AwareDatetime
    who: str
    """The name with which they sign in, or that of the machine's user."""

    step: Step
