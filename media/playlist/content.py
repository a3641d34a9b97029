"""What an item plays: words, pictures, films, or what the hall's own content tells."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from media.pack.kinds import Id, PictogramName
from media.playlist.kinds import Sha256, WallMoment
from media.words import Words
from wire.messages import Language

MOST_PAGES = 40
"""Pages of a document that a hall would still look at."""


@dataclass(frozen=True, slots=True)
class TextNotice:
    """A communiqué in words."""

    title: Words
    text: Words | None = None
    pictogram: PictogramName = "megaphone"
    kind: Literal["notice"] = "notice"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture, full size."""

    asset: Sha256
    alternative: Words
    """What it shows, for who does not see it and for the editor's list."""

    title: Words | None = None
    """What stands below it, where it does not say so itself."""

    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Captions:
    """What is said in a film, as text beside it (WebVTT)."""

    language: Language
    asset: Sha256


@dataclass(frozen=True, slots=True)
class Video:
    """A film: with captions, unless nothing is said in it (WCAG 2.2, 1.2.2)."""

    asset: Sha256
    alternative: Words
    captions: Annotated[tuple[Captions, ...], Field(max_length=4)] = ()
    is_silent: bool = False
    kind: Literal["video"] = "video"

    def __post_init__(self) -> None:
        """Refuse a film that a deaf visitor would not understand."""
        if not self.captions and not self.is_silent:
            raise ValueError("a film with sound needs captions")


@dataclass(frozen=True, slots=True)
class Document:
    """The pages of a paper, as pictures, in their order."""

    pages: Annotated[tuple[Sha256, ...], Field(min_length=1, max_length=MOST_PAGES)]
    alternative: Words
    title: Words | None = None
    """What stands below each page, where they do not say so themselves."""

    kind: Literal["document"] = "document"


@dataclass(frozen=True, slots=True)
class ProcedureOfTheDay:
    """A procedure of the pack: what it is for and which documents it needs."""

    procedure: Id
    kind: Literal["procedure"] = "procedure"


@dataclass(frozen=True, slots=True)
class Commitments:
    """The commitments of the pack's charter; some of them where their keys are given."""

    keys: Annotated[tuple[Id, ...], Field(max_length=40)] = ()
    kind: Literal["commitments"] = "commitments"


@dataclass(frozen=True, slots=True)
class QueueState:
    """How many wait for each service; for some services where they are given."""

    services: Annotated[tuple[Id, ...], Field(max_length=40)] = ()
    kind: Literal["queue"] = "queue"


class Level(StrEnum):
    """The colours of the weather service's vigilance; a screen tells them in words too."""

    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Vigilance:
    """A warning of the weather, and what to do."""

    level: Level
    title: Words
    advice: Words
    kind: Literal["vigilance"] = "vigilance"


@dataclass(frozen=True, slots=True)
class News:
    """A piece of news of the commune's, and who wrote it."""

    title: Words
    source: Annotated[str, Field(min_length=1, max_length=120)]
    text: Words | None = None
    picture: Sha256 | None = None
    alternative: Words | None = None
    only_in: Language | None = None
    """The one language in which it was written, if it is one: then all its words are of it."""

    kind: Literal["news"] = "news"

    def __post_init__(self) -> None:
        """Refuse a picture of which nobody tells what it shows."""
        if self.picture is not None and self.alternative is None:
            raise ValueError("its picture needs an alternative text")


@dataclass(frozen=True, slots=True)
class CouncilSession:
    """A session of the council: when and where, and whether it was put off."""

    title: Words
    start: WallMoment
    place: Words | None = None
    is_cancelled: bool = False
    only_in: Language | None = None
    """As of a piece of news."""

    agenda: Words | None = None
    """What it will speak of, a point on each line."""

    kind: Literal["session"] = "session"


Content = Annotated[
    TextNotice
    | Picture
    | Video
    | Document
    | ProcedureOfTheDay
    | Commitments
    | QueueState
    | Vigilance
    | News
    | CouncilSession,
    Field(discriminator="kind"),
]

MUST_END = ("notice", "vigilance", "news", "session")
"""The kinds that tell of a day, and are wrong after it: they have an end."""


def words_of(content: Content) -> Iterator[tuple[str, Words]]:
    """Yield the texts that an item bears, each with its field's name."""
    for name in ("title", "text", "advice", "place", "agenda", "alternative"):
        words = getattr(content, name, None)
        if words is not None:
            yield name, words


def pictures_of(content: Content) -> tuple[Sha256, ...]:
    """Return the still pictures that an item shows, in their order."""
    match content:
        case Picture(asset=asset):
            return (asset,)
        case Document(pages=pages):
            return pages
        case News(picture=str(picture)):
            return (picture,)
        case _:
            return ()


def assets_of(content: Content) -> tuple[Sha256, ...]:
    """Return all files that an item needs."""
    match content:
        case Video(asset=asset, captions=captions):
            return (asset, *(each.asset for each in captions))
        case _:
            return pictures_of(content)
