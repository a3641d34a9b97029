"""All that there is of notices: the drafts with their stages, and what the screens play."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from controller.signage.doubts import Doubt
from controller.signage.notice import Notice
from controller.signage.steps import (
    Entry,
    HolidaysSet,
    NoticeApproved,
    NoticeChanged,
    NoticeComposed,
    NoticeDiscarded,
    NoticeJudged,
    NoticeStaged,
    NoticeTakenDown,
    RevisionPublished,
)


class Stage(StrEnum):
    """How far a notice is on its way to the screens."""

    DRAFT = "draft"
    STAGED = "staged"
    APPROVED = "approved"
    PUBLISHED = "published"
    TAKEN_DOWN = "taken_down"


@dataclass(frozen=True, slots=True)
class Draft:
    """A notice as it was written last."""

    notice: Notice
    stage: Stage
    author: str
    """Who wrote it last."""

    seq: int
    """The entry that wrote it last."""

    approver: str = ""
    doubts: tuple[Doubt, ...] = ()
    """What people will not read of it, as far as somebody has looked."""


@dataclass(frozen=True, slots=True)
class Current:
    """The revision that the screens play; number 0 before the first."""

    number: int = 0
    sha256: str = ""
    size: int = 0
    at: datetime | None = None
    who: str = ""
    told: tuple[str, ...] = ()
    """The marks of the news in it."""


def _nothing() -> Mapping[str, Draft]:
    return MappingProxyType({})


def _no_notices() -> Mapping[str, Notice]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the archive's entries lead to."""

    seq: int = 0
    """The last entry that this knows of."""

    drafts: Mapping[str, Draft] = field(default_factory=_nothing)
    playing: Mapping[str, Notice] = field(default_factory=_no_notices)
    """The notices of the current revision, as the screens have them."""

    current: Current = Current()
    holidays: tuple[date, ...] = ()

    def ready(self, *, needs_approval: bool) -> Iterator[Draft]:
        """Give the drafts that go out with the next publishing."""
        stages = {Stage.APPROVED} if needs_approval else {Stage.APPROVED, Stage.STAGED}
        return (each for each in self.drafts.values() if each.stage in stages)


def applied(drafts: Drafts, entry: Entry) -> Drafts:
    """Return what there is after the entry; it was decided, and is never refused."""
    after = replace(drafts, seq=entry.seq)
    match entry.step:
        case NoticeComposed(notice) | NoticeChanged(notice):
            after = _with(after, Draft(notice, Stage.DRAFT, entry.who, entry.seq))
        case NoticeDiscarded(id=name):
            after = _without(after, name)
        case NoticeStaged(id=name):
            after = _at(after, name, Stage.STAGED)
        case NoticeApproved(id=name):
            draft = replace(after.drafts[name], stage=Stage.APPROVED, approver=entry.who)
            after = _with(after, draft)
        case NoticeJudged(id=name, doubts=doubts):
            after = _with(after, replace(after.drafts[name], doubts=doubts))
        case NoticeTakenDown(id=name):
            after = _taken_down(after, name)
        case HolidaysSet(days):
            after = replace(after, holidays=days)
        case RevisionPublished() as published:
            after = _published(after, published, entry)
        case _:
            assert_never(entry.step)
    return after


def _with(drafts: Drafts, draft: Draft) -> Drafts:
    return replace(drafts, drafts={**drafts.drafts, draft.notice.id: draft})


def _at(drafts: Drafts, name: str, stage: Stage) -> Drafts:
    return _with(drafts, replace(drafts.drafts[name], stage=stage))


def _without(drafts: Drafts, name: str) -> Drafts:
    """Forget a draft; of one that screens still show, return to what they show."""
    left = {each: draft for each, draft in drafts.drafts.items() if each != name}
    shown = drafts.playing.get(name)
    if shown is not None:
        before = drafts.drafts[name]
        left[name] = Draft(shown, Stage.PUBLISHED, before.author, drafts.seq)
    return replace(drafts, drafts=left)


def _taken_down(drafts: Drafts, name: str) -> Drafts:
    """Let the revision that follows be without it; a newer draft of it waits as it was."""
    draft = drafts.drafts[name]
    stage = Stage.TAKEN_DOWN if draft.stage is Stage.PUBLISHED else draft.stage
    return _with(drafts, replace(draft, stage=stage))


def _published(drafts: Drafts, step: RevisionPublished, entry: Entry) -> Drafts:
    fresh = {name: drafts.drafts[name].notice for name in step.fresh}
    kept = {name: drafts.playing[name] for name in step.kept}
    known = {
        name: replace(draft, stage=Stage.PUBLISHED) if name in fresh else draft
        for name, draft in drafts.drafts.items()
    }
    return replace(
        drafts,
        drafts=known,
        playing=kept | fresh,
        current=Current(step.number, step.sha256, step.size, entry.at, entry.who, step.told),
    )
