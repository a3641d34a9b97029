"""What a visitor has told so far, and what of it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from media.pack import ComplaintSubject, Office
from wire.messages import (
    LONGEST_COMPLAINT,
    LONGEST_COMPLAINTS_PLACE,
    LONGEST_PHONE,
    ComplaintKind,
    Language,
    TellComplaint,
)


class Entry(StrEnum):
    """What may be typed, in the order in which it is offered; none of it must be."""

    WORDS = "words"
    PLACE = "place"
    PHONE = "phone"


MOST: Mapping[Entry, int] = MappingProxyType(
    {
        Entry.WORDS: LONGEST_COMPLAINT,
        Entry.PLACE: LONGEST_COMPLAINTS_PLACE,
        Entry.PHONE: LONGEST_PHONE,
    }
)
"""Characters of each."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A complaint or a suggestion that nobody has sent yet."""

    kind: ComplaintKind = "complaint"
    subject: ComplaintSubject | None = None
    office: Office | None = None
    """The one that it is about; nothing where it is about none, or the visitor does not know."""

    words: str = ""
    place: str = ""
    phone: str = ""

    def typed(self, entry: Entry) -> str:
        """Return what is typed of it."""
        match entry:
            case Entry.WORDS:
                return self.words
            case Entry.PLACE:
                return self.place
            case Entry.PHONE:
                return self.phone

    def with_typed(self, entry: Entry, typed: str) -> "Draft":
        """Return it with this instead; what is too long is cut."""
        cut = typed.lstrip()[: MOST[entry]]
        match entry:
            case Entry.WORDS:
                return replace(self, words=cut)
            case Entry.PLACE:
                return replace(self, place=cut)
            case Entry.PHONE:
                return replace(self, phone=cut)

    def about(self, subject: ComplaintSubject) -> "Draft":
        """Return it about another subject; only one of an office keeps its office."""
        return replace(
            self, subject=subject, office=self.office if subject.is_of_an_office else None
        )

    def told(
        self, request: str, code: str, language: Language, at: datetime | None
    ) -> TellComplaint:
        """Return it as it is sent. `at`: the hall's time, where it is known."""
        assert self.subject is not None  # nothing is sent before one was chosen
        return TellComplaint(
            request=request,
            code=code,
            kind=self.kind,
            subject=self.subject.id,
            language=language,
            written_at=at,
            office="" if self.office is None else self.office.id,
            place=self.place.strip(),
            words=self.words.strip(),
            phone=self.phone,
        )
