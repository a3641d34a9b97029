"""The archive of notices: each place is given once, whoever writes, and all is there or nothing."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine

from controller.signage import Declined, Publisher
from controller.signage.steps import Entry, NoticeComposed, RevisionPublished
from controller.signage.wishes import Compose, Propose, Publish, TakeDown
from controller.store.signage import SqlArchive
from tests.controller.signage.drafting import CUSTOMS, MORNING, notice
from wire.messages import PlayedItem, Published


@pytest.fixture
def archive(engine: Engine) -> SqlArchive:
    return SqlArchive(engine, "hall")


def publisher(engine: Engine, hall: str = "hall") -> Publisher:
    return Publisher(SqlArchive(engine, hall), CUSTOMS, lambda: MORNING)


def publish(editor: Publisher, name: str) -> Published:
    editor.carry_out(Compose(notice(name)), "salma")
    editor.carry_out(Propose(name), "salma")
    editor.carry_out(Publish(editor.published.number), "salma")
    return editor.published


def test_what_one_process_publishes_another_reads_whole(engine: Engine) -> None:
    here, there = publisher(engine), publisher(engine)
    told = publish(here, "water")

    assert there.drafts() == here.drafts()
    assert there.published == told
    manifest = SqlArchive(engine, "hall").manifest(told.sha256)
    assert (told.number, told.size) == (1, len(manifest or b""))


def test_another_hall_in_the_same_database_has_its_own(engine: Engine) -> None:
    told = publish(publisher(engine), "water")
    other = publisher(engine, "other")

    assert (other.drafts().seq, other.published) == (0, Published(0, "", 0))
    assert SqlArchive(engine, "other").manifest(told.sha256) is None


def test_of_two_editors_who_publish_at_once_one_is_told_what_changed(engine: Engine) -> None:
    editors = [publisher(engine), publisher(engine)]
    for name in ("water", "works"):
        editors[0].carry_out(Compose(notice(name)), "salma")
        editors[0].carry_out(Propose(name), "salma")
    answers, together = [], Barrier(2)

    def press(editor: Publisher, who: str) -> None:
        together.wait(5)
        try:
            editor.carry_out(Publish(0), who)
            answers.append(("published", who))
        except Declined as declined:
            answers.append((declined.code, *declined.details))

    threads = [
        Thread(target=press, args=each) for each in zip(editors, ("salma", "karim"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    first = next(who for kind, *who in answers if kind == "published")[0]
    assert sorted(answers) == [("published", first), ("published_meanwhile", "1", first)]
    assert [each.published.number for each in editors if each.drafts()] == [1, 1]


def test_two_who_write_different_notices_at_once_both_succeed(engine: Engine) -> None:
    editors, together = [publisher(engine) for _ in range(4)], Barrier(4)

    def write(editor: Publisher, name: str) -> None:
        together.wait(5)
        editor.carry_out(Compose(notice(name)), name)

    names = [f"notice-{n}" for n in range(4)]
    threads = [Thread(target=write, args=each) for each in zip(editors, names, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert sorted(publisher(engine).drafts().drafts) == names


def test_a_place_that_is_taken_is_not_given_again_and_nothing_is_half_written(
    archive: SqlArchive,
) -> None:
    first = Entry(1, MORNING, "salma", NoticeComposed(notice()))
    step = RevisionPublished(1, "a" * 64, 2)
    assert archive.record([first], None)

    late = [replace(first, seq=2), Entry(1, MORNING, "karim", step)]

    assert not archive.record(late, b"{}")
    assert (archive.after(0), archive.manifest("a" * 64)) == ((first,), None)


def test_a_number_of_a_revision_is_given_once(archive: SqlArchive) -> None:
    step = RevisionPublished(1, "a" * 64, 2)
    assert archive.record([Entry(1, MORNING, "salma", step)], b"{}")

    assert not archive.record([Entry(2, MORNING, "karim", step)], b"{}")
    assert [each.seq for each in archive.after(0)] == [1]


def test_who_did_what_and_when_is_kept(engine: Engine, archive: SqlArchive) -> None:
    editor = publisher(engine)
    publish(editor, "water")
    editor.carry_out(TakeDown("water"), "karim")

    told = [(each.who, each.step.kind) for each in archive.after(0)]
    assert told == [
        ("salma", "composed"),
        ("salma", "staged"),
        ("salma", "published"),
        ("karim", "taken_down"),
        ("karim", "published"),
    ]
    assert {each.at for each in archive.after(0)} == {MORNING}


def test_proof_of_play_counts_once_however_often_it_is_told(archive: SqlArchive) -> None:
    at = datetime(2026, 11, 23, 9, 0, 0, 250_000, tzinfo=UTC)
    rows = [PlayedItem("water", 1, at + timedelta(seconds=15 * n), 15.0, True) for n in range(3)]

    assert archive.keep("north", rows) == 3
    assert archive.keep("north", rows[1:]) == 2
    assert archive.keep("south", rows[:1]) == 1
    assert archive.keep("south", []) == 0
    assert archive.plays("water") == (4, 60.0)
