"""Complaints, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from controller.complaints import (
    Answer,
    Assign,
    Close,
    ComplaintDeclined,
    Filter,
    Kept,
    NewComplaint,
    Standing,
    Step,
    StepKind,
    forgetting,
)
from controller.store.complaints import SqlComplaints

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
DAY = timedelta(days=1)
TOLD = NewComplaint(
    "request-1",
    "K7QM3XPT",
    "a" * 64,
    "complaint",
    "lighting",
    "ar",
    "annex",
    NOW,
    NOW + DAY,
    "hygiene",
    "زنقة 3",
    "لا ضوء منذ أسبوع",
    "0600000000",
)


@pytest.fixture
def kept(engine: Engine) -> SqlComplaints:
    return SqlComplaints(engine, "hall")


def test_a_complaint_is_found_as_it_was_told_and_told_twice_it_is_one(kept: SqlComplaints) -> None:
    assert [kept.take(TOLD), kept.take(TOLD)] == [True, False]

    (found,) = kept.list(Filter())
    assert (found.told, found.kept) == (TOLD, Kept())
    assert kept.find("request-1") == found


def test_of_many_at_once_who_tell_the_same_one_is_first(kept: SqlComplaints) -> None:
    with ThreadPoolExecutor(4) as threads:
        taken = list(threads.map(lambda _: kept.take(TOLD), range(4)))

    assert sorted(taken) == [False, False, False, True]


def test_two_screens_may_draw_the_same_number_and_each_proof_leads_to_its_own(
    kept: SqlComplaints,
) -> None:
    kept.take(TOLD)
    kept.take(replace(TOLD, id="request-2", proof="b" * 64, subject="roads"))

    found = [kept.followed("K7QM3XPT", each * 64) for each in "abc"]
    assert [each and each.told.subject for each in found] == ["lighting", "roads", None]


def test_another_hall_finds_nothing(kept: SqlComplaints, engine: Engine) -> None:
    kept.take(TOLD)
    other = SqlComplaints(engine, "annex")

    assert (other.find("request-1"), other.followed("K7QM3XPT", "a" * 64)) == (None, None)
    assert (other.list(Filter()), other.forget(forgetting(NOW + 999 * DAY, 1), NOW)) == ((), 0)


def test_a_list_shows_what_was_asked_for_newest_first(kept: SqlComplaints) -> None:
    kept.take(TOLD)
    later = replace(TOLD, id="request-2", subject="roads", kind="suggestion", written_at=NOW + DAY)
    kept.take(later)

    def ids(**wanted: object) -> list[str]:
        return [each.told.id for each in kept.list(Filter(**wanted))]  # type: ignore[arg-type]

    assert ids() == ["request-2", "request-1"]
    assert ids(subject="roads") == ids(kind="suggestion") == ids(since=NOW + DAY) == ["request-2"]
    assert ids(until=NOW + DAY) == ["request-1"]
    assert ids(standing=Standing.CLOSED) == ids(number="XXXXXXXX") == []


def test_what_was_done_is_kept_with_who_and_when(kept: SqlComplaints) -> None:
    kept.take(TOLD)
    kept.carry_out("request-1", Assign("hygiene"), "houda", NOW, seen=0)
    answered = kept.carry_out("request-1", Answer("Réparé."), "salma", NOW + DAY, seen=1)

    assert answered is not None
    assert answered == kept.find("request-1")
    assert (answered.kept.standing, answered.kept.assigned_to) == (Standing.ANSWERED, "hygiene")
    assert kept.steps("request-1") == (
        Step(NOW, "houda", StepKind.ASSIGN, "hygiene"),
        Step(NOW + DAY, "salma", StepKind.ANSWER, "Réparé."),
    )


def test_who_has_not_seen_the_last_step_changes_nothing(kept: SqlComplaints) -> None:
    kept.take(TOLD)
    kept.carry_out("request-1", Close(), "houda", NOW, seen=0)

    with pytest.raises(ComplaintDeclined, match="changed_meanwhile"):
        kept.carry_out("request-1", Answer("Oui."), "salma", NOW, seen=0)
    assert len(kept.steps("request-1")) == 1
    assert kept.carry_out("nobody", Close(), "salma", NOW, seen=0) is None


def test_what_tells_of_a_person_goes_so_long_after_the_closing_and_the_count_stays(
    kept: SqlComplaints,
) -> None:
    kept.take(TOLD)
    kept.take(replace(TOLD, id="open"))
    kept.carry_out("request-1", Answer("Madame Alami, c’est fait."), "houda", NOW, seen=0)
    kept.carry_out("request-1", Close(), "houda", NOW, seen=1)

    assert kept.forget(forgetting(NOW + 89 * DAY, 90), NOW) == 0
    after = NOW + 90 * DAY
    assert [kept.forget(forgetting(after, 90), after) for _ in "12"] == [1, 0]

    found = kept.find("request-1")
    assert found is not None
    assert found.told == replace(TOLD, place="", words="", phone="")
    assert (found.kept.answer, found.kept.forgotten_at) == ("", after)
    assert [each.told for each in kept.steps("request-1")] == ["", ""]
    left = kept.find("open")
    assert left is not None
    assert left.told == replace(TOLD, id="open")


def test_one_that_nobody_closes_is_forgotten_after_two_years(kept: SqlComplaints) -> None:
    kept.take(TOLD)

    assert kept.forget(forgetting(NOW + 729 * DAY, 90), NOW) == 0
    assert kept.forget(forgetting(NOW + 730 * DAY, 90), NOW) == 1
