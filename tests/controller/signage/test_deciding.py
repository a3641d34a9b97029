"""What editors may do with notices, and what they are told when they may not."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest

from controller.signage import Declined, Stage, Where
from controller.signage.doubts import Concern, Doubt
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
)
from media.playlist.manifest import read_manifest
from media.playlist.model import Asset
from media.playlist.schedule import ClockTrust, Spot, schedule
from tests.controller.signage.drafting import COMMITMENTS, MORNING, WALL, ZONE, Editing, notice

PICTURE = Asset("a" * 64, "image/jpeg", 10, 20, 30)


@pytest.fixture
def editing() -> Editing:
    return Editing()


def published(editing: Editing, *names: str) -> Editing:
    for name in names:
        editing.wish(Compose(notice(name)))
        editing.wish(Propose(name))
    editing.wish(Publish(editing.drafts.current.number))
    return editing


def refused(editing, wish, who="salma"):
    """Return what the editor is told; nothing has changed then."""
    before = editing.drafts
    with pytest.raises(Declined) as declined:
        editing.wish(wish, who)
    assert editing.drafts == before
    return (declined.value.code, *declined.value.details)


def items(editing: Editing) -> list[str]:
    return [each.id for each in read_manifest(editing.manifests[-1]).items]


def test_a_notice_goes_from_draft_to_every_screen(editing):
    stages = []
    for wish in (Compose(notice()), Propose("water"), Publish(0)):
        editing.wish(wish)
        stages.append(editing.drafts.drafts["water"].stage)

    assert stages == [Stage.DRAFT, Stage.STAGED, Stage.PUBLISHED]
    revision = read_manifest(editing.manifests[-1])
    due = schedule(revision, Spot("north"), MORNING.astimezone(ZONE), ClockTrust.NTP)
    assert [each.id for each in due.items] == ["commitments", "water"]
    assert (revision.number, revision.published_at) == (1, MORNING)


def test_what_is_published_is_named_by_the_fingerprint_of_its_bytes(editing):
    published(editing, "water")

    manifest = editing.manifests[-1]
    current = editing.drafts.current
    assert (current.number, current.sha256) == (1, sha256(manifest).hexdigest())
    assert current.size == len(manifest)


def test_a_revision_is_whole_and_has_what_stays(editing):
    published(editing, "water")
    published(editing, "works")

    assert items(editing) == ["commitments", "water", "works"]
    assert sorted(editing.drafts.playing) == ["water", "works"]


def test_a_notice_for_one_screen_is_on_no_other(editing):
    editing.wish(Compose(notice("north-only", where=Where(("north",)))))
    editing.wish(Propose("north-only"))
    editing.wish(Publish(0))

    revision = read_manifest(editing.manifests[-1])
    shown = [[each.id for each in revision.items_on(Spot(name))] for name in ("north", "south")]
    assert shown == [["commitments", "north-only"], ["commitments"]]


def test_screens_keep_the_old_text_until_the_new_one_is_published(editing):
    published(editing, "water")
    later = notice(until=WALL.replace(hour=20))
    editing.wish(Change(later, editing.drafts.drafts["water"].seq))

    assert editing.drafts.drafts["water"].stage is Stage.DRAFT
    assert editing.drafts.playing == {"water": notice()}
    editing.wish(Propose("water"))
    editing.wish(Publish(1))
    assert editing.drafts.playing == {"water": later}


def test_who_changes_what_somebody_else_has_changed_is_told_who(editing):
    editing.wish(Compose(notice()))
    seen = editing.drafts.drafts["water"].seq
    editing.wish(Change(notice(until=WALL.replace(hour=19)), seen), "karim")

    told = refused(editing, Change(notice(until=WALL.replace(hour=20)), seen))

    assert told == ("changed_meanwhile", "water", "karim")


def test_who_publishes_after_somebody_else_did_is_told_which_revision_and_whose(editing):
    published(editing, "water")
    editing.wish(Compose(notice("works")))
    editing.wish(Propose("works"))

    assert refused(editing, Publish(0), "karim") == ("published_meanwhile", "1", "salma")


def test_where_the_hall_says_so_another_person_approves(editing):
    editing = editing.with_approval()
    editing.wish(Compose(notice()))
    editing.wish(Propose("water"))
    seen = editing.drafts.drafts["water"].seq

    assert refused(editing, Publish(0)) == ("needs_approval", "water")
    assert refused(editing, Approve("water", seen)) == ("own_notice", "water")
    editing.wish(Approve("water", seen), "karim")
    editing.wish(Publish(0))
    assert editing.drafts.drafts["water"].approver == "karim"
    assert items(editing) == ["commitments", "water"]


def test_what_was_approved_and_then_changed_is_approved_anew(editing):
    editing = editing.with_approval()
    editing.wish(Compose(notice()))
    editing.wish(Propose("water"))
    seen = editing.drafts.drafts["water"].seq
    editing.wish(Change(notice(until=WALL.replace(hour=20)), seen))
    editing.wish(Propose("water"))

    assert refused(editing, Approve("water", seen), "karim")[0] == "changed_meanwhile"
    assert refused(editing, Publish(0)) == ("needs_approval", "water")


def test_a_notice_is_taken_down_without_approval_and_the_others_stay(editing):
    editing = published(editing, "water", "works").with_approval()

    editing.wish(TakeDown("water"), "karim")

    assert items(editing) == ["commitments", "works"]
    assert (editing.drafts.current.number, editing.drafts.current.who) == (2, "karim")
    assert editing.drafts.drafts["water"].stage is Stage.TAKEN_DOWN


def test_the_last_notice_can_be_taken_down(editing):
    published(editing, "water")
    editing.wish(TakeDown("water"))

    assert items(editing) == [COMMITMENTS.id]


def test_what_is_taken_down_can_be_published_again(editing):
    published(editing, "water")
    editing.wish(TakeDown("water"))
    editing.wish(Propose("water"))
    editing.wish(Publish(2))

    assert items(editing) == ["commitments", "water"]


def test_what_is_over_leaves_with_the_next_revision(editing):
    published(editing, "water")
    editing.at = MORNING + timedelta(days=1)
    editing.wish(Compose(notice("works", until=WALL + timedelta(days=7))))
    editing.wish(Propose("works"))
    editing.wish(Publish(1))

    assert items(editing) == ["commitments", "works"]


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (Compose(notice()), ("name_taken", "water")),
        (Compose(notice("commitments")), ("name_taken", "commitments")),
        (Compose(notice("late", WALL + timedelta(minutes=1))), ("already_over", "late")),
        (Propose("no-such"), ("unknown_notice", "no-such")),
        (Propose("water"), ("wrong_stage", "water")),
        (Approve("water", 1), ("wrong_stage", "water")),
        (Discard("water"), ("wrong_stage", "water")),
        (TakeDown("no-such"), ("not_showing", "no-such")),
        (Publish(1), ("nothing_new",)),
        (SetHolidays(()), ("nothing_new",)),
    ],
)
def test_what_cannot_be_done_is_declined_with_a_code(editing, wish, told):
    published(editing, "water")
    editing.at = MORNING + timedelta(minutes=5)

    assert refused(editing, wish) == told


def test_a_draft_is_thrown_away_and_screens_keep_what_they_have(editing):
    published(editing, "water")
    editing.wish(Change(notice(until=WALL.replace(hour=20)), editing.drafts.drafts["water"].seq))
    editing.wish(Discard("water"))

    draft = editing.drafts.drafts["water"]
    assert (draft.notice, draft.stage) == (notice(), Stage.PUBLISHED)


def test_a_notice_whose_file_is_not_there_is_declined(editing):
    editing.customs = replace(editing.customs, has_file=lambda _: False)
    lacking = replace(notice(), assets=(PICTURE,))

    assert refused(editing, Compose(lacking)) == ("file_missing", PICTURE.sha256)


def test_a_file_that_no_item_shows_is_declined(editing):
    told = refused(editing, Compose(replace(notice(), assets=(PICTURE,))))

    assert told == ("unplayable", f"assets.{PICTURE.sha256}: no item shows it")


def test_the_holidays_go_to_the_screens_with_the_next_revision(editing):
    days = (date(2027, 1, 1), date(2026, 11, 18))
    editing.wish(SetHolidays(days))
    published(editing, "water")

    assert read_manifest(editing.manifests[-1]).holidays == tuple(sorted(days))


def test_what_people_will_not_read_of_it_is_kept_and_hinders_nobody(editing):
    doubts = (Doubt(Concern.TINY, "north", "fr", "title", 0.24, 5.0, 1.7),)
    editing.wish(Compose(notice()))
    editing.wish(Judge("water", editing.drafts.drafts["water"].seq, doubts))
    editing.wish(Propose("water"))
    editing.wish(Publish(0))

    draft = editing.drafts.drafts["water"]
    assert (draft.doubts, draft.stage) == (doubts, Stage.PUBLISHED)


def test_what_was_looked_at_before_it_was_changed_is_not_kept(editing):
    editing.wish(Compose(notice()))
    seen = editing.drafts.drafts["water"].seq
    editing.wish(Change(notice(), seen))

    assert refused(editing, Judge("water", seen, ()))[0] == "changed_meanwhile"
