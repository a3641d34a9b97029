"""One page of a notice or a commitment, in one language."""

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
