"""How far a visitor has come with a complaint or a suggestion."""

from dataclasses import dataclass, field

from kiosk.complaining.draft import Draft, Entry
from kiosk.finding.keyboards import Script
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class AtKinds:
    """Choosing whether it is a complaint or a suggestion."""

    language: Language
    draft: Draft = field(default_factory=Draft)


@dataclass(frozen=True, slots=True)
class AtSubjects:
    """Choosing what it is about."""

    language: Language
    draft: Draft
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtConcerned:
    """Choosing the office that it is about."""

    language: Language
    draft: Draft
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtDraft:
    """It may be sent; more may be told before."""

    language: Language
    draft: Draft
    was_kept: bool = True
    """Whether nothing went wrong when it was sent."""


@dataclass(frozen=True, slots=True)
class AtTyping:
    """Typing some of it."""

    language: Language
    draft: Draft
    entry: Entry
    script: Script


@dataclass(frozen=True, slots=True)
class HavingFollowUp:
    """It is sent, or will be; the visitor has the follow-up number."""

    language: Language
    code: str


Complaining = AtKinds | AtSubjects | AtConcerned | AtDraft | AtTyping | HavingFollowUp
"""Telling the commune something."""
