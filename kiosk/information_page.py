"""The pages of an information screen: what can be looked up without a ticket."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, Literal, Protocol

from kiosk.leaf import Leaf
from media.pack import Commitment, Decision, Member, Office, Words
from media.playlist.content import CouncilSession
from media.words import Parts
from wire.messages import Language


class Topic(StrEnum):
    """What an information screen knows of, in the order of its menu."""

    SEARCH = "search"
    EVENTS = "events"
    DIRECTORY = "directory"
    NEWS = "news"
    COUNCIL = "council"
    CHARTER = "charter"
    COMPLAINTS = "complaints"


class CouncilTopic(StrEnum):
    """What it tells of the council."""

    MEMBERS = "members"
    SESSIONS = "sessions"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True)
class Own:
    """A text that was written in one language, or in all."""

    words: Words
    only_in: Language | None = None

    def parts(self, language: Language) -> Parts:
        """Return it in the language, or in the one in which it was written."""
        return self.words.parts(self.only_in or language)


@dataclass(frozen=True, slots=True)
class NewsPiece:
    """A communiqué or a piece of news, as it is listed and read."""

    id: str
    title: Own
    day: date
    source: str = ""
    paragraphs: tuple[Own, ...] = ()


class OfficeFact(StrEnum):
    """What is told of an office, in this order."""

    DOES = "does"
    PLACE = "place"
    HOURS = "hours"
    PHONE = "phone"
    ELSEWHERE = "elsewhere"
    PROCEDURES = "procedures"


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """One fact of an office."""

    office: Office
    fact: OfficeFact


@dataclass(frozen=True, slots=True)
class NewsHead:
    """When a piece of news was written, and by whom."""

    piece: NewsPiece


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of a longer text."""

    text: Own


@dataclass(frozen=True, slots=True)
class Remark:
    """What the screen has to say itself, by its message."""

    msgid: str
    pictogram: str = "info"


Thing = OfficeLine | Member | Decision | CouncilSession | Commitment | NewsHead | Paragraph | Remark
"""What stands on a leaflet, one below the other."""

Subject = Office | NewsPiece | CouncilTopic | Literal[Topic.CHARTER]
"""What a leaflet is about."""

Column = tuple[Thing, ...]


class CutLeaflet(Protocol):
    """Cuts what is told into what each leaf holds."""

    def __call__(
        self, language: Language, subject: Subject, things: Sequence[Thing]
    ) -> tuple[tuple[Column, ...], ...]:
        """Return the leaves, one at least; each has its columns from where reading begins."""


@dataclass(frozen=True, slots=True)
class InformationMenu:
    """What the screen knows of."""

    name: ClassVar[str] = "information"
    language: Language
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The offices, each with its place."""

    name: ClassVar[str] = "directory"
    language: Language
    offices: tuple[Office, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class NewsList:
    """The news of the day, the latest first."""

    name: ClassVar[str] = "news"
    language: Language
    pieces: tuple[NewsPiece, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class CouncilMenu:
    """What is told of the council."""

    name: ClassVar[str] = "council"
    language: Language
    topics: tuple[CouncilTopic, ...]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What is told of one thing, or a part of it."""

    language: Language
    subject: Subject
    columns: tuple[Column, ...]
    leaf: Leaf

    @property
    def name(self) -> str:
        """What it is about, as screens are named."""
        match self.subject:
            case Office():
                return "office"
            case NewsPiece():
                return "news_piece"
            case topic:
                return str(topic)


InformationPage = InformationMenu | Directory | NewsList | CouncilMenu | Leaflet
