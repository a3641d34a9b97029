"""What the stage shows at once of an item: words in one language, or a picture."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from media.reading_pace import reading_seconds
from wire.messages import Language


class Kind(StrEnum):
    """What a page tells."""

    NOTICE = "notice"
    COMMITMENT = "commitment"
    HOURS = "hours"
    """When the hall is open."""


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


Leaf = Page | Still
"""What the stage shows at once."""
