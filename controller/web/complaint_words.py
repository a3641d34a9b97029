"""What pages say of complaints: kinds, standings, steps, subjects, offices."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from markupsafe import Markup

from controller.complaints import Complaints, Standing, StepKind
from controller.web.content import Content
from controller.web.language import language_now, spans
from media.dates import long_date
from media.texts import msgid
from media.words import on_one_line
from wire.messages import ComplaintKind

KINDS: Mapping[ComplaintKind, str] = MappingProxyType(
    {"complaint": msgid("Complaint"), "suggestion": msgid("Suggestion")}
)

STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.RECEIVED: msgid("Received"),
        Standing.ASSIGNED: msgid("An office looks into it"),
        Standing.ANSWERED: msgid("It was answered"),
        Standing.CLOSED: msgid("It is closed"),
    }
)

STEPS: Mapping[StepKind, str] = MappingProxyType(
    {
        StepKind.ASSIGN: msgid("Given to an office"),
        StepKind.ANSWER: msgid("It was answered"),
        StepKind.CLOSE: msgid("It is closed"),
        StepKind.REOPEN: msgid("Opened again"),
    }
)

DECLINED: Mapping[str, str] = MappingProxyType(
    {
        "is_closed": msgid("It is closed: open it again first."),
        "is_open": msgid("It is not closed."),
        "no_answer": msgid("An answer has words."),
        "too_long": msgid("The answer is too long."),
        "no_office": msgid("There is no such office."),
        "changed_meanwhile": msgid("Somebody has just changed it: look at it again."),
    }
)


@dataclass(frozen=True, slots=True)
class Kept:
    """The complaints, and how pages tell them."""

    complaints: Complaints
    content: Content
    zone: ZoneInfo
    now: Callable[[], datetime]

    def subject(self, subject: str) -> Markup:
        """Return what it is about; its id where the pack no longer has it."""
        return spans(self.content.complaint_subject(subject, language_now()))

    def office(self, office: str) -> Markup:
        """Return an office's name; its id where the pack no longer has it."""
        return spans(self.content.office(office, language_now()))

    def subjects(self) -> list[tuple[str, str]]:
        """Return the subjects to choose from, by their ids."""
        told = self.content.complaint_subject
        subjects = [each.id for each in self.content.complaint_subjects]
        return [(each, on_one_line(told(each, language_now()))) for each in subjects]

    def offices(self) -> list[tuple[str, str]]:
        """Return the offices to choose from, by their ids."""
        told, offices = self.content.office, [each.id for each in self.content.offices]
        return [(each, on_one_line(told(each, language_now()))) for each in offices]

    def day(self, at: datetime) -> str:
        """Return the day in words, on the hall's calendar."""
        return long_date(language_now(), at.astimezone(self.zone).date())
