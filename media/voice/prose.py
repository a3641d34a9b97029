"""Any text to be read aloud, beside the calls of the hall."""

from dataclasses import dataclass
from typing import Protocol

from wire.messages import Language


class Spoken(Protocol):
    """What an engine that reads must know."""

    @property
    def language(self) -> Language:
        """The language that it is said in."""

    @property
    def text(self) -> str:
        """The words, without isolates."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as it is read aloud."""

    language: Language
    text: str
