"""What is shown at once of a notice."""

from dataclasses import dataclass
from datetime import date
from math import ceil

from media.reading_pace import reading_seconds
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class NoticeLeaf:
    """A notice in one language, or a part of a long one."""

    language: Language
    since: date
    title: str
    """Empty on the later parts of a text whose title needs a part of its own."""

    text: str = ""
    number: int = 1
    count: int = 1
    """Which part this is, of how many."""

    @property
    def seconds(self) -> int:
        """How long it is shown: long enough for a slow reader."""
        return ceil(reading_seconds(self.title + self.text))
