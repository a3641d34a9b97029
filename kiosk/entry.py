"""An appointment's code while it is typed."""

from dataclasses import dataclass, replace

from kiosk.page import Denial
from wire.appointment_code import LENGTH, is_whole


@dataclass(frozen=True, slots=True)
class Entry:
    """What is typed so far, and what the hall said to it."""

    typed: str = ""
    denial: Denial | None = None
    """Why it gave no ticket; nothing before it was sent, and once it was changed."""

    @property
    def is_whole(self) -> bool:
        """Whether it may be sent."""
        return is_whole(self.typed)

    def with_letter(self, letter: str) -> "Entry":
        """Return it with one more letter; a whole code takes no more."""
        return self if len(self.typed) == LENGTH else Entry(self.typed + letter)

    def without_last(self) -> "Entry":
        """Return it without its last letter."""
        return Entry(self.typed[:-1]) if self.typed else self

    def denied(self, denial: Denial) -> "Entry":
        """Return it with what the hall said; what was typed stays, to be sent again."""
        return replace(self, denial=denial)
