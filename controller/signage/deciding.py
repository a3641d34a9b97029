"""Whether an editor's wish is carried out, and by which steps. Changes nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from hashlib import sha256
from typing import assert_never

from controller.signage.composing import Collection, revision_of
from controller.signage.declined import Declined
from controller.signage.doubts import Doubt
from controller.signage.drafts import Draft, Drafts, Stage
from controller.signage.notice import Notice
from controller.signage.steps import (
    HolidaysSet,
    NoticeApproved,
    NoticeChanged,
    NoticeComposed,
    NoticeDiscarded,
    NoticeJudged,
    NoticeStaged,
    NoticeTakenDown,
    RevisionPublished,
    Step,
)
from controller.signage.told import Tell, Told, nothing_told
from controller.signage.wishes import (
    Approve,
    Change,
    Compose,
    Discard,
    Judge,
    Propose,
    Publish,
    SetHolidays,
    TakeDown,
    TellNews,
    Wish,
)
from media.playlist.instants import first_instant
from media.playlist.manifest import BadManifest, read_manifest, written
from media.playlist.model import Item, Revision


@dataclass(frozen=True, slots=True)
class Customs:
    """How this hall publishes."""

    zone: tzinfo
    """The hall's own; ends of notices are of its clocks."""

    has_file: Callable[[str], bool]
    """Whether the bytes with this SHA-256 are there."""

    standing: tuple[Item, ...] = ()
    """What every screen plays beside the notices."""

    needs_approval: bool = False
    """Whether a notice goes out only when another person than its author approved it."""

    tell: Tell = nothing_told
    """Looks up the news that every screen tells."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wishes, and when."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decision:
    """The steps that carry a wish out, and the manifest of the revision that they publish."""

    steps: tuple[Step, ...]
    manifest: bytes | None = None


def decide(drafts: Drafts, wish: Wish, asked: Asked, customs: Customs) -> Decision:
    """Return how the wish is carried out, or raise `Declined`."""
    match wish:
        case Compose(notice):
            decision = _compose(drafts, notice, asked, customs)
        case Change(notice, seen):
            decision = _change(drafts, notice, seen, asked, customs)
        case Discard(name):
            decision = _discard(drafts, name)
        case Propose(name):
            decision = _propose(drafts, name, asked, customs)
        case Approve(name, seen):
            decision = _approve(drafts, name, seen, asked)
        case Judge(name, seen, doubts):
            decision = _judge(drafts, name, seen, doubts)
        case _:
            decision = _decide_on_revisions(drafts, wish, asked, customs)
    return decision


def _decide_on_revisions(
    drafts: Drafts,
    wish: Publish | TakeDown | TellNews | SetHolidays,
    asked: Asked,
    customs: Customs,
) -> Decision:
    match wish:
        case Publish(seen):
            return _publish(drafts, seen, asked, customs)
        case TakeDown(name):
            return _take_down(drafts, name, asked, customs)
        case TellNews():
            return _tell_news(drafts, asked, customs)
        case SetHolidays(days):
            return _set_holidays(drafts, tuple(sorted(set(days))))
        case _:
            assert_never(wish)


def _compose(drafts: Drafts, notice: Notice, asked: Asked, customs: Customs) -> Decision:
    is_standing = notice.id in {each.id for each in customs.standing}
    if is_standing or notice.id in drafts.drafts:
        raise Declined("name_taken", [notice.id])
    _check(notice, asked, customs)
    return Decision((NoticeComposed(notice),))


def _change(drafts: Drafts, notice: Notice, seen: int, asked: Asked, customs: Customs) -> Decision:
    _unchanged(_known(drafts, notice.id), seen)
    _check(notice, asked, customs)
    return Decision((NoticeChanged(notice),))


def _discard(drafts: Drafts, name: str) -> Decision:
    if _known(drafts, name).stage is Stage.PUBLISHED:
        raise Declined("wrong_stage", [name])
    return Decision((NoticeDiscarded(name),))


def _propose(drafts: Drafts, name: str, asked: Asked, customs: Customs) -> Decision:
    draft = _known(drafts, name)
    if draft.stage not in {Stage.DRAFT, Stage.TAKEN_DOWN}:
        raise Declined("wrong_stage", [name])
    _check(draft.notice, asked, customs)
    return Decision((NoticeStaged(name),))


def _approve(drafts: Drafts, name: str, seen: int, asked: Asked) -> Decision:
    draft = _known(drafts, name)
    if draft.stage is not Stage.STAGED:
        raise Declined("wrong_stage", [name])
    if draft.author == asked.who:
        raise Declined("own_notice", [name])
    _unchanged(draft, seen)
    return Decision((NoticeApproved(name),))


def _judge(drafts: Drafts, name: str, seen: int, doubts: tuple[Doubt, ...]) -> Decision:
    draft = _known(drafts, name)
    _unchanged(draft, seen)
    if draft.doubts == doubts:
        raise Declined("nothing_new")
    return Decision((NoticeJudged(name, doubts),))


def _publish(drafts: Drafts, seen: int, asked: Asked, customs: Customs) -> Decision:
    if drafts.current.number != seen:
        raise Declined("published_meanwhile", [str(drafts.current.number), drafts.current.who])
    ready = list(drafts.ready(needs_approval=customs.needs_approval))
    waiting = [each.notice.id for each in drafts.ready(needs_approval=False)]
    if not ready:
        raise Declined("needs_approval" if waiting else "nothing_new", waiting)
    over = [each.notice.id for each in ready if _is_over(each.notice, asked, customs)]
    if over:
        raise Declined("already_over", over)
    return _revision(drafts, [each.notice for each in ready], asked, customs)


def _take_down(drafts: Drafts, name: str, asked: Asked, customs: Customs) -> Decision:
    if name not in drafts.playing:
        raise Declined("not_showing", [name])
    left = {each: notice for each, notice in drafts.playing.items() if each != name}
    decision = _revision(drafts, [], asked, customs, left)
    return Decision((NoticeTakenDown(name), *decision.steps), decision.manifest)


def _tell_news(drafts: Drafts, asked: Asked, customs: Customs) -> Decision:
    if customs.tell().marks == drafts.current.told:
        raise Declined("nothing_new")
    return _revision(drafts, [], asked, customs)


def _set_holidays(drafts: Drafts, days: tuple[date, ...]) -> Decision:
    if days == drafts.holidays:
        raise Declined("nothing_new")
    return Decision((HolidaysSet(days),))


def _revision(
    drafts: Drafts,
    fresh: Sequence[Notice],
    asked: Asked,
    customs: Customs,
    playing: dict[str, Notice] | None = None,
) -> Decision:
    """Return the step that publishes these beside what plays on; what is over is left out."""
    before = drafts.playing if playing is None else playing
    names = {each.id for each in fresh}
    kept = [
        each
        for name, each in before.items()
        if name not in names and not _is_over(each, asked, customs)
    ]
    told = customs.tell()
    manifest = _manifest(drafts, [*kept, *fresh], told, asked, customs)
    step = RevisionPublished(
        drafts.current.number + 1,
        sha256(manifest).hexdigest(),
        len(manifest),
        tuple(each.id for each in fresh),
        tuple(each.id for each in kept),
        told.marks,
    )
    return Decision((step,), manifest)


def _manifest(
    drafts: Drafts, notices: Sequence[Notice], told: Told, asked: Asked, customs: Customs
) -> bytes:
    standing = (*customs.standing, *told.items)
    collection = Collection(notices, drafts.holidays, standing, told.assets)
    _check_files(notices, customs)
    return _written(revision_of(drafts.current.number + 1, asked.at, collection))


def _written(revision: Revision) -> bytes:
    """Return the manifest once it was read as a screen reads it; decline what it would refuse."""
    manifest = written(revision)
    try:
        read_manifest(manifest)
    except BadManifest as refused:
        raise Declined("unplayable", map(str, refused.faults)) from None
    return manifest


def _check(notice: Notice, asked: Asked, customs: Customs) -> None:
    """Decline what could not be published: what is over, unplayable, or lacks a file."""
    if _is_over(notice, asked, customs):
        raise Declined("already_over", [notice.id])
    _check_files([notice], customs)
    _written(revision_of(1, asked.at, Collection([notice], (), ())))


def _check_files(notices: Sequence[Notice], customs: Customs) -> None:
    needed = {asset.sha256 for notice in notices for asset in notice.assets}
    missing = sorted(each for each in needed if not customs.has_file(each))
    if missing:
        raise Declined("file_missing", missing)


def _is_over(notice: Notice, asked: Asked, customs: Customs) -> bool:
    until = notice.item.validity.until
    return until is not None and first_instant(until, customs.zone) <= asked.at


def _known(drafts: Drafts, name: str) -> Draft:
    if name not in drafts.drafts:
        raise Declined("unknown_notice", [name])
    return drafts.drafts[name]


def _unchanged(draft: Draft, seen: int) -> None:
    if draft.seq != seen:
        raise Declined("changed_meanwhile", [draft.notice.id, draft.author])
