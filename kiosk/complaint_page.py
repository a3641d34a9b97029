"""The pages on which a visitor complains or suggests."""

from dataclasses import dataclass
from typing import ClassVar

from kiosk.complaining.draft import Draft, Entry
from kiosk.finding.keyboards import Script
from kiosk.leaf import Leaf
from media.pack import ComplaintSubject, Office
from wire.messages import ComplaintKind, Language


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A complaint, or a suggestion."""

    name: ClassVar[str] = "complaint_kinds"
    language: Language
    portal: str = ""
    """The address of the national portal; empty where the pack names none."""


@dataclass(frozen=True, slots=True)
class SubjectChoice:
    """What it is about."""

    name: ClassVar[str] = "complaint_subjects"
    language: Language
    kind: ComplaintKind
    subjects: tuple[ComplaintSubject, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class ConcernedChoice:
    """The office that it is about."""

    name: ClassVar[str] = "complaint_offices"
    language: Language
    offices: tuple[Office, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class DraftPage:
    """What is told so far: it may be sent, or more may be told."""

    name: ClassVar[str] = "complaint"
    language: Language
    draft: Draft
    was_kept: bool = True
    """Whether nothing went wrong when it was sent."""


@dataclass(frozen=True, slots=True)
class TypingPage:
    """What is typed of it."""

    name: ClassVar[str] = "complaint_typing"
    language: Language
    entry: Entry
    script: Script
    typed: str


@dataclass(frozen=True, slots=True)
class FollowUpGiven:
    """The follow-up number, to be kept."""

    name: ClassVar[str] = "follow_up"
    language: Language
    code: str
    address: str = ""
    """Of the page that tells what came of it; empty where the controller has not told it."""


ComplaintPage = (
    KindChoice | SubjectChoice | ConcernedChoice | DraftPage | TypingPage | FollowUpGiven
)
