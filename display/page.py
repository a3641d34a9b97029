"""What the stage shows at once of an item: words in one language, or a picture."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from media.playlist.content import Level
from media.reading_pace import reading_seconds
from wire.messages import Expected, Language, Queue


class Kind(StrEnum):
    """What a page tells."""

    NOTICE = "notice"
    COMMITMENT = "commitment"
    HOURS = "hours"
    """When the hall is open."""

    VIGILANCE = "vigilance"
    NEWS = "news"
    SESSION = "session"
    PROCEDURE = "procedure"
    ANNOUNCEMENT = "announcement"
    """What the whole hall is told just now."""


class StillKind(StrEnum):
    """What is shown without words of its own."""

    PICTURE = "picture"
    DOCUMENT = "document"


PAPER_SECONDS = 20.0
"""How long a page of a paper stands: so long a slow reader needs for its head and what is large."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the screen shows at once of a text; a long text has several pages."""

    kind: Kind
    key: str
    language: Language
    pictogram: str
    title: str
    """Empty on the later parts of a text whose title needs a part of its own."""

    text: str = ""
    dated: date | None = None
    """The notice's day."""

    source: str = ""
    """Who wrote it, as visitors know them."""

    level: Level | None = None
    """Of a warning of the weather."""

    subject: str = ""
    """The title, on a part that does not bear it."""

    part: int = 1
    parts: int = 1

    @property
    def seconds(self) -> float:
        """How long it is shown: long enough for a slow reader."""
        return reading_seconds(self.title + self.text)


@dataclass(frozen=True, slots=True)
class Still:
    """A picture, or a page of a paper: as large as the stage, with its title below or without."""

    kind: StillKind
    item: str
    asset: str
    """Its file, by its SHA-256."""

    language: Language | None = None
    """That of the title."""

    title: str = ""
    part: int = 1
    parts: int = 1

    @property
    def seconds(self) -> float:
        """How long it is shown, unless its editor says so."""
        if self.kind is StillKind.DOCUMENT:
            return PAPER_SECONDS
        return reading_seconds(self.title)


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A service, and who waits for it."""

    service: str
    name: str
    waiting: int | None = None
    """Nothing while the screen has not heard of the hall."""

    wait: Expected | None = None


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Services in one language, and who waits for them now."""

    key: str
    language: Language
    lines: tuple[QueueLine, ...]
    part: int = 1
    parts: int = 1

    @property
    def kind(self) -> str:
        """What it tells."""
        return "queue"

    @property
    def seconds(self) -> float:
        """How long it is shown."""
        return reading_seconds("".join(f"{each.name}00 00-00" for each in self.lines))

    def now(self, queues: Mapping[str, Queue]) -> "QueuePage":
        """Return it with who waits now, by services."""
        return replace(
            self, lines=tuple(_told(each, queues.get(each.service)) for each in self.lines)
        )


def _told(line: QueueLine, queue: Queue | None) -> QueueLine:
    if queue is None:
        return replace(line, waiting=None, wait=None)
    return replace(line, waiting=queue.waiting, wait=queue.wait)


Leaf = Page | Still | QueuePage
"""What the stage shows at once."""
